import BroadsealBytes
import CBroadsealOpenSSL

/// Random bytes from OpenSSL's generator.
package enum Random {
  /// `count` unpredictable bytes.
  package static func bytes(_ count: Int) throws(OpenSSLError) -> [UInt8] {
    guard count > 0 else { return [] }
    ERR_clear_error()
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe RAND_bytes_ex(nil, &bytes, count, 0) == 1 else {
      throw OpenSSLError.draining("draw random bytes")
    }
    return bytes
  }

  /// A version 4 UUID in its text form, in lower case (RFC 9562 §5.4).
  package static func uuid() throws(OpenSSLError) -> String {
    var bytes = try bytes(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
      .map { Hex.encode(bytes[$0]) }.joined(separator: "-")
  }
}
