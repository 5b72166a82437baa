package import BroadsealBytes

/// A strict reader of JSON (RFC 8259).
///
/// Refused beyond the grammar: a name that comes twice in an object, a lone surrogate, a number out
/// of range, a byte order mark, anything after the value.
package struct Reader {
  private var bytes: ByteReader
  private let limits: Limits
  private var values = 0

  private init(_ bytes: ByteReader, _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The one value of a text.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - limits: depth and number of values.
  /// - Throws: `Malformed` with the offset of the fault in `bytes`.
  package static func parse(
    _ bytes: [UInt8], limits: Limits = .standard
  ) throws(Malformed) -> Value {
    try parse(bytes[...], limits: limits)
  }

  /// The one value of a text that is part of other bytes.
  ///
  /// - Throws: `Malformed` with the offset counted from `base`.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, base: Int = 0, limits: Limits = .standard
  ) throws(Malformed) -> Value {
    var reader = Reader(ByteReader(bytes, base: base), limits)
    try reader.skipSpace()
    if let other = NotJSON(reader.bytes.rest) { throw reader.bytes.malformed(other.reason) }
    let value = try reader.readValue(depth: 1)
    try reader.skipSpace()
    try reader.bytes.expectEnd("bytes after the JSON value")
    return value
  }

  private mutating func readValue(depth: Int) throws(Malformed) -> Value {
    values += 1
    guard values <= limits.maximumValues else { throw bytes.malformed("too many JSON values") }
    guard let first = bytes.peek() else { throw bytes.malformed("unexpected end of JSON") }
    switch first {
    case UInt8(ascii: "{"): return .object(try readObject(depth: depth))
    case UInt8(ascii: "["): return .array(try readArray(depth: depth))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try read("true", as: .bool(true))
    case UInt8(ascii: "f"): return try read("false", as: .bool(false))
    case UInt8(ascii: "n"): return try read("null", as: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw bytes.malformed("no JSON value starts with this byte")
    }
  }

  private mutating func readObject(depth: Int) throws(Malformed) -> Object {
    try enter(depth)
    var members: [(String, Value)] = []
    var names: Set<String> = []
    if try next(is: "}") { return Object(members) }
    repeat {
      guard bytes.peek() == UInt8(ascii: "\"") else {
        throw bytes.malformed("expected a member name")
      }
      let start = bytes
      let name = try readString()
      guard names.insert(name).inserted else { throw start.malformed("duplicate member name") }
      guard try next(is: ":") else { throw bytes.malformed("expected a colon") }
      members.append((name, try readValue(depth: depth + 1)))
    } while try next(is: ",")
    guard try next(is: "}") else { throw bytes.malformed("expected a comma or a closing brace") }
    return Object(members)
  }

  private mutating func readArray(depth: Int) throws(Malformed) -> [Value] {
    try enter(depth)
    var elements: [Value] = []
    if try next(is: "]") { return elements }
    repeat {
      elements.append(try readValue(depth: depth + 1))
    } while try next(is: ",")
    guard try next(is: "]") else { throw bytes.malformed("expected a comma or a closing bracket") }
    return elements
  }

  private mutating func enter(_ depth: Int) throws(Malformed) {
    guard depth <= limits.maximumDepth else { throw bytes.malformed("JSON nested too deep") }
    try bytes.skip(1)
    try skipSpace()
  }

  /// Takes `character` if it comes next, with the white space around it.
  private mutating func next(is character: Unicode.Scalar) throws(Malformed) -> Bool {
    try skipSpace()
    guard bytes.peek() == UInt8(ascii: character) else { return false }
    try bytes.skip(1)
    try skipSpace()
    return true
  }

  private mutating func skipSpace() throws(Malformed) {
    while let byte = bytes.peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      try bytes.skip(1)
    }
  }

  private mutating func read(_ word: String, as value: Value) throws(Malformed) -> Value {
    guard bytes.rest.starts(with: word.utf8) else {
      throw bytes.malformed("no JSON value starts with this byte")
    }
    try bytes.skip(word.utf8.count)
    return value
  }

  private mutating func readNumber() throws(Malformed) -> Value {
    let start = bytes
    if bytes.peek() == UInt8(ascii: "-") { try bytes.skip(1) }
    let leading = bytes.peek()
    let count = try readDigits()
    guard leading != UInt8(ascii: "0") || count == 1 else {
      throw start.malformed("a number may not start with zero")
    }
    var isInteger = true
    if bytes.peek() == UInt8(ascii: ".") {
      isInteger = false
      try bytes.skip(1)
      _ = try readDigits()
    }
    if let mark = bytes.peek(), mark | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      try bytes.skip(1)
      if let sign = bytes.peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        try bytes.skip(1)
      }
      _ = try readDigits()
    }
    let digits = start.rest.prefix(start.remaining - bytes.remaining)
    let text = String(decoding: digits, as: UTF8.self)
    if isInteger, text != "-0", let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw start.malformed("number out of range")
    }
    return .number(number)
  }

  private mutating func readDigits() throws(Malformed) -> Int {
    var count = 0
    while let byte = bytes.peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      try bytes.skip(1)
      count += 1
    }
    guard count > 0 else { throw bytes.malformed("expected a digit") }
    return count
  }

  private mutating func readString() throws(Malformed) -> String {
    let start = bytes
    try bytes.skip(1)
    var text: [UInt8] = []
    while true {
      let byte = try bytes.readUInt8()
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw start.malformed("a string is not valid UTF-8")
        }
        guard CombiningRun.isShort(in: string) else {
          throw start.malformed("too many characters combine in a string")
        }
        return string
      case UInt8(ascii: "\\"): text.append(contentsOf: try readEscape())
      case 0..<0x20: throw start.malformed("a string holds a bare control character")
      default: text.append(byte)
      }
    }
  }

  private mutating func readEscape() throws(Malformed) -> [UInt8] {
    let start = bytes
    switch try bytes.readUInt8() {
    case UInt8(ascii: "\""): return [0x22]
    case UInt8(ascii: "\\"): return [0x5C]
    case UInt8(ascii: "/"): return [0x2F]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw start.malformed("unknown escape in a string")
    }
    var code = try readUnit()
    if (0xD800...0xDBFF).contains(code), bytes.rest.starts(with: "\\u".utf8) {
      try bytes.skip(2)
      let low = try readUnit()
      guard (0xDC00...0xDFFF).contains(low) else { throw start.malformed("lone surrogate") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw start.malformed("lone surrogate") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func readUnit() throws(Malformed) -> UInt32 {
    var unit: UInt32 = 0
    for digit in try bytes.readBytes(4) {
      guard let value = Hex.value(of: digit) else {
        throw bytes.malformed("expected four hexadecimal digits")
      }
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }
}

/// What a JSON text may ask of its reader.
package struct Limits: Sendable {
  /// How deep arrays and objects may nest.
  package let maximumDepth: Int
  /// How many values the text may hold altogether.
  package let maximumValues: Int

  /// Depth 64 and a million values.
  package static let standard = Limits(maximumDepth: 64, maximumValues: 1_000_000)

  /// Limits of the caller's choice.
  package init(maximumDepth: Int, maximumValues: Int) {
    self.maximumDepth = maximumDepth
    self.maximumValues = maximumValues
  }
}
