import BroadsealBytes

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
