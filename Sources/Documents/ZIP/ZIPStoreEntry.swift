import BroadsealBytes

/// The entry of a store that is to be written: stored, without flags, its checksum still zero
/// (C2PA 2.5 §A.6.2.2).
struct ZIPStoreEntry {
  /// The local header.
  let header: [UInt8]
  /// The record of the central directory.
  let record: [UInt8]
  /// Where header and store stand in the output.
  let range: ByteRange

  /// Version 1.0 needs nothing but storing; nobody asks who made it.
  private static let version: UInt16 = 10
  /// The first of January 1980, the earliest date that the format knows: equal input gives equal
  /// bytes.
  private static let date: UInt16 = 0x0021

  /// The entry of a store of `size` bytes at `offset`.
  init(size: Int, offset: Int) {
    var shared = ByteWriter()
    for field in [ZIPStoreEntry.version, 0, 0, 0, ZIPStoreEntry.date] {
      shared.writeLittleEndian(field)
    }
    for field in [0, UInt32(truncatingIfNeeded: size), UInt32(truncatingIfNeeded: size)] {
      shared.writeLittleEndian(field)
    }
    shared.writeLittleEndian(UInt16(ZIPStore.path.utf8.count))
    shared.writeLittleEndian(0 as UInt16)
    var header = ByteWriter()
    header.writeLittleEndian(ZIPEntry.signature)
    header.write(shared.bytes)
    header.write(ZIPStore.path)
    var record = ByteWriter()
    record.writeLittleEndian(ZIPRecord.signature)
    record.writeLittleEndian(ZIPStoreEntry.version)
    record.write(shared.bytes)
    // No comment, first disk, no internal and no external attributes.
    record.write([UInt8](repeating: 0, count: 10))
    record.writeLittleEndian(UInt32(truncatingIfNeeded: offset))
    record.write(ZIPStore.path)
    self.header = header.bytes
    self.record = record.bytes
    range = ByteRange(start: offset, length: header.count + size) ?? ByteRange(first: 0)
  }
}
