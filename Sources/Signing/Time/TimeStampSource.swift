/// One time-stamp authority.
public enum TimeStampSource: Sendable {
  /// An authority on the network.
  case remote(RemoteTimeStampAuthority)
  /// An authority whose key is at hand: networks without access, demonstrations.
  case local(LocalTimeStampAuthority)

  /// An authority on the network, by its `http` or `https` address and with the usual rules.
  public static func remote(url: String) -> TimeStampSource {
    .remote(RemoteTimeStampAuthority(url: url))
  }
}

/// Where trusted time comes from (RFC 3161, C2PA 2.4 `sigTst2`).
public enum TimeStamping: Sendable {
  /// The signature has no time stamp, by explicit wish.
  case none
  /// These authorities are asked in order until one answers. When none does, nothing is signed,
  /// unless `allowMissing`.
  case authorities([TimeStampSource], allowMissing: Bool)
}
