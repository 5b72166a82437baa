/// One property of a rule and its value.
struct StyleDeclaration {
  /// Stands for the name of any animation.
  static let anyName = "*"

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

  /// A name without the prefix of a browser.
  static func plain(_ name: String) -> String {
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

  /// The words and texts of the value.
  var names: [String] {
    value.compactMap { token in
      switch token {
      case .ident(let word): word
      case .string(let text): text.lowercased()
      default: nil
      }
    }
  }

  /// The names of the animations that it may give to an element.
  var animations: [String] {
    guard name == "animation" || name == "animation-name" else { return [] }
    return functions.contains("var") ? [StyleDeclaration.anyName] : names
  }
}
