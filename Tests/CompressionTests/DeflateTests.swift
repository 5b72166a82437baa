import Testing

@testable import BroadsealCompression

@Suite("What is deflated inflates again, within a limit and with nothing left out of account")
struct DeflateTests {
  private let text = Array(String(repeating: "text and more text, ", count: 5_000).utf8)

  @Test("deflate and inflate are each other's inverse, within the limit")
  func inverse() throws {
    let small = try Deflate.deflate(text)
    #expect(small.count < text.count / 10)
    let inflated = try Deflate.inflate(small[...], .bare, limit: text.count)
    #expect(inflated.bytes == text && inflated.used == small.count)
    #expect(throws: Deflate.Fault.tooLarge) {
      try Deflate.inflate(small[...], .bare, limit: text.count - 1)
    }
    #expect(throws: Deflate.Fault.damaged) {
      try Deflate.inflate(small.dropLast(), .bare, limit: text.count)
    }
    #expect(try Deflate.inflate(Deflate.deflate([])[...], .bare, limit: 0).bytes == [])
  }

  @Test("what follows the data is told by where the data ends")
  func rest() throws {
    let small = try Deflate.deflate(text)
    let inflated = try Deflate.inflate((small + [0, 1])[...], .bare, limit: text.count)
    #expect(inflated.bytes == text && inflated.used == small.count)
  }

  @Test("the two forms are not taken for each other")
  func forms() throws {
    // "a" in a zlib wrapper, as RFC 1950 has it: header, one fixed block, Adler-32.
    let wrapped: [UInt8] = [0x78, 0x9C, 0x4B, 0x04, 0x00, 0x00, 0x62, 0x00, 0x62]
    #expect(try Deflate.inflate(wrapped[...], .zlib, limit: 1).bytes == [0x61])
    #expect(throws: Deflate.Fault.damaged) { try Deflate.inflate(wrapped[...], .bare, limit: 1) }
    var damaged = wrapped
    damaged[8] ^= 1
    #expect(throws: Deflate.Fault.damaged) { try Deflate.inflate(damaged[...], .zlib, limit: 1) }
    let bare = try Deflate.deflate(text)
    #expect(throws: Deflate.Fault.damaged) {
      try Deflate.inflate(bare[...], .zlib, limit: text.count)
    }
  }

  @Test("the checksum is the one of ZIP and PNG")
  func checksum() {
    // The check value of CRC-32/ISO-HDLC.
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of(Array("x123456789".utf8).dropFirst()) == 0xCBF4_3926)
    #expect(CRC32.of([UInt8]()) == 0)
  }
}
