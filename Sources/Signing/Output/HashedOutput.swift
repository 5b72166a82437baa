import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import Synchronization

/// One pass over a document: what is copied is hashed on the way, the store's rooms are left out.
enum HashedOutput {
  /// Writes `placement` of `source` to `output`; the digests that its hard binding needs, in the
  /// order of `HardBinding.parts`.
  static func write(
    _ placement: Placement, of source: ByteSource, to output: inout AtomicOutput,
    through buffer: inout [UInt8], _ algorithm: DigestAlgorithm
  ) throws(SigningError) -> [Digest] {
    let target = output.target.display
    let rooms = placement.rooms
    var room = 0
    var offset = 0
    let binding = HardBindings.writing(placement)
    if let pieces = binding.pieces {
      return try write(
        placement, pieces, binding, of: source, to: &output, through: &buffer, algorithm)
    }
    let parts = binding.parts(outputSize: placement.outputSize)
    do throws(StreamError<OpenSSLError>) {
      var hasher = try PartHasher.streaming(parts, algorithm)
      try PieceWriter.write(placement.pieces, of: source, to: &output, through: &buffer) {
        span throws(OpenSSLError) in
        while room < rooms.count, rooms[room].start <= offset {
          offset = max(offset, rooms[room].end)
          room += 1
        }
        try hasher.update(span, at: offset)
        offset += span.byteCount
      }
      return try hasher.finish(after: source)
    } catch {
      switch error {
      case .body(let cause): throw .cryptography(cause)
      case .source(let fault) where fault.path == target: throw .writing(fault)
      case .source(let fault): throw .reading(fault)
      }
    }
  }

  /// The digest of the file at `path` without `excluded`.
  static func digest(
    of path: FilePath, excluding excluded: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(SigningError) -> Digest {
    do throws(HashingError) {
      let source: ByteSource
      do throws(SourceError) { source = try ByteSource(path) } catch { throw .source(error) }
      return try FileHasher.digest(
        of: source, excluding: excluded, algorithm, through: &buffer)
    } catch {
      switch error {
      case .cryptography(let cause): throw .cryptography(cause)
      case .source(let fault): throw .writing(fault)
      }
    }
  }

  /// The digest of all of `source`.
  static func hash(
    _ source: ByteSource, through buffer: inout [UInt8], _ algorithm: DigestAlgorithm
  ) throws(SigningError) -> Digest {
    do throws(HashingError) {
      return try FileHasher.digest(of: source, excluding: [], algorithm, through: &buffer)
    } catch {
      switch error {
      case .cryptography(let cause): throw .cryptography(cause)
      case .source(let fault): throw .reading(fault)
      }
    }
  }
}

/// Buffers that are used again, one for each document that is being written at a time.
///
/// A class because a lock has one place; what it holds is only ever touched under it.
final class BufferPool: Sendable {
  private let idle = Mutex<[[UInt8]]>([])

  /// Runs `body` with a buffer of `ByteSource.preferredBufferSize` bytes.
  func withBuffer<Value, Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var buffer =
      idle.withLock { $0.popLast() }
      ?? [UInt8](repeating: 0, count: ByteSource.preferredBufferSize)
    defer { idle.withLock { $0.append(buffer) } }
    return try body(&buffer)
  }
}
