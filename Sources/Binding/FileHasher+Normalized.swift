import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL

extension FileHasher {
  /// The hash of the text outside `excluded` in Unicode Normalization Form C (C2PA 2.5
  /// §14.12.1.3.1); nil for text that has no such form here.
  ///
  /// - Parameter excluded: sorted, without overlap, inside the file, which is UTF-8.
  static func normalizedDigest(
    of source: ByteSource, excluding excluded: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> Digest? {
    do throws(StreamError<OpenSSLError>) {
      var context = try fresh(algorithm)
      var normalizer = TextNormalizer()
      var fault: TextNormalizer.Fault?
      for range in ByteRange(first: source.size).minus(excluded) {
        try source.stream(range, through: &buffer) { span throws(OpenSSLError) in
          guard fault == nil else { return }
          fault = try normalizer.feed(span) { text throws(OpenSSLError) in
            unsafe try context.update(text.span.bytes)
          }
        }
      }
      guard fault == nil else { return nil }
      do throws(OpenSSLError) {
        fault = try normalizer.finish { text throws(OpenSSLError) in
          unsafe try context.update(text.span.bytes)
        }
      } catch { throw .body(error) }
      return fault == nil ? try finish(&context) : nil
    } catch { throw HashingError(error) }
  }
}
