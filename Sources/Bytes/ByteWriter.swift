/// Builds bytes in order.
package struct ByteWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty writer with room for `capacity` bytes.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// How many bytes were written.
  package var count: Int { bytes.count }

  /// Appends one byte.
  package mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Appends bytes as they are.
  package mutating func write(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Appends an array; not generic, since most that is written comes through here.
  package mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Appends the UTF-8 form of `text`, without a terminator.
  package mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a 16-bit number, most significant byte first.
  package mutating func writeBigEndian(_ value: UInt16) { writeMostSignificantFirst(value) }

  /// Appends a 32-bit number, most significant byte first.
  package mutating func writeBigEndian(_ value: UInt32) { writeMostSignificantFirst(value) }

  /// Appends a 64-bit number, most significant byte first.
  package mutating func writeBigEndian(_ value: UInt64) { writeMostSignificantFirst(value) }

  private mutating func writeMostSignificantFirst<Integer: FixedWidthInteger & UnsignedInteger>(
    _ value: Integer
  ) {
    unsafe withUnsafeBytes(of: value.bigEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a number, least significant byte first.
  package mutating func writeLittleEndian<Integer: FixedWidthInteger & UnsignedInteger>(
    _ value: Integer
  ) {
    for index in 0..<(Integer.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> Integer(index * 8)))
    }
  }
}
