public import BroadsealBytes
import BroadsealOpenSSL
import BroadsealProvenance

/// What a signature says about a document: who issued it, and how AI was used.
public struct Label: Sendable, Hashable {
  /// Origin, when the document is official; nil for a plain AI label.
  public var official: OfficialOrigin?
  /// The declared use of AI: always stated.
  public var ai: AIStatement
  /// Approval by the agency, where it is recorded.
  public var approval: Approval?
  /// Reference or manifest label of the document that this one replaces.
  public var supersedes: String?

  /// An official label when `official` is given, else a plain statement about AI.
  public init(official: OfficialOrigin? = nil, ai: AIStatement) {
    self.official = official
    self.ai = ai
  }
}

/// Who approved a document, by role and record, never by name.
public struct Approval: Sendable, Hashable {
  /// Role of the approver.
  public var role: String
  /// Record of the approval: a file number.
  public var record: String
  /// When it was approved.
  public var time: UTCTime

  /// An approval as the agency's records hold it.
  public init(role: String, record: String, time: UTCTime) {
    self.role = role
    self.record = record
    self.time = time
  }
}

extension Label {
  /// Throws when the label contradicts itself or leaves out what it needs.
  func check() throws(SigningError) {
    try ai.check()
    if let official { try official.check() }
    try approval?.check()
    try LabelText.check(supersedes, "supersedes")
  }
}

extension Approval {
  /// Throws when role or record cannot stand in a label.
  package func check() throws(SigningError) {
    try LabelText.check(role, "approval role")
    try LabelText.check(record, "approval record")
  }
}

extension AIStatement {
  fileprivate func check() throws(SigningError) {
    for (text, member) in [
      (scope, "AI scope"), (provider, "AI provider"), (system, "AI system"),
      (version, "AI version"), (uniqueID, "unique identifier"),
      (editorialResponsibility, "editorial responsibility"),
    ] { try LabelText.check(text, member) }
    try review?.check()
    guard review == nil || humanReview == true else {
      throw SigningError(
        .request, "the label names a reviewer, and does not say that a person reviewed the content")
    }
    guard use == .none else { return }
    guard scope == nil, provider == nil, system == nil, version == nil, deepfake != true else {
      throw SigningError(
        .request, "the label states that no AI was used, and names an AI system or its work",
        hint: "say generated or altered, or leave the AI details out")
    }
  }
}

extension OfficialOrigin {
  fileprivate func check() throws(SigningError) {
    guard BroadsealLabel.Origin.isJurisdiction(jurisdiction) else {
      throw SigningError(
        .request, "the jurisdiction is not a country code, a subdivision or INT",
        hint: "write it as US, JP, JP-13, US-CA or INT")
    }
    try LabelText.check(agency.id, "agency id")
    guard agency.english != nil || agency.japanese != nil else {
      throw SigningError(.request, "the agency has no name")
    }
    for (text, member) in [
      (agency.english, "English agency name"), (agency.japanese, "Japanese agency name"),
      (office, "office"), (reference, "reference"), (url, "url"), (language, "language"),
    ] { try LabelText.check(text, member) }
    if let url, !HTTPAddress.isMeant(url) {
      throw SigningError(.request, "the url of the document is not an http or https address")
    }
    try LanguageTag.check(language)
  }
}
