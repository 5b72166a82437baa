import BroadsealBytes

/// What an Office document holds and does not show: hidden text, slides and sheets (T-58).
enum HiddenContent {
  /// Whether a part of a document of `format` holds something hidden.
  static func stands(in content: [UInt8], of format: Format) -> Bool {
    switch format {
    case .docx: holdsVanish(content)
    case .xlsx:
      holdsAny(
        content,
        ["state=\"hidden\"", "state=\"veryHidden\"", "state='hidden'", "state='veryHidden'"])
    case .pptx: holdsHiddenSlide(content)
    case .odt, .ods, .odp:
      holdsAny(
        content,
        [
          "text:display=\"none\"", "<text:hidden-text", "<text:hidden-paragraph",
          "table:display=\"false\"", "presentation:visibility=\"hidden\"",
        ])
    default: false
    }
  }

  /// Whether a part of this name is looked at.
  static func isLooked(at name: String, in format: Format) -> Bool {
    switch format {
    case .xlsx: name == "xl/workbook.xml"
    case .pptx: name.hasPrefix("ppt/slides/") && name.hasSuffix(".xml")
    default: false
    }
  }

  private static func holdsAny(_ content: [UInt8], _ marks: [StaticString]) -> Bool {
    marks.contains { content[...].firstIndex(of: $0) != nil }
  }

  /// `w:vanish` or `w:specVanish` that is not switched off (ECMA-376-1 §17.3.2.41).
  private static func holdsVanish(_ content: [UInt8]) -> Bool {
    for mark: StaticString in [":vanish", ":specVanish"] {
      var start: Int? = content.startIndex
      while let from = start, let found = content[...].firstIndex(of: mark, from: from) {
        let after = found + mark.utf8CodeUnitCount
        let tag = content[after...].prefix(256).prefix { $0 != UInt8(ascii: ">") }
        let isElement = [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(content[after...].first ?? 0)
        let text = String(decoding: tag, as: UTF8.self)
        let isOff = ["\"0\"", "\"false\"", "\"off\"", "'0'", "'false'", "'off'"].contains {
          text.contains($0)
        }
        let isEnd =
          content[..<found].suffix(32).reversed()
          .first { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") } == UInt8(ascii: "/")
        if isElement, !isOff, !isEnd { return true }
        start = after
      }
    }
    return false
  }

  /// `show="0"` on the slide itself, or on a shape's properties `hidden="1"`.
  private static func holdsHiddenSlide(_ content: [UInt8]) -> Bool {
    if holdsAny(content, [" hidden=\"1\"", " hidden=\"true\""]) { return true }
    guard let root = content[...].firstIndex(of: ":sld ") else { return false }
    let tag = content[root...].prefix(8_192).prefix { $0 != UInt8(ascii: ">") }
    let marks: [StaticString] = [" show=\"0\"", " show=\"false\"", " show='0'", " show='false'"]
    return marks.contains { tag.firstIndex(of: $0) != nil }
  }
}
