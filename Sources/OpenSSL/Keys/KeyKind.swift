/// What sort of public key a key is.
package enum KeyKind: Hashable, Sendable {
  /// RSA under `rsaEncryption`, with the length of its modulus.
  case rsa(bits: Int)
  /// RSA bound to PSS by its own `id-RSASSA-PSS` (RFC 4055 §3.1), with the length of its modulus
  /// and with what else it is bound to; nil when any hash will do.
  case rsaPSS(bits: Int, bound: PSSParameters? = nil)
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
    case .rsaPSS(let bits, nil): "RSA-PSS \(bits)"
    case .rsaPSS(let bits, .some(let bound)): "RSA-PSS \(bits) bound to \(bound)"
    case .ec(let curve): "EC \(curve.rawValue)"
    case .ed25519: "Ed25519"
    case .other(let name): name
    }
  }
}
