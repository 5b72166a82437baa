/// Writes JSON (RFC 8259) with members in the order they were given.
///
/// Control characters, line separators and bidirectional controls are escaped, so that one line of
/// output stays one line and shows in the order it was written, whatever text it quotes.
package enum Writer {
  /// The text of `value`: indented by two spaces when `pretty`, else one line without spaces.
  package static func write(_ value: Value, pretty: Bool = false) -> String {
    var text = ""
    write(value, to: &text, indent: pretty ? 0 : nil)
    return text
  }

  private static func write(_ value: Value, to text: inout String, indent: Int?) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): write(string, to: &text)
    case .array(let elements):
      write(elements, between: ("[", "]"), to: &text, indent: indent) { element, text, indent in
        write(element, to: &text, indent: indent)
      }
    case .object(let object):
      write(object.members, between: ("{", "}"), to: &text, indent: indent) {
        member, text, indent in
        write(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        write(member.value, to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to text: inout String, indent: Int?,
    item write: (Item, inout String, Int?) -> Void
  ) {
    text += brackets.0
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      breakLine(inner, &text)
      write(item, &text, inner)
    }
    if !items.isEmpty { breakLine(indent, &text) }
    text += brackets.1
  }

  private static func breakLine(_ indent: Int?, _ text: inout String) {
    if let indent { text += "\n" + String(repeating: " ", count: indent) }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where mustBeEscaped(scalar):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }
}
