public import BroadsealProvenance

/// What a verifier found in the credentials that a document already has.
///
/// Recorded as `validationResults` of the parent ingredient (C2PA 2.4, ingredient v3): the codes
/// are the specification's own. It comes in from the command, because signing imports no verifier.
public struct RecordedValidation: Sendable, Hashable {
  /// What changed for an ingredient further up since it was taken in.
  public struct Delta: Sendable, Hashable {
    /// JUMBF URI of its ingredient assertion, absolute.
    public let assertion: String
    /// What failed, and was not recorded when it was taken in.
    public let failure: [C2PAStatus]

    /// A change of the ingredient at `assertion`.
    public init(assertion: String, failure: [C2PAStatus]) {
      self.assertion = assertion
      self.failure = failure
    }
  }

  /// What held.
  public var success: [C2PAStatus]
  /// What is worth knowing.
  public var informational: [C2PAStatus]
  /// What failed.
  public var failure: [C2PAStatus]
  /// What changed further up; nothing of the label itself.
  public var deltas: [Delta] = []
  /// Why the document does not hold by its own word, its label's or a PDF signature's, in one line; nil
  /// when nothing fails by computation. Not recorded: it decides whether it is signed over.
  public var objection: String?
  /// Identifier of the agency whose official label it was proved to be, or would be but for its time
  /// stamp; nil when it is nobody's. Not recorded: it decides who may stamp the label again.
  public var agency: String?
  /// Whether the objection is that the label speaks for an earlier revision alone, which is intact, and only
  /// proofs about signatures came after it. Not recorded.
  public var isOfEarlierRevision = false
  /// Whether it is official by the lists that were given. Not recorded, like what follows: it decides whether
  /// the document has to be signed again.
  public var isOfficial = false
  /// Whether any government list was given: without one, nothing is official.
  public var isJudgedByLists = false
  /// Whether the label and the document are intact, and the signature valid.
  public var isIntact = false
  /// SHA-256 of the claim signer's public key in lower-case hex; nil when no signature was proved.
  public var signer: String?
  /// Whom a label of somebody on no list claims to be official of, and by whom it is signed, each in the label's or the
  /// certificate's words; nil where it makes no such claim, or a list knows its signer, or none was given.
  public var unvouched: UnvouchedClaim?
  /// Who says in it that AI was used.
  public var ai = AIWitness.nobody

  /// A claim to be official for which nobody vouches.
  public struct UnvouchedClaim: Sendable, Hashable {
    /// Name of the agency, by the label alone.
    public let agency: String
    /// Name of the signer, by its certificate alone.
    public let signer: String

    /// A claim by `signer`.
    public init(agency: String, signer: String) {
      self.agency = agency
      self.signer = signer
    }
  }

  /// Who says of a document that AI was used, by labels that hold.
  public enum AIWitness: Sendable, Hashable {
    /// Nobody does.
    case nobody
    /// Its own signer alone, in this version or in earlier ones: a mistake of the signer's is the signer's to correct.
    case signer
    /// Somebody else does, of an earlier version or of a part: nobody but that signer can take it back.
    case others
  }

  /// Results as a verifier gave them.
  public init(
    success: [C2PAStatus] = [], informational: [C2PAStatus] = [], failure: [C2PAStatus] = [],
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
      C2PAStatus(
        Status(.generalError, at: nil, "the signer did not validate this manifest"))
    ])
}
