import BroadsealBytes

/// What a style sheet, or the style of one element, takes from outside or runs, by the words in it.
///
/// It is the first of two readings: it knows no grammar, so that nothing that a browser reads otherwise
/// keeps it from finding a word. The second, `StyleReader`, judges rules and properties.
struct StyleRules {
  /// Whether something is taken from outside.
  private(set) var isExternal = false
  /// Whether something runs.
  private(set) var runs = false
  /// Whether an address holds content that is not looked through.
  private(set) var isUnread = false
  /// Whether the part of a package is named that is its label.
  private(set) var namesLabel = false

  /// Reads CSS.
  ///
  /// Comments and escapes are undone first, so that no other spelling of a word hides it. What is
  /// found in a string may not be meant; then more is said than is so.
  ///
  /// - Parameter isPackage: whether relative addresses lead to other parts of the same file.
  init(_ written: [UInt8], isPackage: Bool) {
    let text = StyleRules.plain(written)
    namesLabel = isPackage && WebAddress.namesLabel(String(decoding: text, as: UTF8.self))
    for value in StyleRules.values(after: "url(", in: text) {
      note(StyleRules.address(value), isPackage)
    }
    for mark in ["@import\"", "@import'"] {
      for value in StyleRules.values(after: mark, in: text) {
        note(StyleRules.address([UInt8(ascii: "\"")] + value), isPackage)
      }
    }
    for mark in ["image-set(\"", "image-set('", "image(\"", "image('", "src(\"", "src('"] {
      for value in StyleRules.values(after: mark, in: text) {
        note(StyleRules.address([UInt8(ascii: "\"")] + value), isPackage)
      }
    }
    for mark in ["expression(", "-moz-binding:", "behavior:"]
    where StyleRules.holds(mark, in: text) {
      runs = true
    }
  }

  private mutating func note(_ address: String, _ isPackage: Bool) {
    let address = WebAddress(address)
    if address.isScript { runs = true }
    if address.isUnreadData { isUnread = true }
    if !address.isInside(isPackage: isPackage) { isExternal = true }
  }

  /// In lower case, without white space, comments and escapes; addresses keep their letters' case lost,
  /// which no comparison here needs.
  ///
  /// In a string, and in an address without quotes, `/*` begins no comment (CSS Syntax 3 §4.3.5, §4.3.6).
  private static func plain(_ written: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(written.count)
    var rest = written[...]
    // What ends the string or the address that is open.
    var end: UInt8?
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "/") where end == nil && rest.first == UInt8(ascii: "*"):
        let close = rest.dropFirst().firstIndex(of: "*/")
        rest = close.map { rest[($0 + 2)...] } ?? []
      case UInt8(ascii: "\\"):
        let digits = rest.prefix(6).prefix { Hex.value(of: $0) != nil }
        guard !digits.isEmpty else {
          if let next = rest.popFirst(), next >= 0x20 { text.append(next.lowercased) }
          if rest.first == 0x0A, rest.startIndex > 0, written[rest.startIndex - 1] == 0x0D {
            rest = rest.dropFirst()
          }
          continue
        }
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
        rest = rest.dropFirst(digits.count)
        if let next = rest.first, next.isMarkupSpace { rest = rest.dropFirst() }
        if let scalar = Unicode.Scalar(value) {
          text += Array(String(Character(scalar)).lowercased().utf8)
        }
      case _ where byte.isMarkupSpace:
        // A string ends with its line.
        if byte != 0x20, byte != 0x09, end != UInt8(ascii: ")") { end = nil }
      default:
        text.append(byte.lowercased)
        if byte == end {
          end = nil
        } else if end == nil {
          end = StyleRules.end(of: byte, after: text, before: rest)
        }
      }
    }
    return text
  }

  /// What ends the string or the address that `byte` begins; nil when it begins none.
  private static func end(
    of byte: UInt8, after text: [UInt8], before rest: ArraySlice<UInt8>
  ) -> UInt8? {
    switch byte {
    case 0x22, 0x27: return byte
    case UInt8(ascii: "(") where text.suffix(4).elementsEqual("url(".utf8):
      let first = rest.first { !$0.isMarkupSpace }
      return first == 0x22 || first == 0x27 ? nil : UInt8(ascii: ")")
    default: return nil
    }
  }

  /// What stands behind each `mark`, up to a length.
  private static func values(after mark: String, in text: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var rest = text[...]
    let word = Array(mark.utf8)
    while found.count < 4_096, let start = rest.firstIndex(of: word) {
      let after = start + word.count
      found.append(text[after...].prefix(256))
      rest = text[after...]
    }
    return found
  }

  /// The address that begins a value, in quotes or without.
  private static func address(_ value: some Collection<UInt8>) -> String {
    guard let first = value.first, first == 0x22 || first == 0x27 else {
      return String(decoding: value.prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
    }
    return String(
      decoding: value.dropFirst().prefix { $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
  }

  private static func holds(_ mark: String, in text: [UInt8]) -> Bool {
    text[...].firstIndex(of: Array(mark.utf8)) != nil
  }
}
