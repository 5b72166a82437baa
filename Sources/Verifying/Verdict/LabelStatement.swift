public import BroadsealBytes

/// What the label says of its document beside the use of AI: read from a label that was proved, over bytes
/// that did not change.
///
/// Nobody but its signer stands behind it, whoever that is: `Origin` says whether a list knows the signer.
/// Every text is the signer's: show it quoted and stripped.
public struct LabelStatement: Sendable, Hashable {
  /// The claim to be official, as it stands in the label; nil where it makes none.
  public let claim: Claim?
  /// Title of the document.
  public let title: String?
  /// Language of the document, a BCP 47 tag.
  public let language: String?
  /// Whether a person reviewed the document before it was issued.
  public let humanReview: Bool?
  /// Who reviewed it, when, and which version; nil where the label does not say.
  public let review: Review?
  /// Role that holds editorial responsibility.
  public let editorialResponsibility: String?
  /// Whether the document shows real people or events as they were not.
  public let deepfake: Bool?
  /// Who approved the document.
  public let approval: Approval?
  /// What the document replaces: a reference, or the name of a manifest.
  public let supersedes: String?
  /// Earlier versions whose labels came along, the newest first.
  public let earlier: [EarlierVersion]

  /// What a label says.
  public init(
    claim: Claim? = nil, title: String? = nil, language: String? = nil, humanReview: Bool? = nil,
    review: Review? = nil, editorialResponsibility: String? = nil, deepfake: Bool? = nil,
    approval: Approval? = nil, supersedes: String? = nil, earlier: [EarlierVersion] = []
  ) {
    self.claim = claim
    self.title = title
    self.language = language
    self.humanReview = humanReview
    self.review = review
    self.editorialResponsibility = editorialResponsibility
    self.deepfake = deepfake
    self.approval = approval
    self.supersedes = supersedes
    self.earlier = earlier
  }

  /// Whether it says nothing at all.
  var isEmpty: Bool { self == LabelStatement() }
}

extension LabelStatement {
  /// The claim that the document is official. Only a list makes it so.
  public struct Claim: Sendable, Hashable {
    /// The agency that it names, in the label's words.
    public let agency: Agency
    /// The jurisdiction that it names.
    public let jurisdiction: String
    /// Unit within the agency.
    public let office: String?
    /// Reference number of the document.
    public let reference: String?
    /// Where the document is published.
    public let url: String?

    /// A claim.
    public init(
      agency: Agency, jurisdiction: String, office: String? = nil, reference: String? = nil,
      url: String? = nil
    ) {
      self.agency = agency
      self.jurisdiction = jurisdiction
      self.office = office
      self.reference = reference
      self.url = url
    }
  }

  /// A person's review before the document was issued: a role, never a name.
  public struct Review: Sendable, Hashable {
    /// Role of the reviewer.
    public let role: String
    /// When it was reviewed, by the label's word.
    public let time: UTCTime?
    /// The version that was reviewed.
    public let version: String?

    /// A review.
    public init(role: String, time: UTCTime? = nil, version: String? = nil) {
      self.role = role
      self.time = time
      self.version = version
    }
  }

  /// Who approved the document: a role and a record, never a name.
  public struct Approval: Sendable, Hashable {
    /// Role of the approver.
    public let role: String
    /// Record of the approval.
    public let record: String
    /// When it was approved, by the label's word.
    public let time: UTCTime

    /// An approval.
    public init(role: String, record: String, time: UTCTime) {
      self.role = role
      self.record = record
      self.time = time
    }
  }

  /// An earlier version of the document whose label came along.
  public struct EarlierVersion: Sendable, Hashable {
    /// Whether its label holds.
    public enum State: String, Sendable, Hashable, CaseIterable {
      /// It is the label that was taken in, and nothing in it fails. The bytes of the earlier version are
      /// not here: whether they matched was recorded when it was taken in.
      case holds
      /// Something in it fails, or did when it was taken in.
      case broken = "does-not-hold"
      /// It could not be checked, or not whether its signer was one at that time.
      case unproved
    }

    /// Name of its manifest.
    public let manifest: String
    /// Whether its label holds.
    public let state: State
    /// Reference number that its label names; nil where nothing was proved.
    public let reference: String?
    /// Title that its label names; nil where nothing was proved.
    public let title: String?
    /// Time of its trusted stamp.
    public let time: UTCTime?
    /// Who signed it; nil where nothing was proved.
    public let signer: SignerIdentity?
    /// Whether a list knows who signed it.
    public let standing: Standing
    /// The agency that signed it, in the words of the list; nil where no list knows the signer as one.
    public let agency: Agency?
    /// The agency that its label names as the one that it is official of; nil where it makes no such claim.
    public let claimed: Agency?

    /// Whether a list that was given knows the signer. That it knows the signer does not make that version official.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
      /// A list knows it.
      case listed
      /// A list knows it, and withdrew its trust before that version was signed, or it is not known when.
      case withdrawn
      /// No list knows it.
      case unlisted
      /// No list was given, or nobody is proved to have signed it.
      case notJudged = "not-judged"
    }

    /// An earlier version.
    public init(
      manifest: String, state: State, reference: String? = nil, title: String? = nil,
      time: UTCTime? = nil, signer: SignerIdentity? = nil, standing: Standing = .notJudged,
      agency: Agency? = nil, claimed: Agency? = nil
    ) {
      self.manifest = manifest
      self.state = state
      self.reference = reference
      self.title = title
      self.time = time
      self.signer = signer
      self.standing = standing
      self.agency = agency
      self.claimed = claimed
    }

    /// Whether whoever `origin` names signed it too: with the same key, or as the same agency of a list.
    public func isOfSame(_ origin: Origin) -> Bool {
      if let agency, let other = origin.agency, standing == .listed { return agency.id == other.id }
      return signer != nil && signer?.spki == (origin.claimSigner ?? origin.signer)?.spki
    }
  }
}
