/// Writes JSON (RFC 8259) with members in the order they were given.
///
/// Control characters, line separators and everything that formats without being seen (bidirectional
/// controls, tags, joiners, blanks of no width) are escaped, so that one line of output stays one line,
/// shows in the order it was written and hides nothing, whatever text it quotes. Bytes are
/// gathered, not text: an audit writes millions of lines, and text grows one character at a time.
package struct Writer {
  private(set) var output: [UInt8] = []

  /// An empty text, with room for `capacity` bytes.
  init(capacity: Int = 0) { output.reserveCapacity(capacity) }

  /// The text of `value`: indented by two spaces when `pretty`, else one line without spaces.
  package static func write(_ value: Value, pretty: Bool = false) -> String {
    String(decoding: bytes(of: value, pretty: pretty), as: UTF8.self)
  }

  /// The same text in UTF-8.
  package static func bytes(of value: Value, pretty: Bool = false) -> [UInt8] {
    var writer = Writer()
    writer.put(value, indent: pretty ? 0 : nil)
    return writer.output
  }

  mutating func put(_ value: Value, indent: Int?) {
    switch value {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .integer(let number): output += String(number).utf8
    case .number(let number): output += (number.isFinite ? "\(number)" : "null").utf8
    case .string(let string): put(quoting: string)
    case .array(let elements):
      put(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        begin(index, indent)
        put(element, indent: indent.map { $0 + Writer.step })
      }
      close(with: UInt8(ascii: "]"), isEmpty: elements.isEmpty, indent)
    case .object(let object):
      put(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        begin(index, indent)
        put(quoting: member.key)
        put(indent == nil ? ":" : ": ")
        put(member.value, indent: indent.map { $0 + Writer.step })
      }
      close(with: UInt8(ascii: "}"), isEmpty: object.members.isEmpty, indent)
    }
  }

  private static let step = 2

  mutating func put(_ byte: UInt8) { output.append(byte) }

  mutating func put(_ text: StaticString) {
    unsafe output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// What comes before an item inside brackets that are indented by `indent`.
  private mutating func begin(_ index: Int, _ indent: Int?) {
    if index > 0 { put(UInt8(ascii: ",")) }
    breakLine(indent.map { $0 + Writer.step })
  }

  private mutating func close(with bracket: UInt8, isEmpty: Bool, _ indent: Int?) {
    if !isEmpty { breakLine(indent) }
    put(bracket)
  }

  private mutating func breakLine(_ indent: Int?) {
    guard let indent else { return }
    put(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  mutating func put(quoting string: String) {
    put(UInt8(ascii: "\""))
    let isPut = unsafe string.utf8.withContiguousStorageIfAvailable { text in
      guard unsafe Writer.standsForItself(text.span) else { return false }
      unsafe output.append(contentsOf: text)
      return true
    }
    if isPut != true {
      for scalar in string.unicodeScalars { put(escaping: scalar) }
    }
    put(UInt8(ascii: "\""))
  }

  private mutating func put(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": put("\\\"")
    case "\\": put("\\\\")
    case "\n": put("\\n")
    case "\r": put("\\r")
    case "\t": put("\\t")
    case _ where Writer.mustBeEscaped(scalar):
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        put("\\u")
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        output += digits.utf8
      }
    default: output += scalar.utf8
    }
  }

  /// Whether all of `text` is printing characters of ASCII that no rule escapes.
  private static func standsForItself(_ text: Span<UInt8>) -> Bool {
    // Without a way out before the end many bytes are looked at together.
    var others: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      others |= byte &- 0x20 > 0x7E - 0x20 ? 1 : 0
      others |= byte == UInt8(ascii: "\"") ? 1 : 0
      others |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return others == 0
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x20..<0xAD: false
    default:
      switch scalar.properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator: true
      // Selectors choose between looks of the character before; a run of them can carry any bytes.
      // So can the tags of plane 14, whose unassigned neighbours show nothing either.
      default:
        (0xFE00...0xFE0F).contains(scalar.value) || (0xE0000...0xE0FFF).contains(scalar.value)
      }
    }
  }
}

extension Unicode.Scalar {
  /// The scalar in UTF-8: one to four bytes.
  fileprivate var utf8: UTF8.EncodedScalar {
    // Every scalar has an encoding; the replacement character stands for the case that cannot be.
    UTF8.encode(self) ?? UTF8.encodedReplacementCharacter
  }
}
