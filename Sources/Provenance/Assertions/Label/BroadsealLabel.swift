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
