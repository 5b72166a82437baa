/// Where trusted time comes from (RFC 3161, C2PA 2.4 `sigTst2`).
public enum TimeStamping: Sendable {
  /// The signature has no time stamp, by explicit wish.
  case none
  /// These authorities are asked in order until one answers. When none does, nothing is signed,
  /// unless `allowMissing`.
  case authorities([TimeStampSource], allowMissing: Bool)
}
