/// A bounds-checked cursor over received bytes.
///
/// Every read either returns exactly what was asked for or throws `Malformed` with the offset.
/// Slices share the storage of the bytes they were cut from: what is hashed later is what came in.
package struct ByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private let base: Int
  private var position: Int

  /// Reads `bytes`; `base` is the offset of their first byte in the file, for error messages.
  package init(_ bytes: ArraySlice<UInt8>, base: Int = 0) {
    self.bytes = bytes
    self.base = base
    self.position = bytes.startIndex
  }

  /// Reads the whole of `bytes`.
  package init(_ bytes: [UInt8], base: Int = 0) {
    self.init(bytes[...], base: base)
  }

  /// Offset of the next byte, counted with `base`.
  package var offset: Int { base + (position - bytes.startIndex) }

  /// Bytes not yet read.
  package var remaining: Int { bytes.endIndex - position }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.endIndex }

  /// The unread bytes, without moving.
  package var rest: ArraySlice<UInt8> { bytes[position...] }

  /// An error at the current offset.
  package func malformed(_ reason: String) -> Malformed { Malformed(reason, at: offset) }

  /// Takes the next `count` bytes.
  package mutating func readBytes(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw malformed("unexpected end of data") }
    let slice = bytes[position..<position + count]
    position += count
    return slice
  }

  /// Moves over the next `count` bytes.
  package mutating func skip(_ count: Int) throws(Malformed) {
    guard count >= 0, count <= remaining else { throw malformed("unexpected end of data") }
    position += count
  }

  /// The byte `ahead` places after the next one, if there is one.
  package func peek(_ ahead: Int = 0) -> UInt8? {
    guard ahead >= 0, ahead < remaining else { return nil }
    return bytes[position + ahead]
  }

  /// Throws unless everything was read.
  package func expectEnd(_ reason: String = "trailing bytes") throws(Malformed) {
    guard isAtEnd else { throw malformed(reason) }
  }
}

extension ByteReader {
  /// The next byte.
  package mutating func readUInt8() throws(Malformed) -> UInt8 {
    guard position < bytes.endIndex else { throw malformed("unexpected end of data") }
    defer { position += 1 }
    return bytes[position]
  }

  /// A 16-bit number, most significant byte first.
  package mutating func readUInt16() throws(Malformed) -> UInt16 { try readBigEndian() }

  /// A 32-bit number, most significant byte first.
  package mutating func readUInt32() throws(Malformed) -> UInt32 { try readBigEndian() }

  /// A 64-bit number, most significant byte first.
  package mutating func readUInt64() throws(Malformed) -> UInt64 { try readBigEndian() }

  /// A number of `Integer`'s width, most significant byte first.
  package mutating func readBigEndian<Integer: FixedWidthInteger & UnsignedInteger>()
    throws(Malformed) -> Integer
  {
    var value: Integer = 0
    for byte in try readBytes(Integer.bitWidth / 8) {
      value = (value << 8) | Integer(truncatingIfNeeded: byte)
    }
    return value
  }

  /// A number of `Integer`'s width, least significant byte first.
  package mutating func readLittleEndian<Integer: FixedWidthInteger & UnsignedInteger>()
    throws(Malformed) -> Integer
  {
    var value: Integer = 0
    for byte in try readBytes(Integer.bitWidth / 8).reversed() {
      value = (value << 8) | Integer(truncatingIfNeeded: byte)
    }
    return value
  }
}
