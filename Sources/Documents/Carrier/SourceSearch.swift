import BroadsealBytes
import BroadsealFiles

/// Finds runs of bytes in a source, forwards: what was read last serves the next search too.
struct SourceSearch {
  private let source: ByteSource
  private var block: [UInt8] = []
  private var start = 0

  init(_ source: ByteSource) { self.source = source }

  private static let blockSize = 1 << 16
  /// The longest run that is looked for.
  private static let longest = 64

  /// Where `text`, of at most 64 bytes, stands first at `offset` or behind; nil when it does not.
  mutating func first(of text: [UInt8], from offset: Int) throws(SourceError) -> Int? {
    var offset = offset
    while offset + text.count <= source.size {
      if offset < start || offset + SourceSearch.longest > start + block.count {
        block = Array(try source.part(from: offset, length: SourceSearch.blockSize))
        start = offset
      }
      let from = block.index(block.startIndex, offsetBy: offset - start)
      if let found = block[from...].firstIndex(of: text) { return start + found }
      let next = start + block.count - (text.count - 1)
      guard next > offset, start + block.count < source.size else { return nil }
      offset = next
    }
    return nil
  }

  /// The `count` bytes at `offset`, or those of them that the file has.
  mutating func bytes(_ count: Int, at offset: Int) throws(SourceError) -> ArraySlice<UInt8> {
    if offset >= start, offset + count <= start + block.count {
      return block[(offset - start)..<(offset - start + count)]
    }
    return try source.part(from: offset, length: count)[...]
  }
}
