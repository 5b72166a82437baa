import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The end of central directory record: exactly one, and it closes the file (APPNOTE 4.3.16).
struct ZIPEndRecord: Hashable, Sendable {
  /// The record with its comment.
  let range: ByteRange
  /// Number of entries.
  let count: Int
  /// The central directory, which ends where the record begins.
  let directory: ByteRange

  /// Length of the record without its comment.
  static let size = 22
  /// The four bytes that open it.
  static let signature: UInt32 = 0x0605_4B50

  /// Finds the record and refuses every archive in which another reader might find another.
  init(_ source: ByteSource) throws(DocumentError) {
    let start = max(0, source.size - ZIPEndRecord.size - Int(UInt16.max))
    guard let reach = ByteRange(start..<source.size) else {
      throw ZIPFault.malformed(ZIPCode.end, "the file has no whole end record", at: 0)
    }
    let tail = try source.bytes(reach)[...]
    let offset = try ZIPEndRecord.position(in: tail, from: start)
    var reader = ByteReader(tail[(offset - start)...], base: offset)
    let fields: [Int]
    do throws(Malformed) {
      try reader.skip(4)
      var read: [Int] = []
      for _ in 0..<4 { read.append(Int(try reader.readLittleEndian() as UInt16)) }
      for _ in 0..<2 { read.append(Int(try reader.readLittleEndian() as UInt32)) }
      fields = read
    } catch { throw .malformed(code: ZIPCode.end.code, error) }
    let (disk, first, here, total, size, place) =
      (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])
    let isWide = disk == 0xFFFF || first == 0xFFFF || here == 0xFFFF || total == 0xFFFF
    let locator = offset - 20 - start
    if locator >= 0, tail[(tail.startIndex + locator)...].starts(with: [0x50, 0x4B, 6, 7]) {
      throw ZIPFault.zip64()
    }
    if isWide || size == 0xFFFF_FFFF || place == 0xFFFF_FFFF { throw ZIPFault.zip64() }
    guard disk == 0, first == 0 else { throw ZIPFault.severalDisks() }
    guard here == total else {
      throw ZIPFault.malformed(ZIPCode.count, "the end record counts two ways", at: offset + 8)
    }
    guard place + size == offset, let directory = ByteRange(start: place, length: size),
      let range = ByteRange(offset..<source.size)
    else {
      throw ZIPFault.malformed(
        ZIPCode.directoryOffset, "the central directory does not end at its end record",
        at: offset + 12)
    }
    guard size <= ZIPLimits.maximumDirectorySize else {
      throw ZIPFault.unsupported(ZIPCode.limit, "the central directory is too large")
    }
    self.range = range
    self.directory = directory
    count = total
    try ZIPEndRecord.check(tail, from: start, directory: directory, end: offset)
  }

  /// Where the one record stands that closes the file.
  private static func position(
    in tail: ArraySlice<UInt8>, from start: Int
  ) throws(DocumentError) -> Int {
    var closing: [Int] = []
    // Where the last record that was seen would end; the file breaks off where none was, or before that.
    var end = tail.endIndex + 1
    var search = tail.startIndex
    while let index = tail.firstIndex(of: "PK\u{5}\u{6}", from: search) {
      search = index + 1
      end = index + size
      guard end <= tail.endIndex else { continue }
      end += Int(tail[index + 20]) | Int(tail[index + 21]) << 8
      if end == tail.endIndex { closing.append(start + index) }
    }
    guard let first = closing.first else {
      throw end < tail.endIndex
        ? ZIPFault.malformed(ZIPCode.trailing, "bytes follow the end record", at: start)
        : ZIPFault.malformed(ZIPCode.end, "the file has no whole end record", at: start)
    }
    guard closing.count == 1 else {
      throw ZIPFault.malformed(ZIPCode.endAmbiguous, "two end records close the file", at: first)
    }
    return first
  }

  /// No other record may be found by a reader that searches the directory or the comment.
  private static func check(
    _ tail: ArraySlice<UInt8>, from start: Int, directory: ByteRange, end: Int
  ) throws(DocumentError) {
    let from = max(0, directory.start - start)
    var search = tail.startIndex + from
    while let index = tail.firstIndex(of: "PK\u{5}\u{6}", from: search) {
      search = index + 1
      guard start + index == end else {
        throw ZIPFault.malformed(
          ZIPCode.endAmbiguous, "a second end record hides in the directory or the comment",
          at: start + index)
      }
    }
  }
}
