import CBroadsealOpenSSL

/// AES in cipher block chaining (NIST SP 800-38A §6.2), which encrypted PDF documents use.
package enum AESCBC {
  /// Length of a block and of an initialisation vector.
  package static let blockSize = 16

  /// `bytes` encrypted under a key of 16 or 32 bytes.
  ///
  /// - Parameter padded: PKCS#7 padding; otherwise `bytes` are whole blocks.
  package static func encrypt(
    _ bytes: [UInt8], key: [UInt8], vector: [UInt8], padded: Bool
  ) throws(OpenSSLError) -> [UInt8] {
    try run(bytes, key: key, vector: vector, padded: padded, encrypting: true)
  }

  /// `bytes` decrypted under a key of 16 or 32 bytes; wrong padding throws.
  package static func decrypt(
    _ bytes: [UInt8], key: [UInt8], vector: [UInt8], padded: Bool
  ) throws(OpenSSLError) -> [UInt8] {
    try run(bytes, key: key, vector: vector, padded: padded, encrypting: false)
  }

  private static func run(
    _ bytes: [UInt8], key: [UInt8], vector: [UInt8], padded: Bool, encrypting: Bool
  ) throws(OpenSSLError) -> [UInt8] {
    let operation = encrypting ? "encrypt" : "decrypt"
    ERR_clear_error()
    guard [16, 32].contains(key.count), vector.count == blockSize,
      let length = Int32(exactly: bytes.count)
    else { throw OpenSSLError(operation: operation, reasons: ["bad key or data length"]) }
    let cipher = unsafe key.count == 16 ? EVP_aes_128_cbc() : EVP_aes_256_cbc()
    let context = try unsafe Handle(
      EVP_CIPHER_CTX_new(), { unsafe EVP_CIPHER_CTX_free($0) }, operation)
    var output = [UInt8](repeating: 0, count: bytes.count + blockSize)
    var filled: Int32 = 0
    var rest: Int32 = 0
    guard
      unsafe EVP_CipherInit_ex(
        context.pointer, cipher, nil, key, vector, encrypting ? 1 : 0) == 1,
      unsafe EVP_CIPHER_CTX_set_padding(context.pointer, padded ? 1 : 0) == 1,
      unsafe EVP_CipherUpdate(context.pointer, &output, &filled, bytes, length) == 1,
      unsafe output.withUnsafeMutableBufferPointer({ buffer in
        unsafe EVP_CipherFinal_ex(
          context.pointer, buffer.baseAddress?.advanced(by: Int(filled)), &rest)
      }) == 1
    else { throw OpenSSLError.draining(operation) }
    output.removeLast(output.count - Int(filled + rest))
    return output
  }
}
