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
