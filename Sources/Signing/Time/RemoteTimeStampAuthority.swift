package import BroadsealOpenSSL

/// A time-stamp authority on the network, and what is asked of it (RFC 3161).
public struct RemoteTimeStampAuthority: Sendable {
  /// Its `http` or `https` address.
  public let url: String
  /// Seconds that it has to answer.
  public let timeout: Int
  /// Dotted identifier of the policy that it must stamp under; nil takes any.
  public let policy: String?
  /// Whose certificates prove who an HTTPS server is.
  let trust: TLSTrust

  /// Seconds for an authority when nothing else is said.
  public static let usualTimeout = TimeStampClient.usualTimeout

  /// An authority at `url`; over HTTPS the system's certificate authorities vouch for it.
  public init(url: String, timeout: Int = usualTimeout, policy: String? = nil) {
    self.init(url: url, timeout: timeout, policy: policy, trust: .system)
  }

  /// An authority at `url`, for which `trust` vouches over HTTPS.
  package init(url: String, timeout: Int = usualTimeout, policy: String?, trust: TLSTrust) {
    self.url = url
    self.timeout = timeout
    self.policy = policy
    self.trust = trust
  }
}
