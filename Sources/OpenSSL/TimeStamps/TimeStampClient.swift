/// Asks a time stamp authority over HTTP (RFC 3161 §3.4).
///
/// Plain HTTP only: the answer is signed, and proved before it is handed on, so that the transport
/// needs no trust. Nothing is sent but the hash to stamp and a random number.
package struct TimeStampClient: Sendable {
  /// Media type of an answer (RFC 3161 §3.4).
  static let replyType = "application/timestamp-reply"
  /// Largest answer that is read, in bytes.
  package static let maximumReply = 1 << 17
  /// Bytes of the random number in a request.
  static let nonceSize = 16

  let host: String
  let port: String
  let path: String
  let timeout: Int

  /// A client for `url`, of the form `http://host[:port][/path][?query]`.
  ///
  /// - Parameter timeout: seconds for connecting, sending and waiting, taken together.
  package init(url: String, timeout: Int = 20) throws(TimeStampError) {
    guard url.hasPrefix("http://") else {
      throw TimeStampError(.unavailable, "only http:// addresses of time stamp authorities work")
    }
    let rest = url.dropFirst(7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let target = rest[authority.endIndex...].prefix { $0 != "#" }
    let (host, port) = Self.split(authority)
    guard !host.isEmpty, let number = UInt16(port), number > 0,
      url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !authority.contains("@")
    else { throw TimeStampError(.unavailable, "the address of the authority is not understood") }
    self.host = String(host)
    self.port = String(port)
    self.path = target.hasPrefix("/") ? String(target) : "/" + target
    self.timeout = max(1, timeout)
  }

  /// A token for `digest`, proved to be signed, to stamp exactly it, and to repeat this request's
  /// random number. Its chain is not judged.
  package func stamp(_ digest: Digest) throws(TimeStampError) -> TimeStampToken {
    let nonce: [UInt8]
    do throws(OpenSSLError) {
      var drawn = try Random.bytes(Self.nonceSize)
      drawn[0] = drawn[0] & 0x3F | 0x40
      nonce = drawn
    } catch { throw TimeStampError(.unavailable, error.description) }
    let reply = try exchange(TimeStampRequest.der(digest, nonce: nonce))
    let token = try TimeStampToken(responseDER: reply)
    guard token.nonce == nonce else {
      throw TimeStampError(.mismatch, "the answer belongs to another request")
    }
    guard token.hashAlgorithm == digest.algorithm, token.imprint == digest.bytes else {
      throw TimeStampError(.mismatch, "the authority stamped something else")
    }
    try token.verifySignature()
    return try TimeStampToken(tokenDER: token.der)
  }

  private static func split(_ authority: Substring) -> (host: Substring, port: Substring) {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      let after = authority[authority.index(after: end)...]
      return (
        authority[...end], after.isEmpty ? "80" : after.hasPrefix(":") ? after.dropFirst() : ""
      )
    }
    guard let colon = authority.firstIndex(of: ":") else { return (authority, "80") }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }
}
