import CBroadsealOpenSSL

extension HTTPClient {
  /// Posts `body` and returns the DER that comes back, of the media type `replyType`.
  package func post(
    _ body: [UInt8], type: String, replyType: String, maximum: Int
  ) throws(HTTPError) -> [UInt8] {
    do throws(HTTPError) {
      return try exchange(body, type: type, replyType: replyType, maximum: maximum)
    } catch {
      // OpenSSL compares the whole field, and a media type may have parameters (RFC 9110 §8.3.1).
      guard let written = error.mediaType, Self.bareType(written) == Self.bareType(replyType),
        Self.bareType(written) != written.lowercased() || written.lowercased() != written
      else { throw error }
      return try exchange(body, type: type, replyType: written, maximum: maximum)
    }
  }

  /// A media type without its parameters, in lower case.
  private static func bareType(_ text: String) -> String {
    let type = text.prefix { $0 != ";" }
    return type.filter { !$0.isWhitespace }.lowercased()
  }

  private func exchange(
    _ body: [UInt8], type: String, replyType: String, maximum: Int
  ) throws(HTTPError) -> [UInt8] {
    try ask { connection, deadline throws(HTTPError) in
      let stream: MemoryBIO
      do throws(OpenSSLError) {
        stream = try MemoryBIO(body)
      } catch { throw HTTPError(.unreachable, error.description) }
      connection.meter.allow(maximum + HTTPMeter.maximumHead)
      let reply = unsafe OSSL_HTTP_transfer(
        nil, address.host, address.port, address.path, 0, nil, nil, connection.stream,
        connection.stream, nil, nil, 0, nil, type, stream.pointer, replyType, 1, maximum,
        deadline.seconds + 1, 0)
      guard let reply = unsafe reply else {
        finishHead(of: connection, deadline)
        throw failure(deadline, connection.meter)
      }
      return unsafe MemoryBIO(owning: reply).bytes
    }
  }

  /// Gets what the address names, of any media type.
  package func get(maximum: Int) throws(HTTPError) -> [UInt8] {
    try ask { connection, deadline throws(HTTPError) in
      connection.meter.allow(HTTPMeter.maximumHead)
      let reply = unsafe OSSL_HTTP_transfer(
        nil, address.host, address.port, address.path, 0, nil, nil, connection.stream,
        connection.stream, nil, nil, 0, nil, nil, nil, nil, 0, maximum, deadline.seconds + 1, 0)
      guard let reply = unsafe reply else {
        finishHead(of: connection, deadline)
        throw failure(deadline, connection.meter)
      }
      defer { _ = unsafe BIO_free(reply) }
      // What is in excess of the maximum is found where it is read.
      connection.meter.allow(.max)
      return try unsafe read(reply, maximum, deadline)
    }
  }

  private func ask(
    _ exchange: (borrowing HTTPConnection, Deadline) throws(HTTPError) -> [UInt8]
  ) throws(HTTPError) -> [UInt8] {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let deadline = Deadline(seconds: timeout)
    let descriptor = try connect(by: deadline)
    let result: Result<[UInt8], HTTPError> = BrokenPipe.ignored {
      Result { () throws(HTTPError) -> [UInt8] in
        let connection = try HTTPConnection(
          descriptor, to: address, trust: trust, by: deadline)
        return try exchange(connection, deadline)
      }
    }
    return try result.get()
  }

  /// Reads the rest of the head of an answer that redirects: OpenSSL stops at the first line of most, and the
  /// address stands behind it.
  private func finishHead(of connection: borrowing HTTPConnection, _ deadline: Deadline) {
    guard HTTPRedirection(connection.meter.head, from: address) != nil else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 10)
    while !connection.meter.hasWholeHead, !deadline.isOver {
      var got = 0
      if unsafe BIO_read_ex(connection.stream, &chunk, chunk.count, &got) == 1 { continue }
      guard unsafe shim_BIO_should_retry(connection.stream) == 1,
        unsafe HTTPConnection.wait(for: connection.stream, deadline)
      else { return }
    }
  }

  /// The rest of the answer, after its head.
  private func read(
    _ stream: OpaquePointer, _ maximum: Int, _ deadline: Deadline
  ) throws(HTTPError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      // A server that sends a byte now and then must not hold the line for ever.
      guard !deadline.isOver else { throw failure(deadline) }
      var got = 0
      if unsafe BIO_read_ex(stream, &chunk, chunk.count, &got) == 1 {
        bytes += chunk[..<got]
        guard bytes.count <= maximum else {
          throw HTTPError(.tooLarge, "the answer is larger than \(maximum) bytes")
        }
        continue
      }
      guard unsafe shim_BIO_should_retry(stream) == 1 else { break }
      guard unsafe HTTPConnection.wait(for: stream, deadline) else { throw failure(deadline) }
    }
    guard !bytes.isEmpty else { throw HTTPError(.answer, "\(address.host) answered nothing") }
    return bytes
  }

  /// What went wrong, when it was not the size. OpenSSL counts whole seconds and is given one more,
  /// so that it is the meter that ends what takes too long.
  private func failure(_ deadline: Deadline, _ meter: HTTPMeter? = nil) -> HTTPError {
    guard !deadline.isOver else {
      return HTTPError(.unreachable, "\(address.host) did not answer within \(timeout) s")
    }
    guard meter?.isSpent != true else {
      return HTTPError(.answer, "\(address.host) sends headers, or an answer, without end")
    }
    if let meter, let redirection = HTTPRedirection(meter.head, from: address) {
      ERR_clear_error()
      return HTTPError(
        .answer,
        redirection.target.map {
          "\(address.host) redirects to \($0), which is not followed (name that address, if it is the right one)"
        }
          ?? "\(address.host) redirects to another address, which is not followed (ask its operator for the right one)"
      )
    }
    let (error, details) = OpenSSLError.drainingDetails("ask \(address.host)")
    if let status = details.lazy.compactMap(Self.status).first {
      return HTTPError(.answer, "\(address.host) answered with the HTTP status \(status)")
    }
    var fault = HTTPError(.answer, error.description)
    fault.mediaType = details.lazy.compactMap(Self.writtenType).first
    return fault
  }

  /// `application/x; a=b` for `expected=application/x, actual=application/x; a=b`.
  private static func writtenType(_ detail: String) -> String? {
    detail.firstRange(of: "actual=").map { String(detail[$0.upperBound...]) }
  }

  /// Longest text of a status that is repeated, in characters.
  private static let maximumStatus = 60

  /// `404 Not Found` for `code=404, reason=Not Found`, as OpenSSL puts a status into an error.
  private static func status(_ detail: String) -> String? {
    let parts = detail.split(separator: ",", maxSplits: 1)
    guard let code = parts.first, code.lowercased().hasPrefix("code=") else { return nil }
    let reason = parts.dropFirst().first?.split(separator: "=", maxSplits: 1).last ?? ""
    return String((code.dropFirst(5) + (reason.isEmpty ? "" : " ") + reason).prefix(maximumStatus))
  }
}
