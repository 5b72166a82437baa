/// A token of CSS (CSS Syntax 3 §4), with names in lower case and escapes undone.
enum StyleToken: Equatable {
  case ident(String)
  /// A name and the bracket behind it.
  case function(String)
  /// A word behind `@`.
  case at(String)
  /// A word behind `#`, as it is written.
  case hash(String)
  /// The text in quotes, as it is written.
  case string(String)
  /// An address without quotes.
  case url(String)
  /// A number and its unit, `%` for a percentage.
  case number(Double, String)
  case space, colon, semicolon, comma
  /// `(`, `[` or `{`.
  case open(UInt8)
  /// `)`, `]` or `}`.
  case close(UInt8)
  /// Any other character.
  case delim(UInt8)

  /// The bracket that ends what this one begins; nil for what begins nothing.
  var closing: UInt8? {
    switch self {
    case .function, .open(UInt8(ascii: "(")): UInt8(ascii: ")")
    case .open(UInt8(ascii: "[")): UInt8(ascii: "]")
    case .open(UInt8(ascii: "{")): UInt8(ascii: "}")
    default: nil
    }
  }

  /// Whether it is the word `name`.
  func isWord(_ name: StaticString) -> Bool {
    if case .ident(let word) = self { word == name.description } else { false }
  }
}
