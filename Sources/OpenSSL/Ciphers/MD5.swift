import CBroadsealOpenSSL

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
