import BroadsealBytes

/// The named curves of C2PA signatures (C2PA 2.4 §13.2).
package enum EllipticCurve: String, CaseIterable, Sendable {
  /// NIST P-256, also `prime256v1`.
  case p256 = "P-256"
  /// NIST P-384, also `secp384r1`.
  case p384 = "P-384"
  /// NIST P-521, also `secp521r1`.
  case p521 = "P-521"

  /// Bytes of one coordinate, and of each half of a raw signature.
  package var fieldSize: Int {
    switch self {
    case .p256: 32
    case .p384: 48
    case .p521: 66
    }
  }

  /// The order n of the curve's group (FIPS 186-4 D.1.2), most significant byte first, as long as half
  /// a raw signature.
  package var order: [UInt8] {
    switch self {
    case .p256: EllipticCurve.orderOfP256
    case .p384: EllipticCurve.orderOfP384
    case .p521: EllipticCurve.orderOfP521
    }
  }

  private static let orderOfP256 =
    Hex.decode("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551") ?? []
  private static let orderOfP384 =
    Hex.decode(
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
        + "581a0db248b0a77aecec196accc52973") ?? []
  private static let orderOfP521 =
    Hex.decode(
      "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        + "a51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409") ?? []

  /// Dotted object identifier (RFC 5480 §2.1.1.1).
  package var objectIdentifier: String {
    switch self {
    case .p256: "1.2.840.10045.3.1.7"
    case .p384: "1.3.132.0.34"
    case .p521: "1.3.132.0.35"
    }
  }

  /// The curve under the name OpenSSL gives it.
  init?(openSSLName: String) {
    switch openSSLName {
    case "prime256v1", "P-256": self = .p256
    case "secp384r1", "P-384": self = .p384
    case "secp521r1", "P-521": self = .p521
    default: return nil
    }
  }
}
