/// Object identifiers of signed messages and their attributes.
enum CMSName {
  static let data = "1.2.840.113549.1.7.1"
  static let signedData = "1.2.840.113549.1.7.2"
  static let contentType = "1.2.840.113549.1.9.3"
  static let messageDigest = "1.2.840.113549.1.9.4"
  static let signingCertificate = "1.2.840.113549.1.9.16.2.12"
  static let signingCertificateV2 = "1.2.840.113549.1.9.16.2.47"
  static let timeStampToken = "1.2.840.113549.1.9.16.2.14"
  static let timeStampInfo = "1.2.840.113549.1.9.16.1.4"
  static let mgf1 = "1.2.840.113549.1.1.8"

  /// ECDSA with a hash (RFC 5758 §3.2).
  static func ecdsa(with digest: DigestAlgorithm) -> String? {
    switch digest {
    case .sha256: "1.2.840.10045.4.3.2"
    case .sha384: "1.2.840.10045.4.3.3"
    case .sha512: "1.2.840.10045.4.3.4"
    }
  }
}
