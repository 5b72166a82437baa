import BroadsealBytes

/// The table `C2PA` of a font: a head, the address of a store kept elsewhere, and a store (C2PA 2.5 §A.3.12).
struct FontStoreTable: Hashable, Sendable {
  /// The store, counted from the start of the table; nil when there is only an address.
  let store: Range<Int>?
  /// The address; empty when there is none.
  let address: String
  /// Whether the table holds nothing but its head, a store, and zeros.
  let isPlain: Bool

  static let headLength = 20
  private static let version: [UInt8] = [0, 0, 0, 1]

  /// Reads the whole table.
  init(_ bytes: [UInt8]) throws(Malformed) {
    var reader = ByteReader(bytes)
    let version = try reader.readUInt32()
    let addressStart = Int(try reader.readUInt32())
    let addressLength = Int(try reader.readUInt16())
    let reserved = try reader.readUInt16()
    let start = Int(try reader.readUInt32())
    let length = Int(try reader.readUInt32())
    func part(_ start: Int, _ length: Int) throws(Malformed) -> Range<Int>? {
      guard length > 0 else { return nil }
      guard start >= FontStoreTable.headLength, start <= bytes.count, length <= bytes.count - start
      else { throw Malformed("a part of the table that is not in it", at: 0) }
      return start..<start + length
    }
    store = try part(start, length)
    let place = try part(addressStart, addressLength)
    address = place.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    var rest = bytes[FontStoreTable.headLength...]
    if let store { rest.replaceSubrange(store, with: repeatElement(0, count: store.count)) }
    isPlain =
      place == nil && addressStart == 0 && reserved == 0 && rest.allSatisfy { $0 == 0 }
      && [1, 0x1_0000, 0, 0x2_0000].contains(version)
  }

  /// The table of `store`.
  static func bytes(_ store: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(capacity: headLength + store.count)
    writer.write(version)
    writer.write([UInt8](repeating: 0, count: 8))
    writer.writeBigEndian(UInt32(headLength))
    writer.writeBigEndian(UInt32(store.count))
    writer.write(store)
    return writer.bytes
  }
}
