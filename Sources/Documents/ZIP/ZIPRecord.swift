import BroadsealBytes
import BroadsealCompression
import BroadsealNotes

/// One record of the central directory (APPNOTE 4.3.12), as received.
struct ZIPRecord: Hashable, Sendable {
  /// The whole record.
  let bytes: ArraySlice<UInt8>
  /// Where it stands in the file.
  let offset: Int

  let madeBy: UInt16
  let versionNeeded: UInt16
  let flags: UInt16
  let method: UInt16
  let time: UInt16
  let date: UInt16
  let checksum: UInt32
  let compressedSize: UInt32
  let size: UInt32
  let name: ArraySlice<UInt8>
  let extra: ArraySlice<UInt8>
  let externalAttributes: UInt32
  let headerOffset: UInt32

  /// Length of the fixed part.
  static let fixedSize = 46
  /// Offset of the checksum in a record.
  static let checksumOffset = 16
  /// The four bytes that open a record.
  static let signature: UInt32 = 0x0201_4B50

  /// Reads the next record of a directory.
  init(from reader: inout ByteReader) throws(DocumentError) {
    offset = reader.offset
    do throws(Malformed) {
      let whole = reader.rest
      guard try reader.readLittleEndian() as UInt32 == ZIPRecord.signature else {
        throw Malformed("no record of the central directory", at: offset)
      }
      madeBy = try reader.readLittleEndian()
      versionNeeded = try reader.readLittleEndian()
      flags = try reader.readLittleEndian()
      method = try reader.readLittleEndian()
      time = try reader.readLittleEndian()
      date = try reader.readLittleEndian()
      checksum = try reader.readLittleEndian()
      compressedSize = try reader.readLittleEndian()
      size = try reader.readLittleEndian()
      let nameLength: UInt16 = try reader.readLittleEndian()
      let extraLength: UInt16 = try reader.readLittleEndian()
      let commentLength: UInt16 = try reader.readLittleEndian()
      let disk: UInt16 = try reader.readLittleEndian()
      try reader.skip(2)
      externalAttributes = try reader.readLittleEndian()
      headerOffset = try reader.readLittleEndian()
      name = try reader.readBytes(Int(nameLength))
      extra = try reader.readBytes(Int(extraLength))
      try reader.skip(Int(commentLength))
      bytes = whole.prefix(reader.offset - offset)
      guard disk == 0 else { throw Malformed(ZIPRecord.diskReason, at: offset) }
    } catch {
      if error.reason == ZIPRecord.diskReason { throw ZIPFault.severalDisks() }
      throw .malformed(code: ZIPCode.directory.code, error)
    }
    try check()
  }

  private static let diskReason = "an entry stands on another disk"

  /// Whether sizes and checksum follow the data (general purpose bit 3).
  var hasDescriptor: Bool { flags & 0x0008 != 0 }
  /// Whether the data is encrypted (bit 0), in the old way or by AES (method 99).
  var isEncrypted: Bool { flags & 0x0001 != 0 || method == 99 }
  /// Whether the name is said to be UTF-8 (bit 11).
  var isUTF8: Bool { flags & 0x0800 != 0 }

  /// Encryption, deflate's options, descriptor and UTF-8; everything else changes how bytes are read.
  private static let knownFlags: UInt16 = 0x080F

  private func check() throws(DocumentError) {
    let wide = UInt32.max
    guard compressedSize != wide, size != wide, headerOffset != wide else { throw ZIPFault.zip64() }
    guard flags & ~ZIPRecord.knownFlags == 0 else {
      throw ZIPFault.malformed(
        ZIPCode.flags, "an entry has flags of unknown effect", at: offset + 8)
    }
    let isPlausible =
      isEncrypted || (method == 0 ? compressedSize == size : compressedSize > 0 || size == 0)
    guard isPlausible else {
      throw ZIPFault.malformed(
        ZIPCode.sizes, "the sizes of an entry contradict each other", at: offset)
    }
    try ZIPExtra.check(extra, name: name, at: offset + ZIPRecord.fixedSize + name.count)
    try checkType()
  }

  /// Links and devices mean another thing wherever they are unpacked; folders are told by their names.
  private func checkType() throws(DocumentError) {
    let host = madeBy >> 8
    let mode = (host == 3 || host == 19) ? externalAttributes >> 28 : 0
    let endsAsFolder = name.last == UInt8(ascii: "/")
    switch mode {
    // Java's packers leave the mode at -1.
    case 0, 0x8, 0xF: break
    case 0x4 where endsAsFolder: break
    case 0xA: throw ZIPFault.unsupported(ZIPCode.symlink, "an entry is a symbolic link")
    // What `zip` reads from a pipe it calls a pipe.
    default: throw ZIPFault.unsupported(ZIPCode.type, "an entry is no regular file")
    }
    // Some writers deflate even nothing: two bytes, which the entry checks.
    let isEmpty = size == 0 && (compressedSize == 0 || method == 8 && compressedSize == 2)
    if endsAsFolder, !isEmpty {
      throw ZIPFault.malformed(ZIPCode.type, "a folder has content", at: offset)
    }
  }
}

/// The extra field of an entry: blocks of an identifier, a length and data (APPNOTE 4.5).
enum ZIPExtra {
  /// Identifier of 64-bit sizes.
  static let zip64: UInt16 = 0x0001
  /// Identifier of a second, Unicode path (APPNOTE 4.6.9).
  static let unicodePath: UInt16 = 0x7075

  /// Checks that no reader finds other sizes or another name in `extra`.
  ///
  /// - Parameters:
  ///   - name: the name of the entry, as the header spells it.
  ///   - offset: where `extra` stands in the file.
  static func check(
    _ extra: ArraySlice<UInt8>, name: ArraySlice<UInt8>, at offset: Int
  ) throws(DocumentError) {
    var reader = ByteReader(extra, base: offset)
    do throws(Malformed) {
      while reader.remaining >= 4 {
        let place = reader.offset
        let identifier: UInt16 = try reader.readLittleEndian()
        let length: UInt16 = try reader.readLittleEndian()
        // Some writers align an entry with zeros, which are no block.
        if identifier == 0, length == 0, reader.rest.allSatisfy({ $0 == 0 }) { return }
        let data = try reader.readBytes(Int(length))
        try check(identifier, data, name: name, at: place)
      }
      guard reader.rest.allSatisfy({ $0 == 0 }) else {
        throw reader.malformed("the extra field breaks off")
      }
    } catch {
      if error.reason == zip64Reason { throw ZIPFault.zip64() }
      // WinZip and 7-Zip write the name of an old code page, and the same in Unicode beside it.
      if error.reason == pathReason { throw ZIPFault.unsupported(ZIPCode.unicodePath, pathReason) }
      throw .malformed(code: ZIPCode.extra.code, error)
    }
  }

  private static let zip64Reason = "an entry uses ZIP64 sizes"
  private static let pathReason = "an entry has a second name in Unicode"

  private static func check(
    _ identifier: UInt16, _ data: ArraySlice<UInt8>, name: ArraySlice<UInt8>, at offset: Int
  ) throws(Malformed) {
    switch identifier {
    case zip64: throw Malformed(zip64Reason, at: offset)
    case unicodePath:
      let sum = CRC32.of(name)
      let expected = [1] + (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) } + name
      guard data.elementsEqual(expected) else { throw Malformed(pathReason, at: offset) }
    default: break
    }
  }
}
