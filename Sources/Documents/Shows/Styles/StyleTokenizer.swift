import BroadsealBytes

/// Cuts a style sheet into tokens as a browser does (CSS Syntax 3 §4.3).
struct StyleTokenizer {
  private let text: [UInt8]
  private var place = 0
  /// The tokens, without comments.
  private(set) var tokens: [StyleToken] = []
  /// Whether another encoding could cut it elsewhere: in Shift_JIS, Big5 or GBK the byte behind one above
  /// 0x7F may be half a character, and ESC changes what follows in ISO-2022.
  private(set) var isDoubtful = false

  /// Cuts `text`.
  init(_ text: [UInt8]) {
    self.text = text
    tokens.reserveCapacity(text.count / 4)
    while place < text.count { step() }
  }

  private static let halves = Set("{}[]\\@|~^".utf8)

  private func peek(_ steps: Int = 0) -> UInt8? {
    place + steps < text.count ? text[place + steps] : nil
  }

  private mutating func step() {
    let byte = text[place]
    switch byte {
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      let end = text[(place + 2)...].firstIndex(of: "*/")
      place = end.map { $0 + 2 } ?? text.count
    case _ where byte.isMarkupSpace:
      while peek()?.isMarkupSpace == true { place += 1 }
      tokens.append(.space)
    case 0x22, 0x27: takeString(byte)
    case UInt8(ascii: "#") where beginsName(1) || peek(1).map(StyleTokenizer.isName) == true:
      place += 1
      tokens.append(.hash(takeName()))
    case UInt8(ascii: "@") where beginsIdent(1):
      place += 1
      tokens.append(.at(takeName().lowercased()))
    case _ where beginsNumber(): takeNumber()
    case UInt8(ascii: "<") where text[place...].starts(with: "<!--".utf8): place += 4
    case UInt8(ascii: "-") where text[place...].starts(with: "-->".utf8): place += 3
    case _ where beginsIdent(0): takeIdent()
    default:
      place += 1
      tokens.append(StyleTokenizer.mark(byte))
    }
  }

  private static func mark(_ byte: UInt8) -> StyleToken {
    switch byte {
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close(byte)
    default: .delim(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80 || byte == 0
  }

  /// Whether a name begins: a letter of one, or an escape.
  private func beginsName(_ steps: Int) -> Bool {
    guard let byte = peek(steps) else { return false }
    if byte == UInt8(ascii: "\\") {
      return peek(steps + 1).map { $0 != 0x0A && $0 != 0x0D } ?? true
    }
    return StyleTokenizer.isName(byte) && !StyleTokenizer.isDigit(byte) && byte != UInt8(ascii: "-")
  }

  private func beginsIdent(_ steps: Int) -> Bool {
    guard peek(steps) == UInt8(ascii: "-") else { return beginsName(steps) }
    return peek(steps + 1) == UInt8(ascii: "-") || beginsName(steps + 1)
  }

  private func beginsNumber() -> Bool {
    var steps = 0
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { steps = 1 }
    if peek(steps) == UInt8(ascii: ".") { steps += 1 }
    return peek(steps).map(StyleTokenizer.isDigit) ?? false
  }

  private mutating func takeNumber() {
    let start = place
    if !StyleTokenizer.isDigit(text[place]), text[place] != UInt8(ascii: ".") { place += 1 }
    while peek().map(StyleTokenizer.isDigit) == true { place += 1 }
    if peek() == UInt8(ascii: "."), peek(1).map(StyleTokenizer.isDigit) == true {
      place += 1
      while peek().map(StyleTokenizer.isDigit) == true { place += 1 }
    }
    if peek().map(\.lowercased) == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
      if peek(sign ? 2 : 1).map(StyleTokenizer.isDigit) == true {
        place += sign ? 2 : 1
        while peek().map(StyleTokenizer.isDigit) == true { place += 1 }
      }
    }
    let value = Double(String(decoding: text[start..<place], as: UTF8.self)) ?? .infinity
    var unit = ""
    if peek() == UInt8(ascii: "%") {
      place += 1
      unit = "%"
    } else if beginsIdent(0) {
      unit = takeName().lowercased()
    }
    tokens.append(.number(value, unit))
  }

  private mutating func takeIdent() {
    let name = takeName().lowercased()
    guard peek() == UInt8(ascii: "(") else { return tokens.append(.ident(name)) }
    place += 1
    guard name == "url" else { return tokens.append(.function(name)) }
    var ahead = 0
    while peek(ahead)?.isMarkupSpace == true { ahead += 1 }
    if peek(ahead) == 0x22 || peek(ahead) == 0x27 { return tokens.append(.function(name)) }
    var address: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "\\") {
        address += takeEscape()
      } else {
        if !byte.isMarkupSpace { address.append(byte) }
        place += 1
      }
    }
    place += 1
    tokens.append(.url(String(decoding: address, as: UTF8.self)))
  }

  private mutating func takeName() -> String {
    var name: [UInt8] = []
    while let byte = peek() {
      if byte == UInt8(ascii: "\\"), beginsName(0) {
        name += takeEscape()
      } else if StyleTokenizer.isName(byte) {
        name.append(byte)
        place += 1
        if byte >= 0x80 { doubt() }
      } else {
        break
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func doubt() {
    if let next = peek(), StyleTokenizer.halves.contains(next) { isDoubtful = true }
  }

  /// A string ends with its quote, or is thrown away with its line.
  private mutating func takeString(_ quote: UInt8) {
    var value: [UInt8] = []
    place += 1
    while let byte = peek(), byte != quote {
      if byte == UInt8(ascii: "\\") {
        value += takeEscape()
      } else if byte == 0x0A || byte == 0x0D || byte == 0x0C {
        return tokens.append(.string(String(decoding: value, as: UTF8.self)))
      } else {
        value.append(byte)
        place += 1
        if byte >= 0x80, peek() == UInt8(ascii: "\\") { isDoubtful = true }
        if byte == 0x1B { isDoubtful = true }
      }
    }
    place += 1
    tokens.append(.string(String(decoding: value, as: UTF8.self)))
  }

  /// The characters that an escape stands for; none for the end of a line.
  private mutating func takeEscape() -> [UInt8] {
    place += 1
    let digits = text[min(place, text.count)...].prefix(6).prefix { Hex.value(of: $0) != nil }
    guard !digits.isEmpty else {
      guard let next = peek() else { return [] }
      place += next == 0x0D && peek(1) == 0x0A ? 2 : 1
      return next == 0x0A || next == 0x0D || next == 0x0C ? [] : [next]
    }
    place += digits.count
    if peek() == 0x0D, peek(1) == 0x0A { place += 1 }
    if peek()?.isMarkupSpace == true { place += 1 }
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }
}
