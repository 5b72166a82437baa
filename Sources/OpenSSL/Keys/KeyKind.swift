/// What sort of public key a key is.
package enum KeyKind: Hashable, Sendable {
  /// RSA under `rsaEncryption`, with the length of its modulus.
  case rsa(bits: Int)
  /// RSA bound to PSS by its own `id-RSASSA-PSS`, with the length of its modulus.
  case rsaPSS(bits: Int)
  /// A point on one of the named curves of C2PA.
  case ec(EllipticCurve)
  /// Ed25519 (RFC 8410).
  case ed25519
  /// Anything else, with the name or object identifier of its type or curve.
  case other(String)
}

extension KeyKind: CustomStringConvertible {
  /// As a person reads it: `EC P-256`, `RSA 3072`.
  package var description: String {
    switch self {
    case .rsa(let bits): "RSA \(bits)"
    case .rsaPSS(let bits): "RSA-PSS \(bits)"
    case .ec(let curve): "EC \(curve.rawValue)"
    case .ed25519: "Ed25519"
    case .other(let name): name
    }
  }
}
