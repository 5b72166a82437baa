/// Asks a time stamp authority over HTTP or HTTPS (RFC 3161 §3.4).
///
/// The answer is signed, and proved before it is handed on, so that plain HTTP needs no trust; over
/// HTTPS the server must prove who it is all the same. Nothing is sent but the hash to stamp and a
/// random number.
package struct TimeStampClient: Sendable {
  /// Media type of an answer (RFC 3161 §3.4).
  static let replyType = "application/timestamp-reply"
  /// Largest answer that is read, in bytes.
  package static let maximumReply = 1 << 17
  /// Bytes of the random number in a request.
  static let nonceSize = 16
  /// Seconds for one authority when nothing else is said.
  package static let usualTimeout = 20

  private let client: HTTPClient
  private let policy: String?

  /// A client for `url`, of the form `http[s]://host[:port][/path][?query]`.
  ///
  /// - Parameters:
  ///   - timeout: seconds for connecting, sending and waiting, taken together.
  ///   - trust: whose certificates prove who a TLS server is.
  ///   - policy: the policy that the token must be issued under; nil takes any.
  package init(
    url: String, timeout: Int = usualTimeout, trust: TLSTrust = .system, policy: String? = nil
  ) throws(TimeStampError) {
    do throws(HTTPError) {
      client = HTTPClient(try HTTPAddress(url), timeout: timeout, trust: trust)
    } catch { throw TimeStampError(.unavailable, error.reason) }
    self.policy = policy
  }

  /// A token for `digest`, proved to be signed, to stamp exactly it, to repeat this request's random
  /// number, and to be issued under the policy that was asked for. Its chain is not judged.
  package func stamp(_ digest: Digest) throws(TimeStampError) -> TimeStampToken {
    let nonce: [UInt8]
    do throws(OpenSSLError) {
      var drawn = try Random.bytes(Self.nonceSize)
      drawn[0] = drawn[0] & 0x3F | 0x40
      nonce = drawn
    } catch { throw TimeStampError(.unavailable, error.description) }
    let reply: [UInt8]
    do throws(HTTPError) {
      reply = try client.post(
        TimeStampRequest.der(digest, nonce: nonce, policy: policy),
        type: TimeStampRequest.mediaType, replyType: Self.replyType, maximum: Self.maximumReply)
    } catch { throw TimeStampError(.unavailable, error.reason) }
    let token = try TimeStampToken(responseDER: reply)
    guard token.nonce == nonce else {
      throw TimeStampError(.mismatch, "the answer belongs to another request")
    }
    guard token.hashAlgorithm == digest.algorithm, token.imprint == digest.bytes else {
      throw TimeStampError(.mismatch, "the authority stamped something else")
    }
    if let policy, token.policy != policy {
      throw TimeStampError(
        .mismatch, "the authority stamped under the policy \(token.policy), not \(policy)")
    }
    try token.verifySignature()
    return try TimeStampToken(tokenDER: token.der)
  }
}
