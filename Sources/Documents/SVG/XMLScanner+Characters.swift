extension XMLScanner {
  /// Moves over characters that XML allows (§2.2), to `stop`, to `<` or `&`, or to the end.
  mutating func characters(until stop: UInt8) throws(DocumentError) {
    while true {
      try reader.skip { byte in
        byte >= 0x20 && byte < 0x80 && byte != stop && byte != UInt8(ascii: "<")
          && byte != UInt8(ascii: "&") || byte.isXMLSpace
      }
      guard let byte = try reader.peek() else { return }
      switch byte {
      case stop, UInt8(ascii: "<"), UInt8(ascii: "&"): return
      case 0x80...: _ = try character()
      default: throw broken("a character that XML does not allow")
      }
    }
  }

  /// Takes one character beyond ASCII; its bytes.
  mutating func character() throws(DocumentError) -> InlineCharacter {
    guard let lead = try reader.peek() else { throw truncated() }
    guard isUTF8 else {
      reader.skip(1)
      return InlineCharacter(lead, 1)
    }
    let (count, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    var found = InlineCharacter(lead, count)
    for place in 1..<max(1, count) {
      guard let byte = try reader.peek(place) else { throw truncated() }
      guard place == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
        throw broken("a byte that is not UTF-8")
      }
      found.add(byte, at: place)
    }
    guard count > 0 else { throw broken("a byte that is not UTF-8") }
    // U+FFFE and U+FFFF are no characters of XML.
    guard found.value != 0xEFBF_BE00, found.value != 0xEFBF_BF00 else {
      throw broken("a character that XML does not allow")
    }
    reader.skip(count)
    return found
  }

  /// Takes a reference (§4.1): to a character, to one of the five entities that XML knows, or to
  /// one that only a document type can define. Returns what stands between `&` and `;`.
  @discardableResult
  mutating func reference() throws(DocumentError) -> [UInt8] {
    let start = reader.offset
    reader.skip(1)
    var text: [UInt8] = []
    while let byte = try reader.next() {
      if byte == UInt8(ascii: ";") {
        try check(reference: text, at: start)
        return text
      }
      text.append(byte)
      let isPart = byte.isLetter || (0x30...0x3A).contains(byte)
      guard text.count <= 64, isPart || "#-._".utf8.contains(byte) else {
        throw broken("& that begins no reference", at: start)
      }
    }
    throw truncated()
  }

  private mutating func check(reference text: [UInt8], at start: Int) throws(DocumentError) {
    if text.first == UInt8(ascii: "#") {
      let isHex = text.count > 1 && text[1] == UInt8(ascii: "x")
      let digits = String(decoding: text.dropFirst(isHex ? 2 : 1), as: UTF8.self)
      guard digits.first != "+", digits.first != "-",
        let value = UInt32(digits, radix: isHex ? 16 : 10),
        value >= 0x20 || [9, 10, 13].contains(value), Unicode.Scalar(value) != nil,
        value != 0xFFFE, value != 0xFFFF
      else { throw broken("a reference to a character that XML does not allow", at: start) }
      return
    }
    if ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: text, as: UTF8.self)) {
      return
    }
    guard hasDocumentType, !text.isEmpty else {
      throw broken("an entity that is not defined", at: start)
    }
    if isXHTML, XHTMLEntities.scalar(String(decoding: text, as: UTF8.self)) != nil { return }
    hasEntities = true
  }
}

/// The bytes of one character, without an array for them.
struct InlineCharacter: Sequence, IteratorProtocol {
  private(set) var value: UInt32
  private var left: Int

  init(_ lead: UInt8, _ count: Int) {
    value = UInt32(lead) << 24
    left = count
  }

  mutating func add(_ byte: UInt8, at place: Int) {
    value |= UInt32(byte) << UInt32(24 - 8 * place)
  }

  mutating func next() -> UInt8? {
    guard left > 0 else { return nil }
    defer {
      value <<= 8
      left -= 1
    }
    return UInt8(value >> 24)
  }
}
