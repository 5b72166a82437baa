import BroadsealBytes

/// Writes CBOR in the core deterministic encoding (RFC 8949 §4.2.1).
///
/// Integers, lengths and floating-point numbers take their shortest form; map entries are sorted by
/// the bytes of their encoded keys. So equal values give equal bytes.
package enum Encoder {
  /// The encoding of `value`.
  package static func encode(_ value: Value) -> [UInt8] {
    var writer = ByteWriter()
    write(value, to: &writer)
    return writer.bytes
  }

  /// The number of bytes before the content of a string, array or map of `count` parts.
  package static func headSize(_ count: Int) -> Int {
    switch count {
    case ..<24: 1
    case ..<0x100: 2
    case ..<0x1_0000: 3
    case ..<0x1_0000_0000: 5
    default: 9
    }
  }

  /// A map of values that are encoded already, in the order given: for readers that know but one
  /// order, which is not the deterministic one.
  package static func encode(inOrder entries: [(key: String, encoded: [UInt8])]) -> [UInt8] {
    var writer = ByteWriter()
    writeHead(5, UInt64(entries.count), to: &writer)
    for entry in entries {
      write(.text(entry.key), to: &writer)
      writer.write(entry.encoded)
    }
    return writer.bytes
  }

  private static func write(_ value: Value, to writer: inout ByteWriter) {
    switch value {
    case .unsigned(let number): writeHead(0, number, to: &writer)
    case .negative(let number): writeHead(1, number, to: &writer)
    case .bytes(let bytes):
      writeHead(2, UInt64(bytes.count), to: &writer)
      writer.write(bytes)
    case .text(let text):
      writeHead(3, UInt64(text.utf8.count), to: &writer)
      writer.write(text)
    case .array(let elements):
      writeHead(4, UInt64(elements.count), to: &writer)
      for element in elements { write(element, to: &writer) }
    case .map(let map):
      writeHead(5, UInt64(map.entries.count), to: &writer)
      for entry in isSorted(map.entries) ? map.entries : map.entries.sorted(by: precedes) {
        write(entry.key, to: &writer)
        write(entry.value, to: &writer)
      }
    case .tagged(let tag, let content):
      writeHead(6, tag, to: &writer)
      write(content, to: &writer)
    case .boolean(let flag): writer.write(flag ? 0xF5 : 0xF4)
    case .null: writer.write(0xF6)
    case .undefined: writer.write(0xF7)
    case .simple(let number): writeHead(7, UInt64(number), to: &writer)
    case .float(let number): writeFloat(number, to: &writer)
    }
  }

  private static func isSorted(_ entries: [Map.Entry]) -> Bool {
    for index in entries.indices.dropFirst()
    where !precedes(entries[index - 1], entries[index]) {
      return false
    }
    return true
  }

  /// Whether the encoding of the left key sorts before that of the right one. The head of a text
  /// holds its length, so that the shorter text comes first.
  private static func precedes(_ left: Map.Entry, _ right: Map.Entry) -> Bool {
    if case .text(let one) = left.key, case .text(let other) = right.key {
      let (count, otherCount) = (one.utf8.count, other.utf8.count)
      guard count == otherCount else { return count < otherCount }
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return encode(left.key).lexicographicallyPrecedes(encode(right.key))
  }

  private static func writeHead(_ major: UInt8, _ argument: UInt64, to writer: inout ByteWriter) {
    let type = major << 5
    switch argument {
    case ..<24: writer.write(type | UInt8(argument))
    case ..<0x100:
      writer.write(type | 24)
      writer.write(UInt8(argument))
    case ..<0x1_0000:
      writer.write(type | 25)
      writer.writeBigEndian(UInt16(argument))
    case ..<0x1_0000_0000:
      writer.write(type | 26)
      writer.writeBigEndian(UInt32(argument))
    default:
      writer.write(type | 27)
      writer.writeBigEndian(argument)
    }
  }

  private static func writeFloat(_ number: Double, to writer: inout ByteWriter) {
    if number.isNaN {
      writer.write([0xF9, 0x7E, 0x00])
    } else if Double(Float16(number)) == number {
      writer.write(0xF9)
      writer.writeBigEndian(Float16(number).bitPattern)
    } else if Double(Float(number)) == number {
      writer.write(0xFA)
      writer.writeBigEndian(Float(number).bitPattern)
    } else {
      writer.write(0xFB)
      writer.writeBigEndian(number.bitPattern)
    }
  }
}
