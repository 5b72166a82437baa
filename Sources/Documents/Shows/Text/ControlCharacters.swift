/// Control characters of a text that a terminal obeys and a window leaves out: they erase, hide and overwrite.
enum ControlCharacters {
  /// The offset of the first; nil where none stands.
  ///
  /// Tabs, line feeds, page feeds and the ends of lines are none of them, nor is the end mark of DOS where nothing
  /// follows, nor what chooses a set of characters in ISO-2022-JP (RFC 1468). A text without any line feed may end its
  /// lines with carriage returns, as the Macintosh did.
  static func first(in text: [UInt8]) -> Int? {
    let feeds = text.contains(0x0A)
    var candidate: Int?
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x09, 0x0A, 0x0C: continue
      case 0x0D:
        let next = index + 1 < text.count ? text[index + 1] : 0x0A
        if feeds, next != 0x0A { return index }
      case 0x1A where index == text.count - 1: continue
      case 0x1B:
        if !choosesCharacters(text[(index + 1)...]) { return index }
      case 0..<0x20, 0x7F: return index
      case 0x80..<0xA0 where index > 0 && text[index - 1] == 0xC2:
        candidate = candidate ?? index - 1
      default: continue
      }
    }
    // Two such bytes stand for other characters in other encodings.
    guard let candidate, String(validating: text, as: UTF8.self) != nil else { return nil }
    return candidate
  }

  private static func choosesCharacters(_ text: ArraySlice<UInt8>) -> Bool {
    ["(B", "(J", "(I", "$@", "$B", "$(D"].contains { text.starts(with: $0.utf8) }
  }
}
