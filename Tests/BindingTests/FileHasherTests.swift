import BroadsealBinding
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import Testing

@Suite struct FileHasherTests {
  private let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
  private let holes = [ByteRange(start: 0, length: 5), ByteRange(start: 1_048_570, length: 1_000)]
    .compactMap { $0 }

  private func kept() -> [UInt8] {
    Array(bytes[5..<1_048_570] + bytes[1_049_570...])
  }

  /// The same bytes in memory and in a file that is hashed a mebibyte at a time.
  private func sources() throws -> (memory: ByteSource, file: ByteSource, path: FilePath) {
    let path = FilePath("/tmp/broadseal-hash-\(UInt64.random(in: .min ... .max))")
    var output = try AtomicOutput(path, overwrites: false)
    try unsafe output.append(bytes.span.bytes)
    try output.commit()
    return (ByteSource(bytes: bytes), try ByteSource(path), path)
  }

  @Test(arguments: DigestAlgorithm.allCases)
  func `one pass gives the hash without the holes and the hash of the file`(
    algorithm: DigestAlgorithm
  ) throws {
    let (memory, file, path) = try sources()
    defer { TestFile.remove(path) }
    var buffer: [UInt8] = []
    let bound = try Digest.of(kept(), algorithm)
    for source in [memory, file] {
      let both = try FileHasher.digests(of: source, excluding: holes, algorithm, through: &buffer)
      #expect(both.bound == bound)
      #expect(try both.file == Digest.of(bytes, .sha256))
      #expect(
        try FileHasher.digest(of: source, excluding: holes, algorithm, through: &buffer) == bound)
    }
    #expect(buffer.count == ByteSource.preferredBufferSize)
  }

  @Test func `an empty file has the hash of nothing`() throws {
    var buffer: [UInt8] = []
    let digest = try FileHasher.fileDigest(of: ByteSource(bytes: []), through: &buffer)
    #expect(try digest == Digest.of([UInt8](), .sha256))
  }

  @Test func `a file that shrinks while it is hashed is an error and no hash`() throws {
    let (_, file, path) = try sources()
    defer { TestFile.remove(path) }
    TestFile.truncate(path, to: 1_000)
    var buffer: [UInt8] = []
    let fault = #expect(throws: HashingError.self) {
      try FileHasher.fileDigest(of: file, through: &buffer)
    }
    #expect(fault == .source(SourceError(.truncated, path: path.display)))
    #expect(throws: SourceError(.changed, path: path.display)) { try file.checkUnchanged() }
  }
}
