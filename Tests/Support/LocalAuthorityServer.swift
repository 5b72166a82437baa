import Glibc

/// A one-shot HTTP server on the loopback address: answers each request by a function of its body.
package final class LocalAuthorityServer: Sendable {
  /// The system gave no port to listen on.
  package struct Unavailable: Error {
    /// The system's `errno`.
    package let code: Int32
  }

  /// Port it listens on.
  package let port: UInt16

  /// Starts to listen; `answer` makes the whole HTTP response from the request's body, or nil to
  /// close the connection without one.
  package convenience init(
    requests: Int = 1, answer: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) throws {
    try self.init(requests: requests) { _, body in answer(body) }
  }

  /// Starts to listen; `reply` makes the whole HTTP response from the request's path and body.
  package init(
    requests: Int, reply: @escaping @Sendable (_ path: String, _ body: [UInt8]) -> [UInt8]?
  ) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw Unavailable(code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        unsafe bind(listener, raw, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, raw, &length) == 0
      }
    }
    guard bound else {
      close(listener)
      throw Unavailable(code: errno)
    }
    port = UInt16(bigEndian: address.sin_port)
    guard requests > 0 else { return }  // Connections then wait in the queue for ever.
    Thread.start {
      defer { close(listener) }
      for _ in 0..<requests {
        let peer = accept(listener, nil, nil)
        guard peer >= 0 else { return }
        let (path, body) = Self.request(from: peer)
        if let reply = reply(path, body) {
          _ = unsafe send(peer, reply, reply.count, Int32(MSG_NOSIGNAL))
        }
        close(peer)
      }
    }
  }

  /// An HTTP response around a DER reply.
  package static func response(_ body: [UInt8], type: String = "application/timestamp-reply")
    -> [UInt8]
  {
    Array(
      "HTTP/1.0 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
      + body
  }

  /// Reads the head and as many bytes as it announces.
  private static func request(from peer: Int32) -> (path: String, body: [UInt8]) {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let text = String(decoding: received, as: UTF8.self)
      if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
        let digits = text.range(of: "Content-Length: ").map { start in
          text[start...].prefix { $0.isNumber }
        }
        let count = digits.flatMap { Int($0) } ?? 0
        if received.count >= end.upperBound + count {
          let words = text.prefix { $0 != "\r\n" }.split(separator: " ")
          return (words.count > 1 ? String(words[1]) : "", Array(received[end.upperBound...]))
        }
      }
      let count = unsafe recv(peer, &buffer, buffer.count, 0)
      guard count > 0 else { return ("", []) }
      received += buffer[..<count]
    }
  }
}

extension String {
  /// Where the text after the first `part` begins.
  fileprivate func range(of part: String) -> Index? {
    firstRange(of: part)?.upperBound
  }
}

/// A detached thread.
private enum Thread {
  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let job = unsafe Unmanaged.passRetained(Job(run)).toOpaque()
    let started = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument {
          let job = unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
          job.run()
        }
        return nil
      }, job)
    if started == 0 { pthread_detach(thread) }
  }
}
