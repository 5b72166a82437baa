import CBroadsealOpenSSL

extension PublicKey {
  /// Whether `signature` is this key's over `message`.
  ///
  /// A signature of the wrong length or form, an algorithm that does not fit the key's type, curve
  /// or strength, and a wrong signature are all plainly false. ECDSA signatures are raw `r ‖ s`.
  package func verify(
    _ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard let digestAlgorithm = algorithm.digest else {
      return verifyEd25519(signature, of: message, with: algorithm)
    }
    guard let digest = try? Digest.of(message, digestAlgorithm) else { return false }
    return verify(signature, of: digest, with: algorithm)
  }

  /// Whether `signature` is this key's over a message with that digest; false for Ed25519, which
  /// signs messages only.
  package func verify(
    _ signature: [UInt8], of digest: Digest, with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard algorithm.fits(kind), algorithm.digest == digest.algorithm else { return false }
    var wanted = signature
    if let curve = algorithm.curve {
      guard let pair = ECDSASignature(raw: signature, curve: curve) else { return false }
      wanted = pair.der
    }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil), EVP_PKEY_CTX_free, "verify signature"),
        unsafe EVP_PKEY_verify_init(context.pointer) == 1,
        unsafe PrivateKey.configure(context.pointer, for: algorithm, digest.algorithm)
      else { return false }
      return unsafe EVP_PKEY_verify(
        context.pointer, wanted, wanted.count, digest.bytes, digest.bytes.count) == 1
    }
  }

  private func verifyEd25519(
    _ signature: [UInt8], of message: [UInt8], with algorithm: SignatureAlgorithm
  ) -> Bool {
    guard algorithm.fits(kind), signature.count == algorithm.signatureSize else { return false }
    return OpenSSLError.quietly {
      guard
        let context = try? unsafe Handle(
          EVP_MD_CTX_new(), EVP_MD_CTX_free, "verify signature"),
        unsafe EVP_DigestVerifyInit(context.pointer, nil, nil, nil, pointer) == 1
      else { return false }
      return unsafe EVP_DigestVerify(
        context.pointer, signature, signature.count, message, message.count) == 1
    }
  }
}
