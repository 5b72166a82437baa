import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the chunks of a PNG file in order, from the first to `IEND`.
///
/// Only headers are read: a picture of a gigabyte costs a small read for each of its chunks.
struct PNGWalker {
  private let size: Int
  private var window: ByteWindow
  /// Where the next chunk begins.
  private(set) var offset = PNGWalker.signature.count
  private var count = 0
  /// Whether `IEND` was met.
  private(set) var isAtEnd = false

  /// The eight bytes that open every PNG file.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Begins after the signature, which must be there.
  init(_ source: ByteSource) throws(DocumentError) {
    size = source.size
    window = ByteWindow(source)
    guard let opening = try window.bytes(PNGWalker.signature.count, at: 0),
      opening.elementsEqual(PNGWalker.signature)
    else { throw PNGWalker.error("no PNG signature", at: 0) }
  }

  /// The next chunk; nil after `IEND`.
  mutating func next() throws(DocumentError) -> PNGChunk? {
    guard !isAtEnd else { return nil }
    guard count < PNGLimits.maximumChunks else {
      throw PNGWalker.error("more than \(PNGLimits.maximumChunks) chunks", at: offset)
    }
    guard let head = try window.number(UInt64.self, at: offset) else {
      throw PNGWalker.truncated(at: offset)
    }
    let (length, type) = (head >> 32, UInt32(truncatingIfNeeded: head))
    guard PNGChunk.isType(type) else {
      throw PNGWalker.error("a chunk type that is not four letters", at: offset + 4)
    }
    guard length <= UInt64(Int32.max) else {
      throw PNGWalker.error("a chunk length above 2^31 - 1", at: offset)
    }
    guard let range = ByteRange(start: offset, length: Int(length) + PNGChunk.overhead),
      range.end <= size
    else { throw PNGWalker.truncated(at: offset) }
    count += 1
    offset = range.end
    isAtEnd = type == PNGChunk.end
    return PNGChunk(type: type, range: range)
  }

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: PNGCode.structure.code, Malformed(reason, at: offset))
  }

  private static func truncated(at offset: Int) -> DocumentError {
    .malformed(code: PNGCode.truncated.code, Malformed("the file ends inside a chunk", at: offset))
  }
}
