import CBroadsealOpenSSL

extension PrivateKey {
  /// The signature over `message`; ECDSA signatures are raw `r ‖ s`, with the lesser `s`.
  ///
  /// Throws when the algorithm does not fit the key's type, curve or strength.
  package func sign(
    _ message: [UInt8], with algorithm: SignatureAlgorithm
  ) throws(OpenSSLError) -> [UInt8] {
    guard algorithm.fits(publicKey.kind) else {
      throw OpenSSLError(
        operation: "sign",
        reasons: ["\(algorithm.name) does not fit a key of type \(publicKey.kind)"])
    }
    ERR_clear_error()
    guard let digestAlgorithm = algorithm.digest else { return try signEd25519(message) }
    let digest = try Digest.of(message, digestAlgorithm)
    let context = try unsafe Handle(
      EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil), EVP_PKEY_CTX_free, "sign")
    guard unsafe EVP_PKEY_sign_init(context.pointer) == 1,
      unsafe algorithm.configure(context.pointer, digestAlgorithm)
    else { throw OpenSSLError.draining("sign") }
    var length = unsafe Int(EVP_PKEY_get_size(pointer))
    var signature = [UInt8](repeating: 0, count: length)
    guard
      unsafe EVP_PKEY_sign(
        context.pointer, &signature, &length, digest.bytes, digest.bytes.count) == 1
    else { throw OpenSSLError.draining("sign") }
    signature.removeLast(signature.count - length)
    guard let curve = algorithm.curve else { return signature }
    guard let pair = ECDSASignature(der: signature, curve: curve) else {
      throw OpenSSLError(operation: "sign", reasons: ["unexpected form of signature"])
    }
    return pair.low(on: curve)
  }

  private func signEd25519(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    let context = try unsafe Handle(EVP_MD_CTX_new(), EVP_MD_CTX_free, "sign")
    var length = 64
    var signature = [UInt8](repeating: 0, count: length)
    guard unsafe EVP_DigestSignInit(context.pointer, nil, nil, nil, pointer) == 1,
      unsafe EVP_DigestSign(context.pointer, &signature, &length, message, message.count) == 1,
      length == signature.count
    else { throw OpenSSLError.draining("sign") }
    return signature
  }
}
