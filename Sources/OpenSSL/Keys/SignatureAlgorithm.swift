import CBroadsealOpenSSL

/// The signature algorithms C2PA allows (C2PA 2.4 §13.2; numbers of RFC 9053 and RFC 8230).
package enum SignatureAlgorithm: String, CaseIterable, Sendable {
  /// ECDSA on P-256 with SHA-256.
  case es256
  /// ECDSA on P-384 with SHA-384.
  case es384
  /// ECDSA on P-521 with SHA-512.
  case es512
  /// RSASSA-PSS with SHA-256, MGF1 with SHA-256, a salt of 32 bytes.
  case ps256
  /// RSASSA-PSS with SHA-384, MGF1 with SHA-384, a salt of 48 bytes.
  case ps384
  /// RSASSA-PSS with SHA-512, MGF1 with SHA-512, a salt of 64 bytes.
  case ps512
  /// Ed25519, which COSE calls EdDSA.
  case ed25519

  /// Shortest RSA modulus that is accepted, in bits (C2PA 2.4 §13.2).
  package static let minimumRSABits = 2048
  /// Longest RSA modulus that is accepted, in bits.
  package static let maximumRSABits = 16384

  /// Number in the COSE algorithm registry.
  package var coseIdentifier: Int {
    switch self {
    case .es256: -7
    case .es384: -35
    case .es512: -36
    case .ps256: -37
    case .ps384: -38
    case .ps512: -39
    case .ed25519: -8
    }
  }

  /// The algorithm with a number of the COSE registry; nil when C2PA does not allow it.
  package init?(coseIdentifier: Int) {
    guard let found = Self.allCases.first(where: { $0.coseIdentifier == coseIdentifier }) else {
      return nil
    }
    self = found
  }

  /// Name as C2PA tools write it: `es256`.
  package var name: String { rawValue }

  /// The hash of the message; nil for Ed25519, which hashes inside.
  package var digest: DigestAlgorithm? {
    switch self {
    case .es256, .ps256: .sha256
    case .es384, .ps384: .sha384
    case .es512, .ps512: .sha512
    case .ed25519: nil
    }
  }

  /// The hash to ask a time stamp authority for: the signature's own, SHA-512 for Ed25519.
  package var timeStampDigest: DigestAlgorithm { digest ?? .sha512 }

  /// The curve of an ECDSA algorithm; nil for the others.
  package var curve: EllipticCurve? {
    switch self {
    case .es256: .p256
    case .es384: .p384
    case .es512: .p521
    default: nil
    }
  }

  /// Bytes of a signature; nil for RSA, where the key decides.
  package var signatureSize: Int? {
    self == .ed25519 ? 64 : curve.map { 2 * $0.fieldSize }
  }

  private static let rsaBits = minimumRSABits...maximumRSABits

  private var isRSA: Bool { curve == nil && self != .ed25519 }

  /// Whether a key that is bound to `parameters` signs so: the same hash for the message and for MGF1,
  /// and a salt that may be as long as it.
  private func isAllowed(by parameters: PSSParameters) -> Bool {
    guard let digest else { return false }
    return parameters.isAllowed && DigestAlgorithm(objectIdentifier: parameters.hash) == digest
      && parameters.saltLength <= digest.byteCount
  }

  /// Whether a key of `kind` may be used: the curve must be the algorithm's own, and RSA strong.
  package func fits(_ kind: KeyKind) -> Bool {
    switch kind {
    case .ec(let keyCurve): curve == keyCurve
    case .ed25519: self == .ed25519
    case .rsa(let bits): isRSA && Self.rsaBits.contains(bits)
    case .rsaPSS(let bits, let bound):
      isRSA && Self.rsaBits.contains(bits) && bound.map(isAllowed(by:)) ?? true
    case .other: false
    }
  }
}

extension SignatureAlgorithm {
  /// Sets hash, padding and salt: PSS with MGF1 over the same hash and a salt as long as it.
  func configure(_ context: OpaquePointer, _ digest: DigestAlgorithm) -> Bool {
    guard unsafe EVP_PKEY_CTX_set_signature_md(context, digest.implementation) == 1 else {
      return false
    }
    guard curve == nil else { return true }
    return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
      && EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest.implementation) == 1
      && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, Int32(digest.byteCount)) == 1
  }
}
