import BroadsealBytes
import BroadsealCompression
import BroadsealFiles

/// A ZIP archive of which every byte belongs to an entry, the directory or the end record.
struct ZIPArchive: Sendable {
  /// The archive's bytes.
  let source: ByteSource
  /// Its end record.
  let end: ZIPEndRecord
  /// The entries in file order.
  let entries: [ZIPEntry]
  /// The comment at the end of the file.
  let comment: [UInt8]
  /// Places in `entries` in the order of the directory.
  let directoryOrder: [Int]

  /// Reads the directory and every local header; throws where two readers could disagree.
  init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    end = try ZIPEndRecord(source)
    let records = try ZIPArchive.records(of: source, end)
    let order = records.indices.sorted {
      records[$0].headerOffset < records[$1].headerOffset
    }
    var names = ZIPNames()
    var window = ByteWindow(source)
    var entries: [ZIPEntry] = []
    entries.reserveCapacity(records.count)
    var places = [Int](repeating: 0, count: records.count)
    for (place, index) in order.enumerated() {
      let record = records[index]
      if place == 0, record.headerOffset != 0 {
        throw ZIPFault.malformed(ZIPCode.prefix, "bytes stand before the first entry", at: 0)
      }
      let name = try ZIPName(record)
      try names.add(name, at: record.offset)
      let isLast = place + 1 == order.count
      let next = isLast ? end.directory.start : Int(records[order[place + 1]].headerOffset)
      entries.append(try ZIPEntry(record, name, end: next, in: &window))
      places[index] = place
    }
    try names.checkFolders()
    if records.isEmpty, end.directory.start != 0 {
      throw ZIPFault.malformed(ZIPCode.prefix, "bytes stand before the directory", at: 0)
    }
    let length = end.range.length - ZIPEndRecord.size
    comment =
      try ByteRange(start: end.range.end - length, length: length)
      .map { range throws(DocumentError) in try source.bytes(range) } ?? []
    self.entries = entries
    directoryOrder = places
  }

  /// The records, as many as the end record counts and no byte more.
  private static func records(
    of source: ByteSource, _ end: ZIPEndRecord
  ) throws(DocumentError) -> [ZIPRecord] {
    var reader = ByteReader(try source.bytes(end.directory), base: end.directory.start)
    var records: [ZIPRecord] = []
    while !reader.isAtEnd {
      guard records.count < end.count else {
        throw ZIPFault.malformed(
          ZIPCode.count, "the directory holds more than the end record counts", at: reader.offset)
      }
      records.append(try ZIPRecord(from: &reader))
    }
    guard records.count == end.count else {
      throw ZIPFault.malformed(
        ZIPCode.count, "the directory holds less than the end record counts", at: end.range.start)
    }
    return records
  }

  /// The entry whose name readers without case take for `name`; nil when there is none.
  func entry(named name: String) -> ZIPEntry? {
    let folded = ZIPName.fold(name)
    return entries.first { $0.name.folded == folded }
  }

  /// The content of `entry`, inflated; nil when it is encrypted, packed in another way, damaged or
  /// longer than `limit`.
  func content(of entry: ZIPEntry, limit: Int) throws(DocumentError) -> [UInt8]? {
    guard !entry.record.isEncrypted, Int(entry.record.size) <= limit, entry.data.length <= limit
    else { return nil }
    let stored = try source.bytes(entry.data)
    let content: [UInt8]
    switch entry.record.method {
    case 0: content = stored
    case 8:
      let limit = Int(entry.record.size)
      guard let inflated = try? Deflate.inflate(stored[...], .bare, limit: limit),
        inflated.used == stored.count
      else { return nil }
      content = inflated.bytes
    default: return nil
    }
    let isWhole = content.count == Int(entry.record.size)
    return isWhole && CRC32.of(content) == entry.record.checksum ? content : nil
  }
}
