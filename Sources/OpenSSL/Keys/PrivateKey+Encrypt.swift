import CBroadsealOpenSSL

extension PrivateKey {
  /// Rounds of PBKDF2 between a passphrase and the key it makes: half a second of guessing each.
  private static let rounds: Int32 = 600_000

  /// The key as encrypted PKCS#8 in PEM: PBES2 with AES-256-CBC and PBKDF2 over HMAC-SHA-256
  /// (RFC 8018), which every program that reads encrypted keys understands.
  func encryptedPEM(_ passphrase: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    let operation = "write private key"
    ERR_clear_error()
    let plain = try unsafe Handle(EVP_PKEY2PKCS8(pointer), PKCS8_PRIV_KEY_INFO_free, operation)
    guard
      let scheme = unsafe PKCS5_pbe2_set_iv(
        EVP_aes_256_cbc(), Self.rounds, nil, 16, nil, NID_hmacWithSHA256)
    else { throw OpenSSLError.draining(operation) }
    let secret = passphrase.map { CChar(bitPattern: $0) }
    guard
      let sealed = unsafe PKCS8_set0_pbe(secret, Int32(secret.count), plain.pointer, scheme)
    else {
      unsafe X509_ALGOR_free(scheme)
      throw OpenSSLError.draining(operation)
    }
    defer { unsafe X509_SIG_free(sealed) }
    return PEM.text(
      "ENCRYPTED PRIVATE KEY", try unsafe DER.encode(operation) { unsafe i2d_X509_SIG(sealed, $0) })
  }
}
