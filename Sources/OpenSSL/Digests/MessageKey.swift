import CBroadsealOpenSSL

/// A secret by which its owner knows again what he wrote (HMAC with SHA-256, RFC 2104).
package struct MessageKey: Sendable {
  private let bytes: [UInt8]

  /// Bytes of a key, and of a code.
  package static let byteCount = 32

  /// A key; nil when it is not as long as a code.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == MessageKey.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The code of a message.
  package func code(of message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: MessageKey.byteCount)
    var count: UInt32 = 0
    let made = unsafe HMAC(
      EVP_sha256(), bytes, Int32(bytes.count), message, message.count, &code, &count)
    guard unsafe made != nil, count == MessageKey.byteCount else {
      throw OpenSSLError.draining("authenticate")
    }
    return code
  }
}
