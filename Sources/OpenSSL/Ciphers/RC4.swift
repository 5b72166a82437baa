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
