import BroadsealBytes
import CBroadsealOpenSSL

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

extension KeyKind {
  /// Whether C2PA does not know such keys, such as a curve of another family.
  package var isForeign: Bool {
    switch self {
    case .rsa, .rsaPSS, .ec, .ed25519: false
    case .other: true
    }
  }

  /// The sort of an OpenSSL key.
  init(of key: OpaquePointer) {
    let bits = unsafe Int(EVP_PKEY_get_bits(key))
    if unsafe EVP_PKEY_is_a(key, "RSA") == 1 {
      self = .rsa(bits: bits)
    } else if unsafe EVP_PKEY_is_a(key, "RSA-PSS") == 1 {
      self = .rsaPSS(bits: bits)
    } else if unsafe EVP_PKEY_is_a(key, "ED25519") == 1 {
      self = .ed25519
    } else if unsafe EVP_PKEY_is_a(key, "EC") == 1 {
      self = unsafe Self.curve(of: key)
    } else {
      let name = unsafe EVP_PKEY_get0_type_name(key)
      self = .other(unsafe name.map { unsafe String(cString: $0) } ?? "unknown")
    }
  }

  /// A curve given by its numbers is no named curve, even when the numbers agree.
  private static func curve(of key: OpaquePointer) -> KeyKind {
    var isExplicit: Int32 = 0
    unsafe EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit)
    guard isExplicit == 0 else { return .other("EC explicit parameters") }
    var name = [CChar](repeating: 0, count: 80)
    var length = 0
    guard unsafe EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1 else {
      return .other("EC unnamed curve")
    }
    let text = String(
      decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return EllipticCurve(openSSLName: text).map { .ec($0) } ?? .other("EC \(text)")
  }

  /// The sort with what the key in `spki` binds itself to. Parameters that cannot be read fit nothing.
  func bound(in spki: [UInt8]) -> KeyKind {
    guard case .rsaPSS(let bits, _) = self else { return self }
    do throws(Malformed) {
      var outer = DERReader(spki)
      var key = try outer.enter()
      var algorithm = try key.enter()
      _ = try algorithm.objectIdentifier()
      guard !algorithm.isAtEnd, algorithm.nextTag != DERTag.null else { return self }
      let parameters = try PSSParameters(reading: algorithm.contents(of: DERTag.sequence))
      return .rsaPSS(bits: bits, bound: parameters)
    } catch { return .other("RSA-PSS with parameters that cannot be read") }
  }
}
