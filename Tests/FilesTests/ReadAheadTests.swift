import BroadsealBytes
import BroadsealFiles
import Glibc
import TestSupport
import Testing

/// Files that are read on a thread of their own, some blocks ahead.
@Suite("Large parts of files")
struct ReadAheadTests {
  private struct Enough: Error {}

  private static let size = (5 << 20) + 12_345
  private let scratch = Scratch()

  private static let bytes: [UInt8] = {
    var chance = Damage(seed: 7)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 8)
    while bytes.count < size {
      unsafe withUnsafeBytes(of: chance.next()) { unsafe bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(size))
  }()

  private init() { scratch.write(ReadAheadTests.bytes, to: "large") }

  private func source() throws -> ByteSource { try ByteSource(path: scratch("large")) }

  @Test(
    "come whole and in order",
    arguments: [0..<size, 1..<size - 1, 777_777..<(777_777 + (4 << 20)), 10..<(4 << 20)])
  func whole(_ range: Range<Int>) throws {
    var buffer: [UInt8] = []
    var got: [UInt8] = []
    let part = try #require(ByteRange(range))
    try source().stream(part, through: &buffer) { span throws(Enough) in
      unsafe span.withUnsafeBytes { unsafe got.append(contentsOf: $0) }
    }
    #expect(got == Array(ReadAheadTests.bytes[range]))
  }

  @Test("come from where a file inside the file starts")
  func inside() throws {
    let start = 4_099
    let part = try source().part(try #require(ByteRange(start: start, length: 5 << 20)))
    var buffer: [UInt8] = []
    var got: [UInt8] = []
    let wanted = try #require(ByteRange(start: 3, length: (5 << 20) - 3))
    try part.stream(wanted, through: &buffer) { span throws(Enough) in
      unsafe span.withUnsafeBytes { unsafe got.append(contentsOf: $0) }
    }
    #expect(got == Array(ReadAheadTests.bytes[(start + 3)..<(start + (5 << 20))]))
  }

  @Test("are left wherever their taker has enough", arguments: 1...6)
  func left(_ blocks: Int) throws {
    let source = try source()
    var buffer: [UInt8] = []
    for _ in 0..<20 {
      var taken = 0
      do {
        try source.stream(ByteRange(first: source.size), through: &buffer) {
          _ throws(Enough) in
          taken += 1
          if taken == blocks { throw Enough() }
        }
        Issue.record("nobody stopped it")
      } catch StreamError<Enough>.body { #expect(taken == blocks) }
    }
  }

  @Test("that became shorter meanwhile are no whole", arguments: [0, 1 << 18, 3_000_001])
  func shorter(_ size: Int) throws {
    let source = try source()
    #expect(unsafe truncate(scratch("large"), off_t(size)) == 0)
    var buffer: [UInt8] = []
    var got = 0
    do {
      try source.stream(ByteRange(first: source.size), through: &buffer) { span throws(Enough) in
        got += span.byteCount
      }
      Issue.record("nobody noticed")
    } catch StreamError<Enough>.source(let fault) {
      #expect(fault.kind == .truncated && got == size)
    }
  }
}
