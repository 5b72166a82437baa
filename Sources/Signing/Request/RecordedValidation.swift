/// What a verifier found in the credentials that a document already has.
///
/// Recorded as `validationResults` of the parent ingredient (C2PA 2.4, ingredient v3): the codes
/// are the specification's own. It comes in from the command, because signing imports no verifier.
public struct RecordedValidation: Sendable, Hashable {
  /// One result.
  public struct Status: Sendable, Hashable {
    /// Code of the specification: `claimSignature.validated`.
    public let code: String
    /// JUMBF URI of what it is about.
    public let url: String?
    /// Explanation for people.
    public let explanation: String?

    /// A result under `code`.
    public init(code: String, url: String? = nil, explanation: String? = nil) {
      self.code = code
      self.url = url
      self.explanation = explanation
    }
  }

  /// What held.
  public var success: [Status]
  /// What is worth knowing.
  public var informational: [Status]
  /// What failed.
  public var failure: [Status]
  /// Identifier of the agency whose official label it was proved to be, or would be but for its time
  /// stamp; nil when it is nobody's. Not recorded: it decides who may stamp the label again.
  public var agency: String?

  /// Results as a verifier gave them.
  public init(
    success: [Status] = [], informational: [Status] = [], failure: [Status] = [],
    agency: String? = nil
  ) {
    self.agency = agency
    self.success = success
    self.informational = informational
    self.failure = failure
  }

  /// What is recorded when nobody verified: a failure, never a silent success.
  public static let notVerified = RecordedValidation(
    failure: [
      Status(code: "general.error", explanation: "the signer did not validate this manifest")
    ])
}
