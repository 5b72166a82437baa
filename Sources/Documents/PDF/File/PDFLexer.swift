import BroadsealBytes

/// Reads the words of PDF text (ISO 32000-1 §7.2) in a window of the file.
///
/// `ranOut` tells that the window's end had a part in the result: the same text in a longer window
/// could read differently.
struct PDFLexer {
  /// The window.
  let text: PDFText
  /// Index of the next byte in the window.
  private(set) var position = 0
  /// Whether the end of the window was reached, if only to look whether a word ends there.
  private(set) var ranOut = false
  /// How many values were read so far, each item of an array and each entry of a dictionary too.
  private(set) var values = 0
  /// Whether the last of several equal keys counts; otherwise a dictionary with such keys is refused.
  var takesLastOfKeys = false

  init(_ bytes: [UInt8], base: Int) {
    text = PDFText(bytes: bytes, base: base)
  }

  /// Offset of the next byte.
  var offset: Int { text.base + position }

  /// An error at the current offset.
  func malformed(_ reason: String) -> Malformed { Malformed(reason, at: offset) }

  /// The byte `ahead` places after the next one.
  mutating func peek(_ ahead: Int = 0) -> UInt8? {
    guard position + ahead < text.bytes.count else {
      ranOut = true
      return nil
    }
    return text.bytes[position + ahead]
  }

  /// Notes that a value begins, or something that costs as much as `count` of them.
  mutating func countValue(as count: Int = 1) throws(Malformed) {
    values += count
    guard values <= PDFLimits.maximumValues else {
      throw malformed("an object of more values than the reader takes")
    }
  }

  /// Moves over `count` bytes that were looked at.
  mutating func advance(_ count: Int = 1) { position += count }

  /// Goes back to an earlier offset.
  mutating func rewind(to offset: Int) { position = offset - text.base }

  /// Moves over white space, and over comments too.
  mutating func skipSpace() {
    while let byte = peek() {
      if byte == UInt8(ascii: "%") {
        while let next = peek(), !PDFLexer.isLineEnd(next) { advance() }
      } else if PDFLexer.isSpace(byte) {
        advance()
      } else {
        return
      }
    }
  }

  /// Moves over white space alone.
  mutating func skipBlanks() {
    while let byte = peek(), PDFLexer.isSpace(byte) { advance() }
  }

  /// Moves over the white space that all readers know around `startxref` and in tables: neither NUL nor
  /// form feed.
  mutating func skipPlainBlanks() {
    while let byte = peek(), PDFLexer.isPlainBlank(byte) { advance() }
  }

  /// The run of regular characters here; empty at a delimiter or at the end.
  mutating func word() -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), PDFLexer.isRegular(byte) { advance() }
    return text.bytes[start..<position]
  }

  /// Takes `keyword`, which has to be a word of its own.
  mutating func expect(_ keyword: String) throws(Malformed) {
    let start = offset
    guard word().elementsEqual(keyword.utf8) else {
      throw Malformed("expected \(keyword)", at: start)
    }
  }

  /// Takes a number that is digits only.
  mutating func natural() throws(Malformed) -> Int {
    let start = offset
    let digits = word()
    guard let value = PDFLexer.natural(digits) else {
      throw Malformed("expected an integer", at: start)
    }
    return value
  }

  /// The value of `digits`; nil unless they are one to eighteen digits.
  static func natural(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// NUL, tab, line feed, form feed, carriage return, space.
  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  /// Tab, line feed, carriage return, space.
  static func isPlainBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || isLineEnd(byte)
  }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  static func isRegular(_ byte: UInt8) -> Bool { !isSpace(byte) && !isDelimiter(byte) }
}
