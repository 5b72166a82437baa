import BroadsealBytes
import CBroadsealOpenSSL

/// The forms in which one key can be written.
///
/// A SubjectPublicKeyInfo does not have one form for each key: a point may be compressed or not (RFC 5480 §2.2),
/// and an RSA key may be bound to PSS, and to a hash besides (RFC 4055 §1.2). Whoever holds a key may so have a
/// certificate whose key has another digest. A name that *gives* something, such as a pin, means the one
/// form that it was made from; one that *takes* something, such as a withdrawal, means the key.
extension PublicKey {
  /// Whether `digest` is the SHA-256 of this key in one of its forms, in lower-case hexadecimal.
  package func isNamed(by digest: String) -> Bool {
    spkiSHA256 == digest || names.contains(digest)
  }

  /// Whether both are the same key, in whichever forms.
  package func isSameKey(as other: PublicKey) -> Bool {
    self == other || (plainForm.map { $0 == other.plainForm } ?? false)
  }

  /// Whether it is written as nearly every key is: a point on a named curve in full, RSA under `rsaEncryption`.
  package var isPlain: Bool { plainForm.map { $0 == spki } ?? true }

  /// The key as nearly everybody writes it; nil for a kind that has one form, or is not known.
  private var plainForm: [UInt8]? { forms.first }

  /// SHA-256 of the form that it has, and of every other.
  var digestsOfForms: Set<String> {
    Set(([spki] + forms).compactMap { try? Digest.of($0, .sha256).hex })
  }

  /// Every form, the plain one first.
  private var forms: [[UInt8]] {
    switch kind {
    case .ec(let curve): pointForms(on: curve)
    case .rsa, .rsaPSS: modulusForms
    case .ed25519, .other: []
    }
  }

  /// A point in full, compressed, and in the hybrid form of X9.62 that holds both.
  private func pointForms(on curve: EllipticCurve) -> [[UInt8]] {
    guard let across = number("qx", of: curve.fieldSize),
      let up = number("qy", of: curve.fieldSize),
      let last = up.last
    else { return [] }
    let algorithm = DERWriter.sequence([
      DERWriter.objectIdentifier("1.2.840.10045.2.1"),
      DERWriter.objectIdentifier(curve.objectIdentifier),
    ])
    let sign = last & 1
    return [[4] + across + up, [2 + sign] + across, [6 + sign] + across + up].map {
      DERWriter.sequence([algorithm, DERWriter.bitString($0)])
    }
  }

  /// An RSA key under `rsaEncryption`, bound to PSS, and bound to PSS with a hash as OpenSSL writes that.
  private var modulusForms: [[UInt8]] {
    guard let modulus = number("n"), let exponent = number("e") else { return [] }
    let key = DERWriter.bitString(
      DERWriter.sequence([DERWriter.integer(modulus), DERWriter.integer(exponent)]))
    let null = DERWriter.element(DERTag.null, [])
    let rsa = DERWriter.objectIdentifier("1.2.840.113549.1.1.1")
    let pss = DERWriter.objectIdentifier("1.2.840.113549.1.1.10")
    let bound = [DigestAlgorithm.sha256, .sha384, .sha512].map { digest in
      let hash = DERWriter.sequence([DERWriter.objectIdentifier(digest.objectIdentifier), null])
      let mask = DERWriter.sequence([DERWriter.objectIdentifier("1.2.840.113549.1.1.8"), hash])
      return [
        pss,
        DERWriter.sequence([
          DERWriter.element(DERTag.context(0), hash), DERWriter.element(DERTag.context(1), mask),
          DERWriter.element(DERTag.context(2), DERWriter.integer(digest.byteCount)),
        ]),
      ]
    }
    return ([[rsa, null], [rsa], [pss], [pss, null]] + bound).map {
      DERWriter.sequence([DERWriter.sequence($0), key])
    }
  }

  /// A number of the key, most significant byte first and as long as asked; nil when OpenSSL has none.
  private func number(_ name: String, of size: Int? = nil) -> [UInt8]? {
    OpenSSLError.quietly {
      guard let pointer = unsafe pointer else { return nil }
      var found: OpaquePointer?
      guard unsafe EVP_PKEY_get_bn_param(pointer, name, &found) == 1, let number = unsafe found
      else { return nil }
      defer { unsafe BN_free(number) }
      let length = unsafe size ?? (Int(BN_num_bits(number)) + 7) / 8
      var bytes = [UInt8](repeating: 0, count: length)
      guard unsafe BN_bn2binpad(number, &bytes, Int32(length)) == Int32(length) else { return nil }
      return bytes
    }
  }
}
