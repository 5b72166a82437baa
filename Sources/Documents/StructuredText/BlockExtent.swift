import BroadsealBytes

/// Which bytes a block stands for: for a hard binding, and when it is taken out.
struct BlockExtent {
  /// What a hard binding leaves out (C2PA 2.5 §A.9.5.1).
  let extent: ByteRange
  /// Ranges that other readers of the same rule leave out; each of their bytes is a known one.
  let alternatives: [ByteRange]
  /// What goes with the block when it is removed.
  let removed: ByteRange

  /// - Parameters:
  ///   - lines: the block's line or lines, with the terminator.
  ///   - size: size of the file.
  ///   - predecessor: some bytes before `lines`, as far as the file goes back.
  ///   - follower: some bytes after them.
  ///   - isTerminated: whether `lines` ends in a line terminator.
  ///   - keepsBlankLine: whether the format wants a blank line behind the block.
  init(
    _ lines: ByteRange, size: Int, predecessor: ArraySlice<UInt8>, follower: [UInt8],
    isTerminated: Bool, keepsBlankLine: Bool
  ) {
    let mark = TextLines.byteOrderMark
    if lines.start == mark.count, predecessor.isEmpty {
      // Behind a byte order mark; some count the mark in.
      extent = lines
      alternatives = [ByteRange(first: lines.end)]
      removed = lines
    } else if lines.end == size, lines.start > 0, predecessor.last == 0x0A {
      // The last line: from the newline before it, which is the line feed, not the carriage
      // return; some take both.
      let hasReturn = predecessor.dropLast().last == 0x0D
      extent = BlockExtent.range(lines.start - 1, to: size)
      alternatives = hasReturn ? [BlockExtent.range(lines.start - 2, to: size)] : []
      removed =
        isTerminated ? lines : BlockExtent.range(lines.start - (hasReturn ? 2 : 1), to: size)
    } else {
      extent = lines
      alternatives = []
      var blank = 0
      if keepsBlankLine {
        blank = follower.starts(with: [0x0D, 0x0A]) ? 2 : follower.first == 0x0A ? 1 : 0
      }
      removed = BlockExtent.range(lines.start, to: lines.end + blank)
    }
  }

  private static func range(_ start: Int, to end: Int) -> ByteRange {
    ByteRange(start: start, length: end - start) ?? ByteRange(first: 0)
  }
}
