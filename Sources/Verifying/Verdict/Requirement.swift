/// What a document must be for somebody to be satisfied with it.
public enum Requirement: String, CaseIterable, Sendable, Hashable {
  /// Issued by a recognised government issuer, or a plain AI label of a signer on a list.
  case official
  /// Signed by somebody on a list that was given.
  case trusted
  /// Intact and signed by anybody.
  case valid
}
