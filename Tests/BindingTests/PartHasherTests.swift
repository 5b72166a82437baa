import BroadsealBytes
import BroadsealOpenSSL
import Testing

@testable import BroadsealBinding

@Suite("Many hashes in one pass")
struct PartHasherTests {
  private let bytes = Array("abcdefgh".utf8)

  private func digests(
    _ parts: [Range<Int>], pieces: [Range<Int>]
  ) throws -> [[UInt8]]? {
    var hasher = try PartHasher(
      parts.map { HashedPart($0.isEmpty ? [] : [ByteRange($0)].compactMap(\.self)) }, .sha256)
    for piece in pieces {
      unsafe try hasher.update(bytes[piece].span.bytes, at: piece.lowerBound)
    }
    return try hasher.finish()?.map(\.bytes)
  }

  @Test("each part gets the digest of its own bytes, however they go by")
  func parts() throws {
    let expected = try [0..<3, 4..<8].map { try Digest.of(bytes[$0], .sha256).bytes }
    for pieces in [[0..<8], [0..<2, 2..<5, 5..<8], (0..<8).map { $0..<($0 + 1) }] {
      #expect(try digests([0..<3, 4..<8], pieces: pieces) == expected)
    }
  }

  @Test("a file that ends early gives no digests")
  func short() throws {
    #expect(try digests([0..<3, 4..<8], pieces: [0..<7]) == nil)
    #expect(try digests([0..<3], pieces: []) == nil)
  }

  @Test("a file that is nothing but its store has the digest of nothing")
  func empty() throws {
    #expect(try digests([0..<0], pieces: []) == [try Digest.of([UInt8](), .sha256).bytes])
  }

  @Test("bytes that stand nowhere in the file go before a range, once, however it goes by")
  func prefixes() throws {
    let ranges = [0..<3, 4..<8].compactMap { ByteRange($0) }
    let expected = try Digest.of(Array("<abc>efgh".utf8), .sha256).bytes
    for pieces in [[0..<8], [0..<2, 2..<5, 5..<8], (0..<8).map { $0..<($0 + 1) }] {
      var hasher = try PartHasher(
        [HashedPart(ranges, prefixes: [0: Array("<".utf8), 1: Array(">".utf8)])], .sha256)
      for piece in pieces {
        unsafe try hasher.update(bytes[piece].span.bytes, at: piece.lowerBound)
      }
      #expect(try hasher.finish()?.map(\.bytes) == [expected])
    }
  }
}
