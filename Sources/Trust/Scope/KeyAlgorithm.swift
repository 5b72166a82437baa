package import BroadsealOpenSSL

/// The kind of key a certificate may hold, as a scope's `keyAlgs` names it.
package enum KeyAlgorithm: String, CaseIterable, Sendable {
  /// ECDSA on NIST P-256.
  case p256 = "P-256"
  /// ECDSA on NIST P-384.
  case p384 = "P-384"
  /// ECDSA on NIST P-521.
  case p521 = "P-521"
  /// RSA of 2,048 bits or more.
  case rsa = "RSA"
  /// Ed25519 (RFC 8032).
  case ed25519 = "Ed25519"

  /// The kind of a key; nil for kinds that no scope can name.
  package init?(_ kind: KeyKind) {
    switch kind {
    case .ec(.p256): self = .p256
    case .ec(.p384): self = .p384
    case .ec(.p521): self = .p521
    case .rsa(let bits), .rsaPSS(let bits, _):
      guard bits >= SignatureAlgorithm.minimumRSABits else { return nil }
      self = .rsa
    case .ed25519: self = .ed25519
    case .other: return nil
    }
  }
}
