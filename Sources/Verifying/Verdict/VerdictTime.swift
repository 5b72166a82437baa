public import BroadsealBytes

/// When the active manifest was signed.
public struct VerdictTime: Sendable, Hashable {
  /// The time of a trusted RFC 3161 stamp.
  public let trusted: UTCTime?
  /// Subject of the authority that made the trusted stamp, in the style of RFC 4514.
  public let authority: String?
  /// The time that the signer claims (`iat`, or the first action's `when`); nobody vouches for it.
  public let claimed: UTCTime?

  /// A time as far as it was proved.
  public init(trusted: UTCTime? = nil, authority: String? = nil, claimed: UTCTime? = nil) {
    self.trusted = trusted
    self.authority = authority
    self.claimed = claimed
  }
}
