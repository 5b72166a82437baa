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
  init?(
    _ box: MediaBox, in ancestors: [MediaBox], _ search: inout MediaBoxSearch
  ) throws(DocumentError) {
    self.box = box
    self.ancestors = ancestors
    let start = box.content.start
    var place = 0
    switch box.type {
    case OffsetList.chunks, OffsetList.largeChunks:
      width = box.type == OffsetList.chunks ? 4 : 8
      place = 8
      count = try OffsetList.number(at: 4, of: box, &search)
      stride = width
    case OffsetList.auxiliary:
      // In a fragment they are counted from the fragment.
      guard ancestors.first?.type == MediaBoxType.movie else { return nil }
      let head = try OffsetList.number(at: 0, of: box, &search)
      width = head >> 24 == 0 ? 4 : 8
      place = head & 1 == 1 ? 16 : 8
      count = try OffsetList.number(at: place - 4, of: box, &search)
      stride = width
    case OffsetList.fragmentHeader:
      guard try OffsetList.number(at: 0, of: box, &search) & 1 == 1 else { return nil }
      width = 8
      place = 8
      count = 1
      stride = 8
    case OffsetList.accessPoints:
      let head = try OffsetList.number(at: 0, of: box, &search)
      width = head >> 24 == 0 ? 4 : 8
      let sizes = try OffsetList.number(at: 8, of: box, &search)
      count = try OffsetList.number(at: 12, of: box, &search)
      stride = 2 * width + (sizes >> 4 & 3) + (sizes >> 2 & 3) + (sizes & 3) + 3
      place = 16 + width
    default: return nil
    }
    first = start + place
    guard count > 0 else { return nil }
    let room = box.range.end - first
    guard room >= width, count - 1 <= (room - width) / stride else {
      throw BMFFWalker.error("a table is longer than its box", at: box.range.start)
    }
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

  /// Whether its places have 32 bits, and a box with 64 may take its place.
  var canWiden: Bool { box.type == OffsetList.chunks }

  /// How much longer the box becomes with 64 bits.
  var growth: Int { count * 4 }

  static let chunks = MediaBoxType.code("stco")
  static let largeChunks = MediaBoxType.code("co64")
  private static let auxiliary = MediaBoxType.code("saio")
  private static let fragmentHeader = MediaBoxType.code("tfhd")
  private static let accessPoints = MediaBoxType.code("tfra")
}
