import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealWorkers

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
