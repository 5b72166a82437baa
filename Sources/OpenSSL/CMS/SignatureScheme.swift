import BroadsealBytes
import CBroadsealOpenSSL

/// How a signature of another's message was made, by the identifier that stands there.
enum SignatureScheme: Hashable {
  /// RSA with the padding of PKCS #1 v1.5.
  case rsa
  /// RSASSA-PSS with these parameters.
  case pss(PSSParameters)
  /// ECDSA with the signature in DER (X9.62).
  case ecdsa
  /// ECDSA with `r ‖ s` (BSI TR-03111).
  case plainECDSA
  /// DSA.
  case dsa
  /// Ed25519 or Ed448, which hash inside.
  case edwards

  /// The scheme with a dotted identifier, and the hash function that the identifier names with it:
  /// nil where it names none, or none that is computed here; nil for an unknown identifier.
  static func named(
    _ identifier: String, parameters: ArraySlice<UInt8>
  ) -> (scheme: SignatureScheme, hash: HashFunction?)? {
    switch identifier {
    case "1.2.840.113549.1.1.1": return (.rsa, nil)
    case "1.2.840.10045.2.1": return (.ecdsa, nil)
    case "1.2.840.10040.4.1": return (.dsa, nil)
    case "1.3.101.112", "1.3.101.113": return (.edwards, nil)
    case CertificateSignature.rsaPSS:
      var reader = DERReader(parameters)
      guard let fields = try? reader.contents(of: DERTag.sequence),
        let read = try? PSSParameters(reading: fields)
      else { return nil }
      return (.pss(read), HashFunction(objectIdentifier: read.hash))
    default: return withHash[identifier]
    }
  }

  /// The hash function that a signature's identifier names; nil for other identifiers. Some messages
  /// have such an identifier where that of a hash function belongs.
  static func hash(namedBy identifier: String) -> HashFunction? { withHash[identifier]?.hash }

  private static let withHash: [String: (scheme: SignatureScheme, hash: HashFunction?)] = [
    "1.2.840.113549.1.1.4": (.rsa, .md5), "1.2.840.113549.1.1.5": (.rsa, .sha1),
    "1.3.14.3.2.29": (.rsa, .sha1), "1.3.36.3.3.1.2": (.rsa, .ripemd160),
    "1.2.840.113549.1.1.14": (.rsa, .sha224), "1.2.840.113549.1.1.11": (.rsa, .sha256),
    "1.2.840.113549.1.1.12": (.rsa, .sha384), "1.2.840.113549.1.1.13": (.rsa, .sha512),
    "1.2.840.113549.1.1.15": (.rsa, .sha512Of224), "1.2.840.113549.1.1.16": (.rsa, .sha512Of256),
    "2.16.840.1.101.3.4.3.13": (.rsa, .sha3Of224), "2.16.840.1.101.3.4.3.14": (.rsa, .sha3Of256),
    "2.16.840.1.101.3.4.3.15": (.rsa, .sha3Of384), "2.16.840.1.101.3.4.3.16": (.rsa, .sha3Of512),
    "1.2.840.10045.4.1": (.ecdsa, .sha1), "1.2.840.10045.4.3.1": (.ecdsa, .sha224),
    "1.2.840.10045.4.3.2": (.ecdsa, .sha256), "1.2.840.10045.4.3.3": (.ecdsa, .sha384),
    "1.2.840.10045.4.3.4": (.ecdsa, .sha512), "2.16.840.1.101.3.4.3.9": (.ecdsa, .sha3Of224),
    "2.16.840.1.101.3.4.3.10": (.ecdsa, .sha3Of256),
    "2.16.840.1.101.3.4.3.11": (.ecdsa, .sha3Of384),
    "2.16.840.1.101.3.4.3.12": (.ecdsa, .sha3Of512),
    "0.4.0.127.0.7.1.1.4.1.1": (.plainECDSA, .sha1),
    "0.4.0.127.0.7.1.1.4.1.2": (.plainECDSA, .sha224),
    "0.4.0.127.0.7.1.1.4.1.3": (.plainECDSA, .sha256),
    "0.4.0.127.0.7.1.1.4.1.4": (.plainECDSA, .sha384),
    "0.4.0.127.0.7.1.1.4.1.5": (.plainECDSA, .sha512),
    "0.4.0.127.0.7.1.1.4.1.6": (.plainECDSA, .ripemd160),
    "0.4.0.127.0.7.1.1.4.1.8": (.plainECDSA, .sha3Of224),
    "0.4.0.127.0.7.1.1.4.1.9": (.plainECDSA, .sha3Of256),
    "0.4.0.127.0.7.1.1.4.1.10": (.plainECDSA, .sha3Of384),
    "0.4.0.127.0.7.1.1.4.1.11": (.plainECDSA, .sha3Of512),
    "1.2.840.10040.4.3": (.dsa, .sha1), "1.3.14.3.2.27": (.dsa, .sha1),
    "2.16.840.1.101.3.4.3.1": (.dsa, .sha224), "2.16.840.1.101.3.4.3.2": (.dsa, .sha256),
    "2.16.840.1.101.3.4.3.3": (.dsa, .sha384), "2.16.840.1.101.3.4.3.4": (.dsa, .sha512),
  ]

