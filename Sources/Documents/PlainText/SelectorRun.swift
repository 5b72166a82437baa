import BroadsealBytes
import BroadsealFiles

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
