import Testing

@testable import BroadsealCompression

@Suite("What gzip packed comes out whole, within a limit, or with a reason")
struct GzipTests {
  /// "hello\n" as gzip packs it (RFC 1952).
  private let hello: [UInt8] = [
    0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 2, 0, 0x20, 0x30, 0x3A,
    0x36, 6, 0, 0, 0,
  ]

  /// What comes out of `bytes`, read so many at a time.
  private func unpack(
    _ bytes: [UInt8], limit: Int = 100, by step: Int = 1_000
  ) -> (ending: Gzip.Ending, out: String) {
    var rest = bytes[...]
    var out: [UInt8] = []
    let ending = Gzip.unpack(limit: limit) { () throws(Never) in
      let piece = Array(rest.prefix(step))
      rest = rest.dropFirst(step)
      return piece
    } write: { (piece) throws(Never) in
      out += piece
    }
    return (ending, String(decoding: out, as: UTF8.self))
  }

  @Test(
    "one member, several, and zeros behind them, in pieces of any size", arguments: [1, 7, 1_000])
  func whole(step: Int) {
    for (bytes, text) in [
      (hello, "hello\n"), (hello + hello, "hello\nhello\n"),
      (hello + [UInt8](repeating: 0, count: 50), "hello\n"),
    ] {
      let (ending, out) = unpack(bytes, by: step)
      #expect(ending == .whole)
      #expect(out == text)
    }
  }

  @Test(
    "what breaks off, is changed, or has something behind it is damaged", arguments: [1, 1_000])
  func damaged(step: Int) {
    var changed = hello
    changed[changed.count - 8] ^= 1
    for bytes in [
      [], Array(hello.dropLast()), Array(hello.prefix(10)), changed, hello + [1],
      hello + [0, 0, 1], hello + [0] + hello, hello + hello.dropLast(4),
    ] { #expect(unpack(bytes, by: step).ending == .damaged) }
  }

  @Test("no more comes out than is allowed")
  func limit() {
    #expect(unpack(hello, limit: 6).ending == .whole)
    #expect(unpack(hello, limit: 5).ending == .tooLarge)
    #expect(unpack(hello, limit: 5).out.isEmpty)
    #expect(unpack(hello + hello, limit: 11).ending == .tooLarge)
    #expect(unpack(hello + hello, limit: 11).out == "hello\n")
  }
}
