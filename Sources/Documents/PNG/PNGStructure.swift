import BroadsealBytes
import BroadsealCompression
import BroadsealFiles
import BroadsealNotes

/// What the carrier needs to know of a PNG file's chunks.
struct PNGStructure: Sendable {
  /// Every `caBX` chunk, in order.
  let stores: [PNGChunk]
  /// Where a store goes: the empty range right after `IHDR`.
  let firstPlace: ByteRange
  /// Whether the picture says before its data that it is animated.
  let isAnimated: Bool
  /// Where the picture ends, behind `IEND`; nil when not every chunk was walked over.
  let end: Int?

  /// Walks over the chunks: `IHDR` first, at least one `IDAT`, the CRC of what must be right.
  ///
  /// - Parameter wholly: whether to go on to `IEND` however far it is, even when a store was found.
  init(_ source: ByteSource, wholly: Bool) throws(DocumentError) {
    var walker = try PNGWalker(source)
    guard let header = try walker.next(), header.type == PNGChunk.header, header.data.count == 13,
      let place = ByteRange(start: header.range.end, length: 0)
    else { throw PNGWalker.error("the first chunk is not IHDR", at: PNGWalker.signature.count) }
    try PNGStructure.check(header, in: source)
    var stores: [PNGChunk] = []
    var hasImage = false
    var isAnimated = false
    var countAfterStore = 0
    while let chunk = try walker.next() {
      countAfterStore += stores.isEmpty ? 0 : 1
      if !wholly, hasImage, countAfterStore > PNGLimits.maximumChunksAfterStore { break }
      switch chunk.type {
      case PNGChunk.header:
        throw PNGWalker.error("a second IHDR chunk", at: chunk.range.start)
      case PNGChunk.store: stores.append(chunk)
      case PNGChunk.image: hasImage = true
      case PNGChunk.animation: isAnimated = isAnimated || !hasImage
      case PNGChunk.palette, PNGChunk.end:
        guard chunk.data.count <= 768 else {
          throw PNGWalker.error("\(chunk.name) is too long", at: chunk.range.start)
        }
        try PNGStructure.check(chunk, in: source)
      default: break
      }
    }
    guard hasImage else { throw PNGWalker.error("no IDAT chunk", at: source.size) }
    end = walker.isAtEnd ? walker.offset : nil
    self.stores = stores
    firstPlace = place
    self.isAnimated = isAnimated
  }

  private static func check(_ chunk: PNGChunk, in source: ByteSource) throws(DocumentError) {
    let content = try source.bytes(chunk.range)
    let sum = content.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    guard CRC32.of(content.dropFirst(4).dropLast(4)) == sum else {
      throw .malformed(
        code: PNGCode.crc.code,
        Malformed("the CRC of \(chunk.name) is wrong", at: chunk.range.end - 4))
    }
  }

  /// The chunks by their names, `PNGh` first and bytes after `IEND` as `c2pa.after`
  /// (C2PA 2.5 §16.3.3.3.2, §16.3.3.2).
  static func namedBoxes(_ source: ByteSource) throws(DocumentError) -> [NamedBox] {
    var walker = try PNGWalker(source)
    var boxes: [NamedBox] = []
    var offset = PNGWalker.signature.count
    if let opening = ByteRange(0..<offset) { boxes.append(NamedBox(name: "PNGh", range: opening)) }
    while let chunk = try walker.next() {
      let name = chunk.type == PNGChunk.store ? NamedBox.store : chunk.name
      boxes.append(NamedBox(name: name, range: chunk.range))
      offset = chunk.range.end
    }
    if let rest = ByteRange(offset..<source.size), rest.length > 0 {
      boxes.append(NamedBox(name: NamedBox.after, range: rest))
    }
    return boxes
  }
}
