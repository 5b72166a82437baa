import Bytes
import Documents
import OpenSSL

/// One pass over a document: what is copied is hashed on the way, the store's room is left out.
enum HashedOutput {
  /// Writes `placement` of `source` to `output`; the digest of every byte outside the store's room.
  static func write(
    _ placement: Placement, of source: ByteSource, to output: inout AtomicOutput,
    through buffer: inout [UInt8], _ algorithm: DigestAlgorithm
  ) throws(SigningError) -> Digest {
    let target = output.target.display
    do throws(StreamError<OpenSSLError>) {
      var context = try context(algorithm)
      try PieceWriter.write(placement.pieces, of: source, to: &output, through: &buffer) {
        span throws(OpenSSLError) in try context.update(span)
      }
      return try finish(&context)
    } catch {
      switch error {
      case .body(let cause): throw .cryptography(cause)
      case .source(let fault) where fault.path == target: throw .writing(fault)
      case .source(let fault): throw .reading(fault)
      }
    }
  }

  /// The digest of all of `source`.
  static func hash(
    _ source: ByteSource, through buffer: inout [UInt8], _ algorithm: DigestAlgorithm
  ) throws(SigningError) -> Digest {
    do throws(StreamError<OpenSSLError>) {
      var context = try context(algorithm)
      if let all = ByteRange(0..<source.size) {
        try source.stream(all, through: &buffer) { span throws(OpenSSLError) in
          try context.update(span)
        }
      }
      return try finish(&context)
    } catch {
      switch error {
      case .body(let cause): throw .cryptography(cause)
      case .source(let fault): throw .reading(fault)
      }
    }
  }

  private static func context(
    _ algorithm: DigestAlgorithm
  ) throws(StreamError<OpenSSLError>) -> DigestContext {
    do throws(OpenSSLError) {
      return try DigestContext(algorithm)
    } catch { throw .body(error) }
  }

  private static func finish(
    _ context: inout DigestContext
  ) throws(StreamError<OpenSSLError>) -> Digest {
    do throws(OpenSSLError) {
      return try context.finish()
    } catch { throw .body(error) }
  }
}
