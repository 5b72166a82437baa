import BroadsealBytes
package import BroadsealFiles

/// A moving view of a source for reading small fields in file order.
///
/// Fields that lie close together share one system call; a jump reads little more than what is
/// asked for, so that walking over large payloads costs a call for each header and not the whole
/// file.
package struct ByteWindow: Sendable {
  private let source: ByteSource
  private var block: [UInt8] = []
  private var start = 0
  private var filled = 0

  /// A view of `source`.
  package init(_ source: ByteSource) {
    self.source = source
    // What is in memory is looked at where it is.
    if let content = source.content {
      block = content
      filled = content.count
    }
  }

  /// The `count` bytes at `offset`; nil when the file ends before.
  package mutating func bytes(_ count: Int, at offset: Int) throws(DocumentError)
    -> ArraySlice<UInt8>?
  {
    guard count <= ByteWindow.blockSize else {
      guard let range = ByteRange(start: offset, length: count), range.end <= source.size else {
        return nil
      }
      return try source.bytes(range)[...]
    }
    guard let first = try load(count, at: offset) else { return nil }
    return block[first..<first + count]
  }

  /// The byte at `offset`; nil at the end of the file.
  package mutating func byte(at offset: Int) throws(DocumentError) -> UInt8? {
    try load(1, at: offset).map { block[$0] }
  }

  /// A number of `Integer`'s width at `offset`, most significant byte first; nil past the end.
  package mutating func number<Integer: FixedWidthInteger & UnsignedInteger>(
    _ type: Integer.Type, at offset: Int
  ) throws(DocumentError) -> Integer? {
    let width = Integer.bitWidth / 8
    guard let first = try load(width, at: offset) else { return nil }
    var value: Integer = 0
    for index in first..<first + width { value = value << 8 | Integer(block[index]) }
    return value
  }

  /// Makes the `count` bytes at `offset` part of the block; where they stand in it.
  private mutating func load(_ count: Int, at offset: Int) throws(DocumentError) -> Int? {
    guard count >= 0, offset >= 0, count <= source.size, offset <= source.size - count else {
      return nil
    }
    if offset >= start, offset + count <= start + filled { return offset - start }
    if block.isEmpty { block = [UInt8](repeating: 0, count: ByteWindow.blockSize) }
    let isNear = offset >= start && offset - (start + filled) < ByteWindow.nearness
    let wanted = isNear ? ByteWindow.blockSize : max(count, ByteWindow.leastRead)
    filled = 0
    do throws(SourceError) {
      filled = try source.fill(&block, upTo: wanted, from: offset)
    } catch { throw .source(error) }
    start = offset
    return 0
  }

  private static let blockSize = 8_192
  private static let leastRead = 64
  private static let nearness = 512
}