  /// Names of OpenSSL's key types that the scheme fits.
  var keyTypes: [String] {
    switch self {
    case .rsa: ["RSA"]
    case .pss: ["RSA", "RSA-PSS"]
    case .ecdsa, .plainECDSA: ["EC"]
    case .dsa: ["DSA"]
    case .edwards: ["ED25519", "ED448"]
    }
  }
}

/// Signatures of others, by any scheme and key that OpenSSL computes. Says nothing about strength.
extension PublicKey {
  /// Whether OpenSSL knows the key, and it is of a type that `scheme` wants.
  func fits(_ scheme: SignatureScheme) -> Bool {
    isOne(of: scheme.keyTypes)
  }

  /// Whether OpenSSL calls its type by one of `names`.
  private func isOne(of names: [String]) -> Bool {
    for name in names where unsafe pointer != nil && EVP_PKEY_is_a(pointer, name) == 1 {
      return true
    }
    return false
  }

  /// Whether OpenSSL knows the key's type at all.
  package var isKnown: Bool { unsafe pointer != nil }

  /// Length of the key in bits; 0 when it is not known.
  package var bits: Int { unsafe pointer.map { unsafe Int(EVP_PKEY_get_bits($0)) } ?? 0 }

  /// Whether the key is short enough to be broken: RSA and DSA below 2048 bits, curves below 224.
  package var isWeak: Bool {
    unsafe pointer != nil && bits < (isOne(of: ["RSA", "RSA-PSS", "DSA"]) ? 2048 : 224)
  }

  /// Whether `signature` is this key's over a message with the hash value `value`; nil when OpenSSL
  /// cannot say.
  func verify(
    _ signature: [UInt8], ofHash value: [UInt8], by function: HashFunction,
    _ scheme: SignatureScheme
  ) -> Bool? {
    guard fits(scheme), let method = unsafe function.implementation,
      SignatureBudget.pays(for: self)
    else { return nil }
    var wanted = signature
    if scheme == .plainECDSA {
      guard !signature.isEmpty, signature.count.isMultiple(of: 2) else { return false }
      let half = signature.count / 2
      wanted = DERWriter.sequence([
        DERWriter.integer(signature[..<half]), DERWriter.integer(signature[half...]),
      ])
    }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil), EVP_PKEY_CTX_free, "verify signature"),
        unsafe EVP_PKEY_verify_init(context.pointer) == 1,
        unsafe EVP_PKEY_CTX_set_signature_md(context.pointer, method) == 1,
        unsafe PublicKey.pad(context.pointer, scheme)
      else { return nil }
      return unsafe EVP_PKEY_verify(
        context.pointer, wanted, wanted.count, value, value.count) == 1
    }
  }

  /// Whether `signature` is this Edwards key's over `message`; nil when OpenSSL cannot say.
  func verify(_ signature: [UInt8], ofMessage message: [UInt8]) -> Bool? {
    guard fits(.edwards), SignatureBudget.pays(for: self) else { return nil }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(EVP_MD_CTX_new(), EVP_MD_CTX_free, "verify signature"),
        unsafe EVP_DigestVerifyInit(context.pointer, nil, nil, nil, pointer) == 1
      else { return nil }
      return unsafe EVP_DigestVerify(
        context.pointer, signature, signature.count, message, message.count) == 1
    }
  }

  private static func pad(_ context: OpaquePointer, _ scheme: SignatureScheme) -> Bool {
    switch scheme {
    case .ecdsa, .plainECDSA, .dsa, .edwards: return true
    case .rsa: return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
    case .pss(let parameters):
      guard let mask = HashFunction(objectIdentifier: parameters.maskHash),
        let method = unsafe mask.implementation, parameters.saltLength <= 1_024
      else { return false }
      return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, method) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, Int32(parameters.saltLength)) == 1
    }
  }
}
