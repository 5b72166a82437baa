import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A table of places in the file, in one of its boxes: of chunks (`stco`, `co64`), of what belongs to
/// encrypted samples (`saio`), of fragments (`tfhd`, `tfra`) (ISO/IEC 14496-12 §8.7.5, §8.7.9, §8.8.7, §8.8.10).
struct OffsetList: Sendable {
  /// The box.
  let box: MediaBox
  /// The boxes around it, the outermost first.
  let ancestors: [MediaBox]
  /// Where the first place stands.
  let first: Int
  /// How many there are.
  let count: Int
  /// How many bytes each has: 4 or 8.
  let width: Int
  /// How far one is from the next.
  let stride: Int

  /// The table in `box`; nil where it is of another kind, or says none.
  ///
  /// - Throws: a refusal where it is not understood to its last byte.
  init?(
    _ box: MediaBox, in ancestors: [MediaBox], _ search: inout MediaBoxSearch
  ) throws(DocumentError) {
    self.box = box
    self.ancestors = ancestors
    /// Where the first place stands in the box, and how many bytes stand behind the last.
    let place: Int
    var rest = 0
    switch box.type {
    case OffsetList.chunks, OffsetList.largeChunks:
      width = box.type == OffsetList.chunks ? 4 : 8
      place = 8
      count = try OffsetList.number(at: 4, of: box, &search)
      stride = width
    case OffsetList.auxiliary:
      let head = try OffsetList.number(at: 0, of: box, &search)
      width = head >> 24 == 0 ? 4 : 8
      place = head & 1 == 1 ? 16 : 8
      count = try OffsetList.number(at: place - 4, of: box, &search)
      stride = width
    case OffsetList.fragmentHeader:
      let flags = try OffsetList.number(at: 0, of: box, &search)
      width = 8
      place = 8
      count = flags & 1
      stride = 8
      rest = [0x2, 0x8, 0x10, 0x20].reduce(0) { $0 + (flags & $1 == 0 ? 0 : 4) }
    case OffsetList.accessPoints:
      let head = try OffsetList.number(at: 0, of: box, &search)
      width = head >> 24 == 0 ? 4 : 8
      let sizes = try OffsetList.number(at: 8, of: box, &search)
      count = try OffsetList.number(at: 12, of: box, &search)
      let numbers = (sizes >> 4 & 3) + (sizes >> 2 & 3) + (sizes & 3) + 3
      stride = 2 * width + numbers
      place = 16 + width
      rest = count > 0 ? numbers : -width
    default: return nil
    }
    first = box.content.start + place
    let room = box.range.end - first - rest
    let length = count > 0 ? (count - 1).multipliedReportingOverflow(by: stride) : (0, false)
    // Players could read on, or take a box of another form for something else.
    guard !length.1, room == length.0 + (count > 0 ? width : 0),
      box.headerLength == BMFFWalker.header
    else { throw BMFFWalker.refusal("a table is not as long as what it lists", at: box) }
    // In a fragment they are counted from the fragment.
    let isRelative =
      box.type == OffsetList.auxiliary && ancestors.first?.type == MediaBoxType.fragment
    guard count > 0, !isRelative else { return nil }
  }

  private static func number(
    at offset: Int, of box: MediaBox, _ search: inout MediaBoxSearch
  ) throws(DocumentError) -> Int {
    guard let bytes = try search.bytes(4, at: box.headerLength + offset, of: box) else {
      throw BMFFWalker.error("a table is shorter than its head", at: box.range.start)
    }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// The bytes from the first place to the last.
  var range: ByteRange? { ByteRange(start: first, length: (count - 1) * stride + width) }

  /// The places, in order.
  func values(in source: ByteSource) throws(DocumentError) -> [UInt64] {
    guard let range, range.length <= BMFFLimits.maximumTables else {
      throw BMFFWalker.tooComplex("a table of places is too long", at: box.range.start)
    }
    let bytes = try source.bytes(range)
    return Swift.stride(from: 0, to: bytes.count, by: stride).map { start in
      bytes[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Whether its places have 32 bits, and a box with 64 may take its place.
  var canWiden: Bool { box.type == OffsetList.chunks }

  /// How much longer the box becomes with 64 bits.
  var growth: Int { count * 4 }

  static let chunks = MediaBoxType.code("stco")
  static let largeChunks = MediaBoxType.code("co64")
  static let auxiliary = MediaBoxType.code("saio")
  static let accessPoints = MediaBoxType.code("tfra")
  private static let fragmentHeader = MediaBoxType.code("tfhd")
}
