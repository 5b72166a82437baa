package import BroadsealOpenSSL

/// The signature algorithms a list may be signed with (RFC 7518 §3.1, RFC 8037 §3.1).
package enum JWSAlgorithm: String, CaseIterable, Sendable {
  /// ECDSA on P-256 with SHA-256.
  case es256 = "ES256"
  /// ECDSA on P-384 with SHA-384.
  case es384 = "ES384"
  /// Ed25519.
  case edDSA = "EdDSA"

  /// The algorithm that a list key signs with; nil when its kind is not accepted.
  package init?(signatureBy key: PublicKey) {
    guard let algorithm = JWSAlgorithm.allCases.first(where: { $0.signature.fits(key.kind) }) else {
      return nil
    }
    self = algorithm
  }

  /// The same algorithm of the floor below.
  package var signature: SignatureAlgorithm {
    switch self {
    case .es256: .es256
    case .es384: .es384
    case .edDSA: .ed25519
    }
  }
}
