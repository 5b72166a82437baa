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
