import BroadsealBytes
import BroadsealDocuments

/// Where a file keeps metadata that anyone may write: a bounded list of ranges, without the
/// manifest store.
enum MetadataRanges {
  /// The most bytes that are looked at in one file.
  static let maximumSize = 320 << 10
  /// The most segments or chunks that are passed.
  static let maximumParts = 4_096
  /// The bytes that are looked at from the end of a file whose parts are not known.
  static let tailSize = 64 << 10

  /// The ranges of `source`, in file order.
  ///
  /// JPEG: application segments before the picture. PNG: text and EXIF chunks. PDF and SVG:
  /// start and end. Compressed metadata is not seen.
  static func find(
    in source: ByteSource, kind: FileKind, outside store: ByteRange?
  ) throws(SourceError) -> [ByteRange] {
    let ranges: [ByteRange] =
      switch kind {
      case .jpeg: try segments(of: source)
      case .png: try chunks(of: source)
      case .pdf, .svg: ends(of: source, outside: store)
      default: []
      }
    var left = maximumSize
    return ranges.compactMap { range in
      let length = min(range.length, left)
      left -= length
      return length > 0 ? ByteRange(start: range.start, length: length) : nil
    }
  }

  /// APP1 to APP15 but APP11, which is the store's, and comments (ITU-T T.81 §B.1.1.3).
  private static func segments(of source: ByteSource) throws(SourceError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var offset = 2
    for _ in 0..<maximumParts {
      guard let range = ByteRange(start: offset, length: 4), range.end <= source.size else { break }
      let header = try source.read(range)
      let length = Int(header[2]) << 8 | Int(header[3])
      guard header[0] == 0xFF, length >= 2, header[1] != 0xDA, offset + 2 + length <= source.size
      else { break }
      let isMetadata = (0xE1...0xEF).contains(header[1]) && header[1] != 0xEB || header[1] == 0xFE
      if isMetadata, let content = ByteRange(start: offset + 4, length: length - 2) {
        ranges.append(content)
      }
      offset += 2 + length
    }
    return ranges
  }

  /// Text and EXIF chunks, with their type (PNG §11.3).
  private static func chunks(of source: ByteSource) throws(SourceError) -> [ByteRange] {
    let kinds = ["tEXt", "iTXt", "eXIf"].map { Array($0.utf8) }
    var ranges: [ByteRange] = []
    var offset = 8
    for _ in 0..<maximumParts {
      guard let range = ByteRange(start: offset, length: 8), range.end <= source.size else { break }
      let header = try source.read(range)
      let length = header[..<4].reduce(0) { $0 << 8 | Int($1) }
      guard offset + 12 + length <= source.size else { break }
      if kinds.contains(Array(header[4...])),
        let content = ByteRange(start: offset + 4, length: length + 4)
      {
        ranges.append(content)
      }
      offset += 12 + length
    }
    return ranges
  }

  private static func ends(of source: ByteSource, outside store: ByteRange?) -> [ByteRange] {
    let head = 0..<min(source.size, maximumSize - tailSize)
    let tail = max(head.upperBound, source.size - tailSize)..<source.size
    let hole = store?.bounds ?? 0..<0
    return [head, tail].flatMap { part -> [Range<Int>] in
      guard part.overlaps(hole) else { return [part] }
      return [
        part.lowerBound..<max(part.lowerBound, hole.lowerBound),
        min(part.upperBound, hole.upperBound)..<part.upperBound,
      ]
    }.filter { !$0.isEmpty }.compactMap(ByteRange.init)
  }
}
