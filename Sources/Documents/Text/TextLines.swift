/// The lines of a text, each without its line feed or carriage return and line feed.
struct TextLines: IteratorProtocol {
  /// One line.
  struct Line {
    /// Offset of its first byte.
    let start: Int
    /// Its bytes without the terminator.
    let content: ArraySlice<UInt8>
    /// Offset of the next line.
    let end: Int
    /// Whether a line feed closes it.
    let isTerminated: Bool
  }

  private var rest: ArraySlice<UInt8>

  /// The lines of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    let feed = rest.firstIndex(of: 0x0A)
    var content = rest[..<(feed ?? rest.endIndex)]
    if feed != nil, content.last == 0x0D { content = content.dropLast() }
    let end = feed.map { $0 + 1 } ?? rest.endIndex
    let line = Line(
      start: rest.startIndex, content: content, end: end, isTerminated: feed != nil)
    rest = rest[end...]
    return line
  }
}
