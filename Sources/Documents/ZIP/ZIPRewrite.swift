import BroadsealBytes
import BroadsealCompression

/// An entry that is written anew, with its record.
struct ZIPRewrite {
  /// Local header and data.
  let entry: [UInt8]
  /// The record, its offset still that of the old entry.
  let record: [UInt8]

  /// `entry` with other content, compressed as it was; nil when it is compressed in a way that is
  /// not written here.
  init?(_ entry: ZIPEntry, content: [UInt8]) {
    let data: [UInt8]
    switch entry.record.method {
    case 0: data = content
    case 8:
      guard let deflated = try? Deflate.deflate(content) else { return nil }
      data = deflated
    default: return nil
    }
    guard let stored = UInt32(exactly: data.count), let size = UInt32(exactly: content.count)
    else { return nil }
    self.init(
      entry, data: data, checksum: CRC32.of(content), stored: stored, size: size,
      method: entry.record.method)
  }

  /// A folder whose local header says nothing that its record does not say.
  init(folder entry: ZIPEntry) {
    self.init(entry, data: [], checksum: entry.record.checksum, stored: 0, size: 0, method: 0)
  }

  private init(
    _ entry: ZIPEntry, data: [UInt8], checksum: UInt32, stored: UInt32, size: UInt32,
    method: UInt16
  ) {
    // Sizes are known beforehand now: no descriptor follows.
    let flags = entry.record.flags & ~0x0008
    var record = Array(entry.record.bytes)
    record.put(flags, at: 8)
    record.put(method, at: 10)
    record.put(checksum, at: ZIPRecord.checksumOffset)
    record.put(stored, at: 20)
    record.put(size, at: 24)
    var header = ByteWriter(capacity: ZIPEntry.headerSize + data.count)
    header.writeLittleEndian(ZIPEntry.signature)
    // Version, flags, method, time, date, checksum and sizes stand in the same order in both.
    header.write(record[6..<28])
    header.writeLittleEndian(UInt16(truncatingIfNeeded: entry.record.name.count))
    header.writeLittleEndian(0 as UInt16)
    header.write(entry.record.name)
    header.write(data)
    self.entry = header.bytes
    self.record = record
  }
}

extension [UInt8] {
  /// Puts a number over four bytes, least significant first.
  mutating func put(_ value: UInt32, at offset: Int) {
    for index in 0..<4 { self[offset + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }

  /// Puts a number over two bytes, least significant first.
  mutating func put(_ value: UInt16, at offset: Int) {
    for index in 0..<2 { self[offset + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }
}
