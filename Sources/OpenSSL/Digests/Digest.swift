import BroadsealBytes
import CBroadsealOpenSSL

/// A hash value together with the function that made it.
package struct Digest: Hashable, Sendable {
  /// The hash function.
  package let algorithm: DigestAlgorithm

  /// The hash value, `algorithm.byteCount` bytes long.
  package let bytes: [UInt8]

  /// A known hash value; nil when its length is not the algorithm's.
  package init?(_ algorithm: DigestAlgorithm, bytes: [UInt8]) {
    guard bytes.count == algorithm.byteCount else { return nil }
    self.algorithm = algorithm
    self.bytes = bytes
  }

  init(finished bytes: [UInt8], _ algorithm: DigestAlgorithm) {
    self.algorithm = algorithm
    self.bytes = bytes
  }

  /// The hash of `bytes`.
  package static func of(
    _ bytes: [UInt8], _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> Digest {
    try unsafe of(bytes.span.bytes, algorithm)
  }

  /// The hash of `bytes`, read where they are.
  package static func of(
    _ bytes: ArraySlice<UInt8>, _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> Digest {
    try unsafe of(bytes.span.bytes, algorithm)
  }

  /// The hash of the bytes of `span`.
  package static func of(
    _ span: RawSpan, _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> Digest {
    var value = [UInt8](repeating: 0, count: algorithm.byteCount)
    let done = unsafe span.withUnsafeBytes { input in
      unsafe EVP_Digest(
        input.baseAddress, input.count, &value, nil, algorithm.implementation, nil)
    }
    guard done == 1 else { throw OpenSSLError.draining("hash") }
    return Digest(finished: value, algorithm)
  }

  /// The hash value as lower-case hexadecimal text.
  package var hex: String { Hex.encode(bytes) }
}
