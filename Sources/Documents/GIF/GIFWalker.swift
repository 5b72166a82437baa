import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the blocks of a GIF file in order, from the header to the trailer.
struct GIFWalker {
  private let size: Int
  private var window: ByteWindow
  /// Where the next block begins.
  private(set) var offset = 0
  private var count = 0
  private var isAtEnd = false
  private var last: GIFBlock.Kind?

  /// Begins at the first byte.
  init(_ source: ByteSource) {
    size = source.size
    window = ByteWindow(source)
  }

  /// The next block; nil after the trailer.
  mutating func next() throws(DocumentError) -> GIFBlock? {
    guard !isAtEnd else { return nil }
    guard count < GIFLimits.maximumBlocks else {
      throw GIFWalker.error("more than \(GIFLimits.maximumBlocks) blocks", at: offset)
    }
    let found =
      switch last {
      case nil: try header()
      case .header: try screen()
      case .image: try imageData()
      case .screen, .extension, .data, .trailer: try block()
      }
    count += 1
    last = found.kind
    offset = found.range.end
    return found
  }

  private mutating func header() throws(DocumentError) -> GIFBlock {
    guard let bytes = try window.bytes(6, at: 0),
      bytes.elementsEqual("GIF87a".utf8) || bytes.elementsEqual("GIF89a".utf8)
    else { throw GIFWalker.error("no signature of GIF", at: 0) }
    return try block(.header, to: 6)
  }

  private mutating func screen() throws(DocumentError) -> GIFBlock {
    guard let bytes = try window.bytes(7, at: offset) else { throw truncated() }
    return try block(.screen, to: offset + 7 + GIFWalker.table(bytes[bytes.startIndex + 4]))
  }

  private mutating func block() throws(DocumentError) -> GIFBlock {
    guard let first = try window.byte(at: offset) else { throw truncated() }
    switch first {
    case GIFBlock.introducer:
      guard let label = try window.byte(at: offset + 1) else { throw truncated() }
      let length = GIFBlock.storeOpening.count
      let isStore =
        try window.bytes(length, at: offset).map { $0.elementsEqual(GIFBlock.storeOpening) }
        ?? false
      var found = try block(.extension(label), to: try end(ofDataAt: offset + 2))
      found.isStore = isStore
      return found
    case GIFBlock.separator:
      guard let bytes = try window.bytes(10, at: offset) else { throw truncated() }
      return try block(.image, to: offset + 10 + GIFWalker.table(bytes[bytes.startIndex + 9]))
    case GIFBlock.trailer:
      isAtEnd = true
      return try block(.trailer, to: offset + 1)
    default: throw GIFWalker.error("a block of no known kind", at: offset)
    }
  }

  /// The size of a code and the sub-blocks behind a picture's place.
  private mutating func imageData() throws(DocumentError) -> GIFBlock {
    try block(.data, to: try end(ofDataAt: offset + 1))
  }

  /// Where the sub-blocks at `start` end, behind the empty one.
  private mutating func end(ofDataAt start: Int) throws(DocumentError) -> Int {
    var place = start
    while let length = try window.byte(at: place) {
      place += 1 + Int(length)
      if length == 0 { return place }
    }
    throw truncated()
  }

  private func block(_ kind: GIFBlock.Kind, to end: Int) throws(DocumentError) -> GIFBlock {
    guard end <= size, let range = ByteRange(offset..<end) else { throw truncated() }
    return GIFBlock(kind: kind, range: range)
  }

  /// Bytes of the colour table that `flags` announces.
  private static func table(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: GIFCode.structure.code, Malformed(reason, at: offset))
  }

  private func truncated() -> DocumentError {
    .malformed(
      code: GIFCode.truncated.code, Malformed("the file ends inside a block", at: offset))
  }
}
