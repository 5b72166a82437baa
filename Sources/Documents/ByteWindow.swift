import Bytes

/// A moving view of a source for reading small fields in file order.
///
/// Fields that lie close together share one system call; a jump reads only what is asked for, so
/// that walking over large payloads costs a call for each header and not the whole file.
package struct ByteWindow: Sendable {
  private let source: ByteSource
  private var block: [UInt8] = []
  private var start = 0

  /// A view of `source`.
  package init(_ source: ByteSource) {
    self.source = source
  }

  /// The `count` bytes at `offset`; nil when the file ends before.
  package mutating func bytes(_ count: Int, at offset: Int) throws(DocumentError)
    -> ArraySlice<UInt8>?
  {
    guard count >= 0, offset >= 0, count <= source.size, offset <= source.size - count else {
      return nil
    }
    if offset < start || offset + count > start + block.count {
      let near = offset >= start && offset - (start + block.count) < ByteWindow.nearness
      let wanted = max(count, near ? ByteWindow.blockSize : ByteWindow.leastRead)
      guard let range = ByteRange(offset..<min(source.size, offset + wanted)) else { return nil }
      do throws(SourceError) {
        block = try source.read(range)
      } catch { throw .source(error) }
      start = offset
    }
    let first = offset - start
    return block[first..<first + count]
  }

  /// The byte at `offset`; nil at the end of the file.
  package mutating func byte(at offset: Int) throws(DocumentError) -> UInt8? {
    try bytes(1, at: offset)?.first
  }

  /// A number of `Integer`'s width at `offset`, most significant byte first; nil past the end.
  package mutating func number<Integer: FixedWidthInteger & UnsignedInteger>(
    _ type: Integer.Type, at offset: Int
  ) throws(DocumentError) -> Integer? {
    try bytes(Integer.bitWidth / 8, at: offset)?.reduce(0) { value, byte in
      value << 8 | Integer(byte)
    }
  }

  private static let blockSize = 8_192
  private static let leastRead = 64
  private static let nearness = 512
}
