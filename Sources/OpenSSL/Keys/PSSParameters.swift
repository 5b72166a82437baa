import BroadsealBytes

/// The parameters of an RSASSA-PSS signature in a certificate (RFC 4055 §3.1).
package struct PSSParameters: Hashable, Sendable {
  /// Dotted object identifier of the hash; SHA-1 when the parameters leave it out.
  package let hash: String
  /// Dotted object identifier of MGF1's hash; SHA-1 when the parameters leave it out.
  package let maskHash: String
  /// Length of the salt in bytes.
  package let saltLength: Int

  private static let sha1 = "1.3.14.3.2.26"
  private static let mgf1 = "1.2.840.113549.1.1.8"

  /// Whether C2PA allows them: a SHA-2 hash of 256 bits or more, and MGF1 over the same one
  /// (C2PA 2.4 §14.5.1).
  package var isAllowed: Bool {
    DigestAlgorithm(objectIdentifier: hash) != nil && hash == maskHash
  }

  /// Reads the contents of the parameter sequence.
  init(reading bytes: ArraySlice<UInt8>) throws(Malformed) {
    var reader = DERReader(bytes)
    var hash = Self.sha1
    var maskHash = Self.sha1
    var saltLength = 20
    if reader.nextTag == DERTag.context(0) {
      var field = try reader.enter(DERTag.context(0))
      hash = try Self.hash(&field)
      try field.expectEnd()
    }
    if reader.nextTag == DERTag.context(1) {
      var field = try reader.enter(DERTag.context(1))
      var mask = try field.enter()
      guard try mask.objectIdentifier() == Self.mgf1 else {
        throw Malformed("mask generation function is not MGF1", at: 0)
      }
      maskHash = try Self.hash(&mask)
      try mask.expectEnd()
      try field.expectEnd()
    }
    if reader.nextTag == DERTag.context(2) {
      var field = try reader.enter(DERTag.context(2))
      saltLength = try field.smallInteger()
      try field.expectEnd()
    }
    if reader.nextTag == DERTag.context(3) {
      var field = try reader.enter(DERTag.context(3))
      guard try field.smallInteger() == 1 else { throw Malformed("unknown trailer field", at: 0) }
      try field.expectEnd()
    }
    try reader.expectEnd()
    self.hash = hash
    self.maskHash = maskHash
    self.saltLength = saltLength
  }

  private static func hash(_ reader: inout DERReader) throws(Malformed) -> String {
    var algorithm = try reader.enter()
    let identifier = try algorithm.objectIdentifier()
    if !algorithm.isAtEnd { _ = try algorithm.contents(of: DERTag.null) }
    try algorithm.expectEnd()
    return identifier
  }
}

extension PSSParameters: CustomStringConvertible {
  /// The hashes as a person reads them: `SHA-384`, `SHA-384 with MGF1 of SHA-1`.
  package var description: String {
    func name(_ identifier: String) -> String {
      identifier == PSSParameters.sha1
        ? "SHA-1"
        : DigestAlgorithm(objectIdentifier: identifier).map { "SHA-\($0.byteCount * 8)" }
          ?? identifier
    }
    return name(hash) + (hash == maskHash ? "" : " with MGF1 of \(name(maskHash))")
  }
}
