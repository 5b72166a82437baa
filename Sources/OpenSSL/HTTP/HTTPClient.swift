/// Asks one server over HTTP or HTTPS, within a time and a size, and never anybody else: redirections
/// and proxies are not followed, nothing is kept between two questions.
package struct HTTPClient: Sendable {
  /// Whom it asks.
  package let address: HTTPAddress
  /// Seconds for everything together.
  package let timeout: Int
  let trust: TLSTrust
  let reach: NetworkReach

  /// A client for `address`.
  ///
  /// - Parameters:
  ///   - timeout: seconds for connecting, sending and waiting, taken together.
  ///   - trust: whose word is taken for who a TLS server is.
  ///   - reach: which machines may be asked at all.
  package init(
    _ address: HTTPAddress, timeout: Int = 20, trust: TLSTrust = .system,
    reach: NetworkReach = .anywhere
  ) {
    self.address = address
    self.timeout = max(1, timeout)
    self.trust = trust
    self.reach = reach
  }
}
