import CBroadsealOpenSSL

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
    guard fits(scheme), let method = unsafe function.implementation else { return nil }
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
    guard fits(.edwards) else { return nil }
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
