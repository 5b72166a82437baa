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
