import BroadsealBytes

/// What is sent to a time stamp authority (RFC 3161 §2.4.1).
package enum TimeStampRequest {
  /// Media type of a request over HTTP (RFC 3161 §3.4).
  package static let mediaType = "application/timestamp-query"

  /// A request to stamp `digest`, always asking for the certificates.
  ///
  /// - Parameters:
  ///   - nonce: a number that the answer must repeat, most significant byte first.
  ///   - policy: dotted identifier of the policy to stamp under; nil leaves it to the authority.
  package static func der(
    _ digest: Digest, nonce: [UInt8]? = nil, policy: String? = nil
  ) -> [UInt8] {
    let algorithm = DERWriter.sequence([
      DERWriter.objectIdentifier(digest.algorithm.objectIdentifier),
      DERWriter.element(DERTag.null, []),
    ])
    return DERWriter.sequence(
      [
        DERWriter.integer(1),
        DERWriter.sequence([algorithm, DERWriter.octetString(digest.bytes)]),
      ] + (policy.map { [DERWriter.objectIdentifier($0)] } ?? [])
        + (nonce.map { [DERWriter.integer($0)] } ?? []) + [DERWriter.boolean(true)])
  }
}

/// The two forms in which time stamps are handed around (RFC 3161 §2.4.2): a whole
/// `TimeStampResp`, or the bare `TimeStampToken` inside it.
enum TimeStampEnvelope {
  /// The token in `bytes`, whether it came inside a response, and whether nothing but that token can
  /// be changed: nothing signs what a response says beside it.
  static func open(
    _ bytes: [UInt8]
  ) throws(TimeStampError) -> (token: [UInt8], wasResponse: Bool, isPlain: Bool) {
    do throws(Malformed) {
      var outer = DERReader(bytes)
      var fields = try outer.enter()
      try outer.expectEnd()
      guard fields.nextTag == DERTag.sequence else { return (bytes, false, true) }
      var status = try fields.enter()
      let code = try status.smallInteger()
      guard code == 0 || code == 1 else {
        throw Malformed("the authority refused, status \(code)", at: refusal)
      }
      guard !fields.isAtEnd else { throw Malformed("the response holds no token", at: 0) }
      let (tag, contents) = try fields.next()
      try fields.expectEnd()
      return (DERWriter.element(tag, contents), true, code == 0 && status.isAtEnd)
    } catch {
      throw TimeStampError(error.offset == refusal ? .refused : .malformed, error.reason)
    }
  }

  /// Offset that no reader can report: marks a refusal among parse errors.
  private static let refusal = -1
}
