/// Whether a text that a style sheet adds says anything: a bullet and a bracket do not, words do.
enum StyleWords {
  /// Characters that are added without saying anything.
  private static let longest = 4

  /// Whether `text` has letters or numbers, or is long.
  static func say(_ text: String) -> Bool {
    text.unicodeScalars.count > longest || text.unicodeScalars.contains { !isMark($0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if "|+>=~`^".unicodeScalars.contains(scalar) || (0x2190...0x21FF).contains(scalar.value) {
      return true
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator,
      .control:
      return true
    // Bullets, ticks and stars.
    case .otherSymbol:
      return (0x2500...0x27BF).contains(scalar.value) && !isDingbatNumber(scalar.value)
    default: return false
    }
  }

  private static func isDingbatNumber(_ value: UInt32) -> Bool { (0x2776...0x2793).contains(value) }

  /// Whether the value of `content` is anything but quotes, counters and marks.
  static func say(content value: ArraySlice<StyleToken>) -> Bool {
    var isCounter = false
    for token in value {
      switch token {
      case .space, .delim(UInt8(ascii: "/")), .comma: continue
      case .close: isCounter = false
      case .string(let text): if say(text) { return true }
      case .function("counter"), .function("counters"): isCounter = true
      case .ident(let word):
        let quiet: Set<String> = [
          "none", "normal", "open-quote", "close-quote", "no-open-quote", "no-close-quote",
          "inherit",
          "initial", "unset", "revert", "revert-layer",
        ]
        if !isCounter, !quiet.contains(word) { return true }
      default: return true
      }
    }
    return false
  }
}
