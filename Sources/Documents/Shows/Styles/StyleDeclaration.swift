/// One property of a rule and its value.
struct StyleDeclaration {
  /// In lower case, without the prefix of a browser.
  let name: String
  /// Its value without `!important`.
  let value: ArraySlice<StyleToken>

  init(_ written: String, _ tokens: ArraySlice<StyleToken>) {
    name = StyleDeclaration.plain(written)
    var value = tokens
    if let mark = value.lastIndex(of: .delim(UInt8(ascii: "!"))) { value = value[..<mark] }
    while value.last == .space { value.removeLast() }
    self.value = value
  }

  private static let prefixes = ["-webkit-", "-moz-", "-ms-", "-o-", "-khtml-", "-epub-"]

  private static func plain(_ name: String) -> String {
    for prefix in prefixes where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// Whether it is a property of the author's own.
  var isCustom: Bool { name.hasPrefix("--") }

  /// The words of the value.
  var words: [String] {
    value.compactMap { if case .ident(let word) = $0 { word } else { nil } }
  }

  /// The value as one word; nil for any other.
  var word: String? {
    guard value.count == 1, case .ident(let word)? = value.first else { return nil }
    return word
  }

  /// The names of the functions in the value.
  var functions: [String] {
    value.compactMap { if case .function(let name) = $0 { name } else { nil } }
  }

  /// The numbers of the value.
  var numbers: [StyleLength] {
    value.compactMap {
      if case .number(let value, let unit) = $0 { StyleLength(value, unit) } else { nil }
    }
  }

  /// Whether an element appears by it that nobody sees otherwise.
  var displays: Bool {
    name == "all" || name == "display" && word != "none"
  }
}

/// A number with its unit.
struct StyleLength {
  let value: Double
  let unit: String

  init(_ value: Double, _ unit: String) {
    self.value = value
    self.unit = unit
  }

  /// As pixels, where an em is as large as text usually is; nil for shares, and for what depends on the window.
  var pixels: Double? {
    let sizes = [
      "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.945,
      "em": 16,
      "rem": 16, "ex": 8, "ch": 8, "lh": 20, "rlh": 20, "cap": 11, "ic": 16,
    ]
    return sizes[unit].map { $0 * value }
  }

  /// Whether it depends on the window or on a box around.
  var isOfWindow: Bool { pixels == nil && unit != "%" && !StyleLength.others.contains(unit) }

  private static let others: Set<String> = [
    "deg", "rad", "grad", "turn", "s", "ms", "fr", "dpi", "dpcm", "dppx", "x", "hz", "khz",
  ]
}
