import BroadsealBytes

extension HTMLTokenizer {
  /// What an element with raw text holds, and the tag that ends it.
  struct RawText {
    /// Between the tags.
    let content: ByteRange
    /// The tag that ends it.
    let end: HTMLTag
    /// Whether a reader that knows no escapes in scripts would end it earlier.
    let hidesEnd: Bool
  }

  /// Moves over the text of the element `name` and its end tag (§13.2.5.9 to .31); nil when the
  /// document ends before.
  mutating func skipText(of name: StaticString) throws(DocumentError) -> RawText? {
    let start = reader.offset
    var script = name.description == "script" ? HTMLScriptText() : nil
    while true {
      if script != nil {
        guard try script?.skip(&reader) == true else { return nil }
      } else {
        guard try reader.skip(to: UInt8(ascii: "<")) else { return nil }
      }
      guard try isEnd(of: name) else {
        if script == nil { reader.skip(1) }
        continue
      }
      let end = reader.offset
      beginToken()
      reader.skip(2)
      guard let tag = try tag(), let content = ByteRange(start..<end) else { return nil }
      return RawText(content: content, end: tag, hidesEnd: script?.hidesEnd ?? false)
    }
  }

  private mutating func isEnd(of name: StaticString) throws(DocumentError) -> Bool {
    guard try reader.stands("</"), try reader.stands(name, ahead: 2) else { return false }
    guard let after = try reader.peek(2 + name.utf8CodeUnitCount) else { return false }
    return after.isMarkupSpace || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
  }
}

/// Where in the text of a `script` element its end tag counts (§13.2.5.4 and .15 to .31): inside
/// `<!--` an inner `<script` hides the next `</script`.
struct HTMLScriptText {
  private enum State { case plain, escaped, doubleEscaped }
  private var state = State.plain
  /// Dashes right before the next byte, as far as they can end an escape.
  private var dashes = 0
  /// Whether a `</script` was met that does not count.
  private(set) var hidesEnd = false

  /// Moves to the next `</script` that is not hidden; false at the end of the document.
  mutating func skip(_ reader: inout MarkupReader) throws(DocumentError) -> Bool {
    while true {
      if state == .plain { try reader.skip(to: UInt8(ascii: "<")) }
      guard let byte = try reader.peek() else { return false }
      switch (state, byte) {
      case (.plain, _):
        if try isEnd(&reader) { return true }
        if try reader.stands("<!--") {
          reader.skip(4)
          (state, dashes) = (.escaped, 2)
        } else {
          reader.skip(1)
        }
      case (_, UInt8(ascii: "-")):
        dashes = min(2, dashes + 1)
        reader.skip(1)
      case (_, UInt8(ascii: ">")):
        if dashes == 2 { state = .plain }
        dashes = 0
        reader.skip(1)
      case (.escaped, UInt8(ascii: "<")):
        if try isEnd(&reader) { return true }
        dashes = 0
        reader.skip(1)
        if try isScript(&reader) { state = .doubleEscaped }
      case (.doubleEscaped, UInt8(ascii: "<")):
        dashes = 0
        reader.skip(1)
        guard try reader.peek() == UInt8(ascii: "/") else { continue }
        reader.skip(1)
        if try isScript(&reader) { (state, hidesEnd) = (.escaped, true) }
      default:
        dashes = 0
        reader.skip(1)
      }
    }
  }

  private func isEnd(_ reader: inout MarkupReader) throws(DocumentError) -> Bool {
    guard try reader.stands("</script"), let after = try reader.peek(8) else { return false }
    return HTMLScriptText.closesName(after)
  }

  /// Whether the name `script` stands here, with what closes it; takes it and that byte if so.
  private func isScript(_ reader: inout MarkupReader) throws(DocumentError) -> Bool {
    guard try reader.stands("script"), let after = try reader.peek(6),
      HTMLScriptText.closesName(after)
    else { return false }
    reader.skip(7)
    return true
  }

  private static func closesName(_ byte: UInt8) -> Bool {
    byte.isMarkupSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
