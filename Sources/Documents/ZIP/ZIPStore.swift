import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The entry that holds the manifest store (C2PA 2.5 §A.6.3).
enum ZIPStore {
  /// The one path it may have.
  static let path = "META-INF/content_credential.c2pa"
  /// Its name shows it in an archive that cannot be read; what members hold may be archives too.
  static let mark = StoreMark(names: [path]) { source throws(SourceError) in
    try ZIPHeldData(source).ranges
  }

  /// Why the entry is no store that every reader would take for the same; nil when it is.
  ///
  /// No hash covers its local header, so that must say what its record says, byte for byte.
  static func fault(of entry: ZIPEntry) -> Note? {
    func note(_ code: ZIPCode, _ detail: String? = nil) -> Note {
      Note(code, detail, at: entry.range.start)
    }
    let record = entry.record
    guard entry.name.text.isExactly(path) else {
      return note(ZIPCode.storePath, "an entry bears almost the name of the manifest store")
    }
    guard !record.isEncrypted else {
      return note(ZIPCode.storeEncrypted, "the manifest store is encrypted")
    }
    guard record.method == 0 else {
      return note(ZIPCode.storeCompressed, "the manifest store is compressed")
    }
    guard record.flags & ~0x0800 == 0 else {
      return note(ZIPCode.storeFlags, "the manifest store has flags that it may not have")
    }
    guard entry.isRepeated, entry.range.length == headerLength(of: record) + entry.data.length
    else {
      return note(
        ZIPCode.storeHeader, "the header of the manifest store holds more than the directory says")
    }
    guard entry.data.length > 0, entry.data.length <= StoreLimits.maximumSize else {
      return note(ZIPCode.storeSize)
    }
    return nil
  }

  /// Length of a local header that repeats `record`.
  private static func headerLength(of record: ZIPRecord) -> Int {
    ZIPEntry.headerSize + record.name.count + record.extra.count
  }
}

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
