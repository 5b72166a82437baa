/// One time-stamp authority.
public enum TimeStampSource: Sendable {
  /// An authority on the network, by its `http` address.
  case remote(url: String)
  /// An authority whose key is at hand: networks without access, demonstrations.
  case local(LocalTimeStampAuthority)
}
