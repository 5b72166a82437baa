import BroadsealBytes
import BroadsealFiles

/// A byte as a variation selector, which no renderer shows (C2PA 2.5 §A.8.3).
///
/// The lowest sixteen bytes become U+FE00 to U+FE0F, three bytes of UTF-8; all others U+E0100 to
/// U+E01EF, four bytes.
enum VariationSelector {
  /// Writes `byte` to the end of `text`.
  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    if byte < 16 {
      text += [0xEF, 0xB8, 0x80 | byte]
    } else {
      let value = byte - 16
      text += [0xF3, 0xA0, 0x84 + value >> 6, 0x80 | value & 0x3F]
    }
  }

  /// How many bytes of UTF-8 `bytes` become.
  static func length(of bytes: some Collection<UInt8>) -> Int {
    bytes.reduce(into: 4 * bytes.count) { length, byte in if byte < 16 { length -= 1 } }
  }

  /// The byte whose selector stands at `index`, and the length of its UTF-8; nil for anything else.
  static func byte(at index: Int, of text: [UInt8], to end: Int) -> (value: UInt8, length: Int)? {
    guard index + 3 <= end else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xEF, 0xB8):
      let last = text[index + 2]
      return (0x80...0x8F).contains(last) ? (last & 0x0F, 3) : nil
    case (0xF3, 0xA0):
      guard index + 4 <= end else { return nil }
      let (third, last) = (text[index + 2], text[index + 3])
      guard (0x84...0x87).contains(third), (0x80...0xBF).contains(last) else { return nil }
      let value = 16 + Int(third - 0x84) << 6 + Int(last & 0x3F)
      return value < 256 ? (UInt8(value), 4) : nil
    default: return nil
    }
  }
}

/// A run of variation selectors in a file, decoded byte by byte.
struct SelectorRun {
  private let source: ByteSource
  /// Offset of the next selector.
  private(set) var offset: Int
  private var block: [UInt8]
  private var start: Int
  private var filled = 0

  /// The run at `offset` of `source`.
  init(_ source: ByteSource, at offset: Int) {
    self.source = source
    self.offset = offset
    start = offset
    block = [UInt8](repeating: 0, count: min(SelectorRun.blockSize, max(0, source.size - offset)))
  }

  /// The next byte; nil at the end of the run.
  mutating func next() throws(DocumentError) -> UInt8? {
    if offset + 4 > start + filled, start + filled < source.size {
      do throws(SourceError) {
        filled = try source.fill(&block, from: offset)
      } catch { throw .source(error) }
      start = offset
    }
    guard let found = VariationSelector.byte(at: offset - start, of: block, to: filled) else {
      return nil
    }
    offset += found.length
    return found.value
  }

  private static let blockSize = 64 << 10
}
