import BroadsealBytes
import BroadsealFiles

/// The index of the pictures in a Multi-Picture file (CIPA DC-007, 5.2.3): one entry of 16 bytes
/// for each picture, with its size and its offset from the index's own header.
struct MultiPictureIndex: Sendable {
  /// Where the byte order of the header stands; offsets are counted from here.
  private let header: Int
  /// Where the entries stand in the file, and their bytes.
  private let entries: ByteRange
  private let bytes: [UInt8]
  private let isLittleEndian: Bool

  private static let entrySize = 16
  private static let entryTag: UInt32 = 0xB002

  /// The index in the first `APP2` segment that holds one; nil when there is none, or none that
  /// can be read: then it is left as it is.
  static func find(in payloads: [ByteRange], of source: ByteSource) throws(DocumentError)
    -> MultiPictureIndex?
  {
    for payload in payloads where payload.length >= 12 {
      guard let head = ByteRange(start: payload.start, length: 4) else { continue }
      guard try source.bytes(head) == Array("MPF\0".utf8) else { continue }
      return MultiPictureIndex(try source.bytes(payload), at: payload.start)
    }
    return nil
  }

  /// Reads the payload of the segment, which stands at `offset`.
  init?(_ payload: [UInt8], at offset: Int) {
    let tiff = payload.dropFirst(4)
    guard tiff.starts(with: [0x49, 0x49]) || tiff.starts(with: [0x4D, 0x4D]) else { return nil }
    let isLittle = tiff.starts(with: [0x49, 0x49])
    func number(_ width: Int, at place: Int) -> Int? {
      guard place >= 0, place <= tiff.count - width else { return nil }
      let digits = tiff.dropFirst(place).prefix(width)
      let ordered = isLittle ? Array(digits.reversed()) : Array(digits)
      return ordered.reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(2, at: 2) == 0x2A, let directory = number(4, at: 4),
      let fields = number(2, at: directory)
    else { return nil }
    for field in 0..<fields {
      let place = directory + 2 + field * 12
      guard let tag = number(2, at: place), let count = number(4, at: place + 4),
        let value = number(4, at: place + 8)
      else { return nil }
      guard tag == MultiPictureIndex.entryTag else { continue }
      guard count > 0, count % MultiPictureIndex.entrySize == 0,
        count / MultiPictureIndex.entrySize <= JPEGLimits.maximumPictures,
        value <= tiff.count - count,
        let entries = ByteRange(start: offset + 4 + value, length: count)
      else { return nil }
      self.header = offset + 4
      self.entries = entries
      self.bytes = Array(tiff.dropFirst(value).prefix(count))
      self.isLittleEndian = isLittle
      return
    }
    return nil
  }

  /// The entries after `edits`: every picture keeps its place relative to the header, and the
  /// pictures that grew or shrank get their new size. Nil when nothing changes, or when a number
  /// does not fit.
  func patch(for edits: [Edit]) -> Edit? {
    var patched = bytes
    for start in stride(from: 0, to: bytes.count, by: MultiPictureIndex.entrySize) {
      let (size, offset) = (number(at: start + 4), number(at: start + 8))
      // The first picture holds the header: its offset is zero and means the start of the file.
      let place = offset == 0 ? 0 : header + offset
      let moved = MultiPictureIndex.moved(place, by: edits)
      let newSize = MultiPictureIndex.moved(place + size, by: edits) - moved
      let newOffset = offset == 0 ? 0 : moved - MultiPictureIndex.moved(header, by: edits)
      guard put(newSize, at: start + 4, of: &patched),
        put(newOffset, at: start + 8, of: &patched)
      else { return nil }
    }
    return patched == bytes ? nil : Edit(entries, with: [.bytes(patched)])
  }

  /// Where the byte at `place` stands after `edits`.
  private static func moved(_ place: Int, by edits: [Edit]) -> Int {
    edits.reduce(place) { sum, edit in
      edit.range.end <= place ? sum + edit.length - edit.range.length : sum
    }
  }

  private func number(at place: Int) -> Int {
    let digits = bytes[place..<place + 4]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) {
      $0 << 8 | Int($1)
    }
  }

  private func put(_ value: Int, at place: Int, of bytes: inout [UInt8]) -> Bool {
    guard let value = UInt32(exactly: value) else { return false }
    for index in 0..<4 {
      let shift = UInt32(isLittleEndian ? index : 3 - index) * 8
      bytes[place + index] = UInt8(truncatingIfNeeded: value >> shift)
    }
    return true
  }
}
