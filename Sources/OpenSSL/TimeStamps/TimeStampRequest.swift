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
