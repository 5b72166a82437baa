import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

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

  /// The index in an `APP2` segment; nil when there is none.
  ///
  /// Programs that show the second picture, such as the one that makes the first brighter, would find another
  /// in its place if an index were left as it is.
  ///
  /// - Throws: a refusal where there are several, or one that cannot be read.
  static func find(in payloads: [ByteRange], of source: ByteSource) throws(DocumentError)
    -> MultiPictureIndex?
  {
    var found: [ByteRange] = []
    for payload in payloads where payload.length >= 4 {
      guard let head = ByteRange(start: payload.start, length: 4) else { continue }
      if try source.bytes(head) == Array("MPF\0".utf8) { found.append(payload) }
    }
    guard let payload = found.first else { return nil }
    guard found.count == 1,
      let index = MultiPictureIndex(
        try source.bytes(payload), at: payload.start)
    else {
      throw refusal("the index of its pictures cannot be followed", at: found.last ?? payload)
    }
    return index
  }

  private static func refusal(_ reason: String, at range: ByteRange) -> DocumentError {
    .refused(Refusal(Note(JPEGCode.places, reason, at: range.start), remedy: .sidecar))
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
    var found: (ByteRange, [UInt8])?
    for field in 0..<fields {
      let place = directory + 2 + field * 12
      guard let tag = number(2, at: place), let count = number(4, at: place + 4),
        let value = number(4, at: place + 8)
      else { return nil }
      guard tag == MultiPictureIndex.entryTag else { continue }
      guard found == nil, count > 0, count % MultiPictureIndex.entrySize == 0,
        count / MultiPictureIndex.entrySize <= JPEGLimits.maximumPictures,
        value <= tiff.count - count,
        let entries = ByteRange(start: offset + 4 + value, length: count)
      else { return nil }
      found = (entries, Array(tiff.dropFirst(value).prefix(count)))
    }
    guard let found else { return nil }
    header = offset + 4
    (entries, bytes) = found
    isLittleEndian = isLittle
  }

  /// The entries after `edits`: every picture keeps its place relative to the header, and the
  /// pictures that grew or shrank get their new size. Nil when nothing changes.
  ///
  /// - Throws: a refusal where a number does not fit, or leads back to the front of the header.
  func patch(for edits: [Edit]) throws(DocumentError) -> Edit? {
    var patched = bytes
    let changing = ChangingBytes(edits.map(\.range))
    for start in stride(from: 0, to: bytes.count, by: MultiPictureIndex.entrySize) {
      let (size, offset) = (number(at: start + 4), number(at: start + 8))
      // The first picture holds the header: its offset is zero and means the start of the file.
      let place = offset == 0 ? 0 : header + offset
      guard place + size <= Int(UInt32.max), offset == 0 || !changing.touches(place, size) else {
        throw MultiPictureIndex.refusal("a picture stands where the file would change", at: entries)
      }
      let moved = MultiPictureIndex.moved(place, by: edits)
      let newSize = MultiPictureIndex.moved(place + size, by: edits) - moved
      let newOffset = offset == 0 ? 0 : moved - MultiPictureIndex.moved(header, by: edits)
      guard put(newSize, at: start + 4, of: &patched),
        put(newOffset, at: start + 8, of: &patched)
      else {
        throw MultiPictureIndex.refusal("the index cannot say where they would be", at: entries)
      }
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
