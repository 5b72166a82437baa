import BroadsealBytes
import BroadsealNotes

/// One entry of an archive: its record, and where its bytes stand.
struct ZIPEntry: Hashable, Sendable {
  /// Its record in the central directory.
  let record: ZIPRecord
  /// Its name.
  let name: ZIPName
  /// Local header, data and descriptor.
  let range: ByteRange
  /// The data as it stands in the file.
  let data: ByteRange
  /// Length of the descriptor behind the data; 0 when there is none.
  let descriptorLength: Int
  /// Whether the local header says nothing that the record does not say too: same version, same
  /// time, and no extra field but the record's own.
  let isRepeated: Bool

  /// Length of the fixed part of a local header.
  static let headerSize = 30
  /// The four bytes that open a local header.
  static let signature: UInt32 = 0x0403_4B50
  /// Offset of the checksum in a local header.
  static let checksumOffset = 14

  /// Reads the local header of `record`, which must agree with it, and the descriptor.
  ///
  /// - Parameter end: where the next entry, or the directory, begins.
  init(
    _ record: ZIPRecord, _ name: ZIPName, end: Int, in window: inout ByteWindow
  ) throws(DocumentError) {
    let start = Int(record.headerOffset)
    guard let fixed = try window.bytes(ZIPEntry.headerSize, at: start) else {
      throw ZIPFault.malformed(ZIPCode.overlap, "an entry reaches into the directory", at: start)
    }
    let header = ZIPLocalHeader(Array(fixed))
    guard header.signature == ZIPEntry.signature else {
      throw ZIPFault.malformed(ZIPCode.headerMismatch, "an entry has no local header", at: start)
    }
    if header.usesZIP64 { throw ZIPFault.zip64() }
    let size = ZIPEntry.headerSize + header.nameLength + header.extraLength
    guard let whole = try window.bytes(size, at: start), start + size <= end,
      end - start - size >= Int(record.compressedSize),
      let data = ByteRange(start: start + size, length: Int(record.compressedSize)),
      let range = ByteRange(start..<end)
    else { throw ZIPFault.malformed(ZIPCode.overlap, "an entry overlaps what follows", at: start) }
    let named = whole.dropFirst(ZIPEntry.headerSize)
    let extra = named.dropFirst(header.nameLength)
    guard header.agrees(with: record), named.prefix(header.nameLength).elementsEqual(record.name)
    else {
      throw ZIPFault.malformed(
        ZIPCode.headerMismatch, "a local header contradicts the central directory", at: start)
    }
    try ZIPExtra.check(
      extra, name: record.name, at: start + ZIPEntry.headerSize + header.nameLength)
    self.record = record
    self.name = name
    self.range = range
    self.data = data
    isRepeated =
      header.repeats(record) && (extra.isEmpty || extra.elementsEqual(record.extra))
    descriptorLength = end - data.end
    try checkDescriptor(in: &window)
    if name.isFolder, data.length > 0,
      try window.bytes(data.length, at: data.start)?.elementsEqual(ZIPEntry.deflatedNothing)
        != true
    {
      throw ZIPFault.malformed(ZIPCode.type, "a folder has content", at: start)
    }
  }

  /// What nothing becomes when it is deflated (RFC 1951 §3.2.6).
  private static let deflatedNothing: [UInt8] = [3, 0]

  /// Sizes and checksum behind the data, with or without their signature (APPNOTE 4.3.9).
  private func checkDescriptor(in window: inout ByteWindow) throws(DocumentError) {
    let place = data.end
    guard record.hasDescriptor else {
      guard descriptorLength == 0 else {
        throw ZIPFault.malformed(ZIPCode.gap, "bytes stand between two entries", at: place)
      }
      return
    }
    var expected = ByteWriter(capacity: 16)
    if descriptorLength == 16 { expected.writeLittleEndian(0x0807_4B50 as UInt32) }
    for field in [record.checksum, record.compressedSize, record.size] {
      expected.writeLittleEndian(field)
    }
    guard let found = try window.bytes(min(descriptorLength, 17), at: place),
      found.elementsEqual(expected.bytes)
    else {
      throw ZIPFault.malformed(
        ZIPCode.descriptor, "a data descriptor is missing or contradicts the directory", at: place)
    }
  }
}

/// The fixed part of a local file header (APPNOTE 4.3.7).
struct ZIPLocalHeader {
  private let bytes: [UInt8]

  /// A header of `ZIPEntry.headerSize` bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The four bytes that open it.
  var signature: UInt32 { long(0) }
  /// Length of the name that follows.
  var nameLength: Int { Int(short(26)) }
  /// Length of the extra field behind the name.
  var extraLength: Int { Int(short(28)) }

  /// Whether its sizes stand in the extra field (APPNOTE 4.5.3).
  var usesZIP64: Bool { long(18) == .max || long(22) == .max }

  /// Whether it says the same as `record` in everything that decides how data is read.
  ///
  /// Sizes and checksum that follow in a descriptor may be zero here, each of them.
  func agrees(with record: ZIPRecord) -> Bool {
    guard short(6) == record.flags, short(8) == record.method else { return false }
    let stated = [long(14), long(18), long(22)]
    let known = [record.checksum, record.compressedSize, record.size]
    return zip(stated, known).allSatisfy { $0 == $1 || record.hasDescriptor && $0 == 0 }
  }

  /// Whether it says the same as `record` in the fields that decide nothing, too.
  func repeats(_ record: ZIPRecord) -> Bool {
    short(4) == record.versionNeeded && short(10) == record.time && short(12) == record.date
  }

  private func short(_ offset: Int) -> UInt16 {
    UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
  }

  private func long(_ offset: Int) -> UInt32 {
    UInt32(short(offset)) | UInt32(short(offset + 2)) << 16
  }
}
