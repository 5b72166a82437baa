import BroadsealBytes

extension PDFLexer {
  /// The value that stands next, after white space.
  ///
  /// - Parameter depth: how many arrays and dictionaries may still be opened.
  mutating func value(depth: Int = PDFLimits.maximumDepth) throws(Malformed) -> PDFValue {
    skipSpace()
    try countValue()
    let start = offset
    guard let byte = peek() else { throw malformed("unexpected end of data") }
    let object: PDFObject
    switch byte {
    case UInt8(ascii: "/"): object = .name(try name())
    case UInt8(ascii: "("): object = .string(try literalString())
    case UInt8(ascii: "["): object = .array(try array(depth: depth))
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: "<") {
        object = .dictionary(try dictionary(depth: depth))
      } else {
        object = .string(try hexString())
      }
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      object = try numberOrReference()
    default: object = try keywordValue()
    }
    return PDFValue(object: object, bounds: start..<offset)
  }

  private mutating func keywordValue() throws(Malformed) -> PDFObject {
    let start = offset
    let keyword = word()
    if keyword.elementsEqual("true".utf8) { return .boolean(true) }
    if keyword.elementsEqual("false".utf8) { return .boolean(false) }
    if keyword.elementsEqual("null".utf8) { return .null }
    throw Malformed("expected a value", at: start)
  }

  private mutating func array(depth: Int) throws(Malformed) -> [PDFValue] {
    guard depth > 0 else { throw malformed("arrays and dictionaries are nested too deeply") }
    advance()
    var items: [PDFValue] = []
    while true {
      skipSpace()
      if peek() == UInt8(ascii: "]") {
        advance()
        return items
      }
      items.append(try value(depth: depth - 1))
    }
  }

  private mutating func dictionary(depth: Int) throws(Malformed) -> PDFDictionary {
    guard depth > 0 else { throw malformed("arrays and dictionaries are nested too deeply") }
    advance(2)
    var entries: [PDFDictionary.Entry] = []
    var keys = PDFKeys()
    var isRepeated = false
    while true {
      skipSpace()
      if peek() == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") {
        advance(2)
        return PDFDictionary(entries: isRepeated ? PDFLexer.lastOfEach(entries) : entries)
      }
      guard peek() == UInt8(ascii: "/") else { throw malformed("expected a key or >>") }
      try countValue(as: PDFLimits.valuesOfKey)
      let start = offset
      let key = try name()
      let keyBounds = start..<offset
      if !keys.insert(key, after: entries) {
        guard takesLastOfKeys else {
          throw Malformed("the same key twice in one dictionary", at: start)
        }
        isRepeated = true
      }
      let item = try value(depth: depth - 1)
      entries.append(.init(key: key, keyBounds: keyBounds, value: item))
    }
  }

  private static func lastOfEach(_ entries: [PDFDictionary.Entry]) -> [PDFDictionary.Entry] {
    var keys: Set<PDFName> = []
    return Array(entries.reversed().filter { keys.insert($0.key).inserted }.reversed())
  }

  private mutating func numberOrReference() throws(Malformed) -> PDFObject {
    let start = offset
    let digits = word()
    if let number = PDFLexer.natural(digits) {
      let end = offset
      if let generation = referenceTail(), number <= PDFLimits.maximumObjectNumber {
        return .reference(PDFReference(number: number, generation: generation))
      }
      rewind(to: end)
      return .integer(number)
    }
    let unsigned =
      digits.first == UInt8(ascii: "+") || digits.first == UInt8(ascii: "-")
      ? digits.dropFirst() : digits
    if let magnitude = PDFLexer.natural(unsigned) {
      return .integer(digits.first == UInt8(ascii: "-") ? -magnitude : magnitude)
    }
    let points = unsigned.count { $0 == UInt8(ascii: ".") }
    let figures = unsigned.count { PDFLexer.isDigit($0) }
    guard points <= 1, figures > 0, points + figures == unsigned.count else {
      throw Malformed("expected a number", at: start)
    }
    return .real
  }

  /// Takes a generation number and `R`; nil when something else stands here.
  private mutating func referenceTail() -> Int? {
    skipSpace()
    let digits = word()
    guard digits.count <= 5, let generation = PDFLexer.natural(digits), generation <= 65_535 else {
      return nil
    }
    skipSpace()
    return word().elementsEqual("R".utf8) ? generation : nil
  }

  private mutating func name() throws(Malformed) -> PDFName {
    advance()
    let plain = word()
    guard plain.contains(UInt8(ascii: "#")) else { return PDFName(plain) }
    rewind(to: offset - plain.count)
    var bytes: [UInt8] = []
    while let byte = peek(), PDFLexer.isRegular(byte) {
      guard byte == UInt8(ascii: "#") else {
        bytes.append(byte)
        advance()
        continue
      }
      guard let high = peek(1).flatMap(Hex.value(of:)), let low = peek(2).flatMap(Hex.value(of:)),
        high | low != 0
      else { throw malformed("a name with a # that starts no escape") }
      bytes.append(high << 4 | low)
      advance(3)
    }
    return PDFName(bytes)
  }
}

/// The keys of a dictionary while it is read. Most have a handful, which are compared sooner than hashed.
private struct PDFKeys {
  private static let few = 16
  private var many: Set<PDFName> = []

  /// Adds a key; false when one of `entries`, which are all so far, has it.
  mutating func insert(_ key: PDFName, after entries: [PDFDictionary.Entry]) -> Bool {
    guard entries.count >= PDFKeys.few else { return !entries.contains { $0.key == key } }
    if many.isEmpty { many = Set(entries.map(\.key)) }
    return many.insert(key).inserted
  }
}
