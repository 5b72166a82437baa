package import BroadsealBytes
package import BroadsealFiles
package import BroadsealOpenSSL
import BroadsealWorkers

/// Bytes of a file that are hashed piece by piece, on as many processors as are free.
package struct HashedPieces: Sendable {
  /// The bytes.
  package let range: ByteRange
  /// The size of a piece in bytes; the last may be shorter.
  package let size: Int

  /// Pieces of `size` bytes.
  package init(range: ByteRange, size: Int) {
    self.range = range
    self.size = size
  }

  /// How many there are.
  package var count: Int { range.length == 0 ? 0 : (range.length - 1) / size + 1 }

  /// Copies `source`, from `start` on, into `area`, and hashes each piece on the way: one read, one write.
  ///
  /// - Parameter area: as long as the pieces together.
  package func copy(
    _ source: ByteSource, from start: Int, into area: OutputArea, _ algorithm: DigestAlgorithm
  ) throws(HashingError) -> [Digest] {
    let pieces = (0..<count).map { number in
      number * size..<min(range.length, (number + 1) * size)
    }
    return try HashedPieces.hashAll(pieces, algorithm) {
      piece, context, buffer throws(HashingError) in
      guard let part = ByteRange(start: start + piece.lowerBound, length: piece.count) else {
        throw .source(SourceError(.truncated, path: source.path))
      }
      var offset = piece.lowerBound
      do throws(StreamError<HashingError>) {
        try source.stream(part, through: &buffer) { span throws(HashingError) in
          do throws(OpenSSLError) { try context.update(span) } catch { throw .cryptography(error) }
          do throws(SourceError) { try area.write(span, at: offset) } catch {
            throw .source(error)
          }
          offset += span.byteCount
        }
      } catch {
        switch error {
        case .source(let fault): throw .source(fault)
        case .body(let fault): throw fault
        }
      }
      area.handOver(piece.count, at: piece.lowerBound)
    }
  }

  /// The hash of each of `pieces`, which `feed` puts into a context.
  private static func hashAll(
    _ pieces: [Range<Int>], _ algorithm: DigestAlgorithm,
    _ feed:
      @escaping @Sendable (Range<Int>, inout DigestContext, inout [UInt8]) throws(HashingError) ->
      Void
  ) throws(HashingError) -> [Digest] {
    var digests: [Digest] = []
    digests.reserveCapacity(pieces.count)
    var rest = pieces[...]
    try SpareThreads.withCrew(of: pieces.count) { crew throws(HashingError) in
      _ = try crew.run(
        draw: { _ in rest.popFirst().map { .job($0) } ?? .end },
        context: { [UInt8]() },
        work: { (piece: Range<Int>, buffer: inout [UInt8]) -> Result<Digest, HashingError> in
          Result { () throws(HashingError) in
            var context: DigestContext
            do throws(OpenSSLError) { context = try DigestContext(algorithm) } catch {
              throw .cryptography(error)
            }
            try feed(piece, &context, &buffer)
            do throws(OpenSSLError) { return try context.finish() } catch {
              throw .cryptography(error)
            }
          }
        },
        deliver: { (found: Result<Digest, HashingError>) throws(HashingError) in
          digests.append(try found.get())
        })
    }
    return digests
  }
}
