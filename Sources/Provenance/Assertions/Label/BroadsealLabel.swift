package import BroadsealBytes

/// What an issuer says about a document: `org.broadseal.label`, version 1.
///
/// It repeats no fact that a standard assertion carries, save the use of AI, where the two must
/// agree. It holds nothing personal: roles and record numbers, never names of people.
package struct BroadsealLabel: Hashable, Sendable {
  /// Label of the assertion.
  package static let label = "org.broadseal.label"
  /// Version of the schema.
  package static let version = 1

  /// Who issued the document, for an official one; nil for a plain statement about AI.
  package let origin: Origin?
  /// How AI was used.
  package let ai: AI
  /// Who approved the document, where that is recorded.
  package let approval: Approval?
  /// Reference or manifest label of the document that this one replaces.
  package let supersedes: String?

  /// A label to write.
  package init(
    origin: Origin?, ai: AI, approval: Approval? = nil, supersedes: String? = nil
  ) {
    self.origin = origin
    self.ai = ai
    self.approval = approval
    self.supersedes = supersedes
  }

  /// The statement that a document is official, and whose it is.
  package struct Origin: Hashable, Sendable {
    /// `US`, `JP`, a subdivision as `JP-13` or `US-CA` (ISO 3166), or `INT`.
    package let jurisdiction: String
    /// The agency that issues the document.
    package let agency: Agency
    /// Unit within the agency.
    package let office: String?
    /// Reference number of the document.
    package let reference: String?
    /// Where the document is published.
    package let url: String?
    /// Language of the document as a BCP 47 tag.
    package let language: String?

    /// An origin to write.
    package init(
      jurisdiction: String, agency: Agency, office: String? = nil, reference: String? = nil,
      url: String? = nil, language: String? = nil
    ) {
      self.jurisdiction = jurisdiction
      self.agency = agency
      self.office = office
      self.reference = reference
      self.url = url
      self.language = language
    }
  }

  /// The agency that issues a document, under the identifier that trust lists use.
  package struct Agency: Hashable, Sendable {
    /// Stable identifier.
    package let id: String
    /// Name in English.
    package let english: String?
    /// Name in Japanese.
    package let japanese: String?

    /// An agency with at least one name.
    package init(id: String, english: String?, japanese: String?) {
      self.id = id
      self.english = english
      self.japanese = japanese
    }
  }

  /// Who approved a document: a role and a record.
  package struct Approval: Hashable, Sendable {
    /// Role of the approver.
    package let role: String
    /// Record of the approval.
    package let record: String
    /// When it was approved; written as RFC 3339 text.
    package let time: UTCTime

    /// An approval to write.
    package init(role: String, record: String, time: UTCTime) {
      self.role = role
      self.record = record
      self.time = time
    }
  }
}

extension BroadsealLabel {
  /// What an issuer declares about AI.
  package struct AI: Hashable, Sendable {
    /// Whether a model made or changed the document.
    package enum Use: String, CaseIterable, Sendable {
      /// No generative AI was used.
      case noneUsed = "none"
      /// A model made the document.
      case generated
      /// A model changed part of it.
      case altered
    }

    /// Whether a model made or changed the document.
    package let use: Use
    /// Which part of the document, or which task.
    package let scope: String?
    /// Who offers the system.
    package let provider: String?
    /// Name of the system.
    package let system: String?
    /// Version of the system.
    package let version: String?
    /// Unique identifier of this piece of content.
    package let uniqueID: String
    /// Whether it shows real people or events as they were not.
    package let deepfake: Bool?
    /// Whether a person reviewed it before it was issued.
    package let humanReview: Bool?
    /// Who reviewed it, when, and which version; only where `humanReview` is true.
    package let review: Review?
    /// Role that holds editorial responsibility.
    package let editorialResponsibility: String?

    /// A person's review: a role, a moment, a version.
    package struct Review: Hashable, Sendable {
      /// Role of the reviewer.
      package let role: String
      /// When it was reviewed; written as RFC 3339 text.
      package let time: UTCTime?
      /// The version that was reviewed.
      package let version: String?

      /// A review to write.
      package init(role: String, time: UTCTime? = nil, version: String? = nil) {
        self.role = role
        self.time = time
        self.version = version
      }
    }

    /// A statement to write.
    package init(
      use: Use, uniqueID: String, scope: String? = nil, provider: String? = nil,
      system: String? = nil, version: String? = nil, deepfake: Bool? = nil,
      humanReview: Bool? = nil, review: Review? = nil,
      editorialResponsibility: String? = nil
    ) {
      self.use = use
      self.scope = scope
      self.provider = provider
      self.system = system
      self.version = version
      self.uniqueID = uniqueID
      self.deepfake = deepfake
      self.humanReview = humanReview
      self.review = review
      self.editorialResponsibility = editorialResponsibility
    }

    /// What the statement declares, on the scale of the other statements about AI.
    package var declaration: AIDeclaration {
      switch use {
      case .noneUsed: .noneDeclared
      case .generated: .generated
      case .altered: .altered
      }
    }
  }
}
