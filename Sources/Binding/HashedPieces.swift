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

/// Hashes blocks of a large file, each for itself, on as many processors as are free.
enum LeafHasher {
  /// Bytes that are worth a thread of their own.
  private static let jobSize = 4 << 20

  /// The hash values of `blocks`, which stand one behind the other, one after the other.
  static func hashes(
    of source: ByteSource, _ blocks: [ByteRange], _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> [UInt8] {
    var hashes: [UInt8] = []
    hashes.reserveCapacity(blocks.count * algorithm.byteCount)
    let length = (blocks.last?.end ?? 0) - (blocks.first?.start ?? 0)
    guard length > jobSize, source.content == nil else {
      for block in blocks {
        hashes += try hash(of: source, block, algorithm, through: &buffer)
      }
      return hashes
    }
    var next = 0
    try SpareThreads.withCrew(of: length / jobSize + 1) { crew throws(HashingError) in
      _ = try crew.run(
        draw: { _ in
          guard next < blocks.count else { return .end }
          let first = next
          while next < blocks.count, blocks[next].end - blocks[first].start <= jobSize { next += 1 }
          next = max(next, first + 1)
          return .job(Array(blocks[first..<next]))
        },
        context: { [UInt8]() },
        work: { (job: [ByteRange], buffer: inout [UInt8]) -> Result<[UInt8], HashingError> in
          Result { () throws(HashingError) in
            var found: [UInt8] = []
            for block in job {
              found += try hash(of: source, block, algorithm, through: &buffer)
            }
            return found
          }
        },
        deliver: { (found: Result<[UInt8], HashingError>) throws(HashingError) in
          hashes += try found.get()
        })
    }
    return hashes
  }

  private static func hash(
    of source: ByteSource, _ block: ByteRange, _ algorithm: DigestAlgorithm,
    through buffer: inout [UInt8]
  ) throws(HashingError) -> [UInt8] {
    try FileHasher.digest(of: source, ranges: [block], algorithm, through: &buffer).bytes
  }
}
