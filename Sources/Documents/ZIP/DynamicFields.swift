import BroadsealBytes

/// Fields that show something else each time a document is opened (T-59): a date, a part of another
/// file, the answer of another program. The bytes stay what was signed; what is seen does not.
///
/// Here the simple ones are found; `OfficeContent` puts those together that stand in runs of text.
enum DynamicFields {
  /// Field codes of WordprocessingML whose result is not in the file (ECMA-376-1 §17.16.5).
  private static let codes: Set<String> = [
    "DATE", "TIME", "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK",
  ]
  /// Longest field code with its arguments that is looked at, in bytes.
  private static let longest = 1_024

  /// Whether a part of a text document holds such a field.
  static func stand(in content: [UInt8], of format: Format) -> Bool {
    switch format {
    case .docx:
      return holdsCode(content, after: ":instr=", closing: UInt8(ascii: ">"))
    case .odt, .ods, .odp:
      return ["<text:date", "<text:time"].contains { holdsLiveValue(content, tag: $0) }
        || content[...].firstIndex(of: "<office:dde-source") != nil
        || content[...].firstIndex(of: "<text:section-source") != nil
    default: return false
    }
  }

  /// Names of the parts in which fields stand.
  static func hold(_ name: String, in format: Format) -> Bool {
    switch format {
    case .docx: name.hasPrefix("word/") && name.hasSuffix(".xml") && !name.contains("/theme/")
    case .odt, .ods, .odp: name == "content.xml" || name == "styles.xml"
    default: false
    }
  }

  /// Whether the first word of a field code is one whose result is not in the file.
  static func isLive(_ code: ArraySlice<UInt8>) -> Bool {
    let words = code.split { !isLetter($0) }.map {
      String(decoding: $0, as: UTF8.self).uppercased()
    }
    return words.first.map(codes.contains) ?? false
  }

  private static func holdsCode(
    _ content: [UInt8], after mark: StaticString, closing: UInt8
  ) -> Bool {
    var start: Int? = content.startIndex
    while let from = start, let found = content[...].firstIndex(of: mark, from: from) {
      let after = found + mark.utf8CodeUnitCount
      let text = content[after...].prefix(longest).prefix { $0 != closing }
      if isLive(text) { return true }
      start = after
    }
    return false
  }

  /// Whether a date or time stands that is not fixed (OpenDocument 1.3 part 3 §7.3.2).
  private static func holdsLiveValue(_ content: [UInt8], tag: StaticString) -> Bool {
    var start: Int? = content.startIndex
    while let from = start, let found = content[...].firstIndex(of: tag, from: from) {
      let after = found + tag.utf8CodeUnitCount
      let text = content[after...].prefix(longest).prefix { $0 != UInt8(ascii: ">") }
      let isElement = text.first.map { !isLetter($0) && $0 != UInt8(ascii: "-") } ?? true
      if isElement, text.firstIndex(of: "text:fixed=\"true\"") == nil { return true }
      start = after
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
