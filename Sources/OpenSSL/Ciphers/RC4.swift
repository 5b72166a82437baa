import CBroadsealOpenSSL

/// The RC4 stream cipher: only to read and write what old encrypted PDF documents prescribe.
///
/// It protects nothing any more, and the house uses it for nothing else.
package enum RC4 {
  /// `bytes` under `key`, which encrypts and decrypts alike.
  package static func apply(_ key: [UInt8], to bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: bytes.count)
    unsafe shim_RC4(key, Int32(key.count), bytes, bytes.count, &output)
    return output
  }
}

/// The MD5 hash: only for the key derivation that encrypted PDF documents prescribe.
///
/// It proves nothing any more, so it is no `DigestAlgorithm` and makes no `Digest`.
package enum MD5 {
  /// The 16 bytes of the hash.
  package static func of(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    ERR_clear_error()
    var value = [UInt8](repeating: 0, count: 16)
    guard unsafe EVP_Digest(bytes, bytes.count, &value, nil, EVP_md5(), nil) == 1 else {
      throw OpenSSLError.draining("hash")
    }
    return value
  }
}
