/// The front matter of a Markdown file: lines of YAML between two lines of `---`, or of TOML
/// between two of `+++`, at its very start.
struct FrontMatter {
  /// Offset of the line after the one that opens it.
  let start: Int
  /// Offset of the line that closes it.
  let end: Int
  /// Whether its first line reads like the metadata it should hold. What does not could be a
  /// thematic break and text instead.
  let isPlain: Bool

  /// Reads the front matter at the start of `head`; nil when there is none.
  init?(_ head: [UInt8]) {
    let base = head.starts(with: TextLines.byteOrderMark) ? TextLines.byteOrderMark.count : 0
    var lines = TextLines(head[base...])
    guard let first = lines.next() else { return nil }
    let mark = FrontMatter.trimmed(first.content)
    guard mark == Array("---".utf8) || mark == Array("+++".utf8), first.isTerminated else {
      return nil
    }
    let closing = mark.first == 0x2D ? [mark, Array("...".utf8)] : [mark]
    var isPlain: Bool?
    while let line = lines.next() {
      if closing.contains(FrontMatter.trimmed(line.content)) {
        start = first.end
        end = line.start
        self.isPlain = isPlain ?? true
        return
      }
      if isPlain == nil { isPlain = FrontMatter.isMetadata(line.content) }
    }
    return nil
  }

  /// Whether `offset` is the start of a line inside.
  func holds(_ offset: Int) -> Bool { start <= offset && offset <= end }

  /// Whether a line is `key: value`, `key = value`, or a table of TOML; nil for a comment or a
  /// blank line, which says nothing.
  private static func isMetadata(_ line: ArraySlice<UInt8>) -> Bool? {
    let text = trimmed(line)
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    if first == UInt8(ascii: "[") { return true }
    guard let mark = text.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
    else { return false }
    return text[..<mark].allSatisfy(isKeyByte)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: "_-./ \"'".utf8.contains(byte)
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return Array(line)
  }
}
