import BroadsealBytes
import CBroadsealOpenSSL

/// The signed attribute that ties a signature to its certificate, so that no other certificate
/// with the same key or name can take its place (RFC 2634 §5.4, RFC 5035 §3).
struct SigningCertificateAttribute {
  /// Hash of the signer's certificate, and the function that made it.
  private let hash: [UInt8]
  private let algorithm: String

  /// The attribute's two versions by OpenSSL's numbers, and whether it is the second.
  static let versions: [(identifier: Int32, isVersion2: Bool)] = [
    (NID_id_smime_aa_signingCertificate, false), (NID_id_smime_aa_signingCertificateV2, true),
  ]

  private static let sha1 = "1.3.14.3.2.26"

  /// Reads `SigningCertificate`, or `SigningCertificateV2` when `isVersion2`.
  init(_ der: [UInt8], isVersion2: Bool) throws(Malformed) {
    var reader = DERReader(der)
    var fields = try reader.enter()
    try reader.expectEnd()
    var list = try fields.enter()
    var first = try list.enter()
    var algorithm = isVersion2 ? DigestAlgorithm.sha256.objectIdentifier : Self.sha1
    if isVersion2, first.nextTag == DERTag.sequence {
      var identifier = try first.enter()
      algorithm = try identifier.objectIdentifier()
    }
    hash = Array(try first.contents(of: DERTag.octetString))
    self.algorithm = algorithm
  }

  /// Whether the attribute means `certificate`.
  func names(_ certificate: Certificate) -> Bool {
    guard DigestAlgorithm(objectIdentifier: algorithm) != nil || algorithm == Self.sha1 else {
      return false
    }
    return isOf(certificate) ?? false
  }

  /// Whether the attribute means `certificate`, by whatever hash function; nil when that cannot be
  /// computed.
  func isOf(_ certificate: Certificate) -> Bool? {
    HashFunction(objectIdentifier: algorithm)?.value(of: certificate.der).map { $0 == hash }
  }
}
