import Glibc

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
  ///   - trust: whose certificates prove who a TLS server is.
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

extension HTTPClient {
  /// A connection that does not block, or the reason why there is none.
  ///
  /// OpenSSL's own way of connecting tries again until the time is up even when the peer refuses at
  /// once; a list of servers has to move on to the next one.
  func connect(by deadline: Deadline) throws(HTTPError) -> Int32 {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_ADDRCONFIG
    var found: UnsafeMutablePointer<addrinfo>?
    let failure = unsafe getaddrinfo(address.name, address.port, &hints, &found)
    guard failure == 0 else {
      throw HTTPError(
        .unreachable,
        "cannot find \(address.host): \(unsafe String(cString: gai_strerror(failure)))")
    }
    defer { unsafe freeaddrinfo(found) }
    var error = HTTPError(.unreachable, "cannot reach \(address.host): no address")
    var next = unsafe found
    while let candidate = unsafe next {
      if unsafe reach.allows(candidate.pointee) {
        switch unsafe Self.connect(to: candidate.pointee, within: deadline.milliseconds) {
        case .success(let descriptor): return descriptor
        case .failure(let refusal):
          error = HTTPError(.unreachable, "cannot reach \(address.host): \(refusal.text)")
        }
      } else {
        error = HTTPError(
          .address,
          "\(address.host) is not a public address, and only --online-private asks such a one")
      }
      unsafe next = candidate.pointee.ai_next
    }
    throw error
  }

  /// Why one address did not answer.
  private struct Refusal: Error {
    let text: String

    init(_ code: Int32) { text = unsafe String(cString: strerror(code)).lowercased() }
  }

  private static func connect(
    to address: addrinfo, within milliseconds: Int32
  ) -> Result<Int32, Refusal> {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = unsafe socket(address.ai_family, kind, address.ai_protocol)
    guard descriptor >= 0 else { return .failure(Refusal(errno)) }
    var code: Int32 = 0
    if unsafe Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
      code = errno == EINPROGRESS ? outcome(of: descriptor, within: milliseconds) : errno
    }
    guard code == 0 else {
      close(descriptor)
      return .failure(Refusal(code))
    }
    return .success(descriptor)
  }

  /// Waits until a connection stands; the `errno` of what went wrong, or zero.
  private static func outcome(of descriptor: Int32, within milliseconds: Int32) -> Int32 {
    var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let ready = unsafe poll(&watched, 1, milliseconds)
    guard ready > 0 else { return ready == 0 ? ETIMEDOUT : errno }
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    let asked = unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
    return asked == 0 ? code : errno
  }
}
