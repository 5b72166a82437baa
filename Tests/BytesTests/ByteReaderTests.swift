import BroadsealBytes
import Testing

@Suite("Reading bytes")
struct ByteReaderTests {
  @Test("numbers are read in either byte order, and the offset counts from the base")
  func readsNumbers() throws {
    var reader = ByteReader([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], base: 100)
    #expect(try reader.readUInt8() == 1)
    #expect(try reader.readUInt16() == 0x0203)
    #expect(try reader.readUInt32() == 0x0405_0607)
    #expect(try reader.readUInt64() == 0x0809_0A0B_0C0D_0E0F)
    #expect(reader.isAtEnd)
    #expect(reader.offset == 115)
    var little = ByteReader([1, 2, 3, 4])
    let number: UInt32 = try little.readLittleEndian()
    #expect(number == 0x0403_0201)
  }

  @Test("slices share the received bytes and keep their place")
  func readsSlices() throws {
    var reader = ByteReader([9, 9, 1, 2, 3][2...], base: 7)
    #expect(try reader.readBytes(2) == [1, 2])
    #expect(reader.offset == 9)
    #expect(reader.peek() == 3)
    #expect(reader.peek(1) == nil)
    #expect(reader.rest == [3])
  }

  @Test("reading past the end throws with the offset and does not move", arguments: [4, -1, .max])
  func refusesTooMuch(_ count: Int) throws {
    var reader = ByteReader([1, 2, 3], base: 10)
    let error = #expect(throws: Malformed.self) { try reader.readBytes(count) }
    #expect(error?.offset == 10)
    #expect(throws: Malformed.self) { try reader.skip(count) }
    #expect(throws: Malformed.self) { try reader.readUInt32() }
    #expect(reader.remaining == 3)
  }

  @Test("what remains unread is an error where nothing may remain")
  func expectsEnd() throws {
    var reader = ByteReader([1])
    #expect(throws: Malformed("trailing bytes", at: 0)) { try reader.expectEnd() }
    try reader.skip(1)
    try reader.expectEnd()
  }

  @Test("a writer writes what a reader reads")
  func writes() {
    var writer = ByteWriter()
    writer.write(1)
    writer.write("é")
    writer.writeBigEndian(UInt16(0x0203))
    writer.writeLittleEndian(UInt16(0x0203))
    #expect(writer.bytes == [1, 0xC3, 0xA9, 2, 3, 3, 2])
    #expect(writer.count == 7)
  }

  @Test(
    "a range exists only where its ends are numbers",
    arguments: [(0, 0, true), (5, 10, true), (-1, 1, false), (1, -1, false), (.max, 1, false)])
  func checksRanges(_ start: Int, _ length: Int, _ exists: Bool) {
    #expect((ByteRange(start: start, length: length) != nil) == exists)
  }

  @Test(
    "texts are the same only byte by byte",
    arguments: [("K", "K", true), ("K", "\u{212A}", false), ("é", "e\u{301}", false)])
  func comparesExactly(_ left: String, _ right: String, _ same: Bool) {
    #expect(left.isExactly(right) == same)
  }
}
