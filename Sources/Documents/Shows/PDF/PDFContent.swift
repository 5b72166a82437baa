/// Takes the content stream of a page apart into operators and their operands (ISO 32000-2 §7.8.2).
///
/// Only what decides where and how text is drawn is kept of the operands: numbers, names, and of a
/// string its bytes. It never throws: what is no content is passed over, as readers do.
struct PDFContent {
  /// An operand.
  enum Operand {
    case number(Double)
    case name(ArraySlice<UInt8>)
    case string([UInt8])
    /// Strings of an array with the numbers between them (`TJ`).
    case array([Operand])
    /// A dictionary, as it is written.
    case dictionary(ArraySlice<UInt8>)
    /// Anything else.
    case other
  }

  private var lexer: PDFLexer
  /// The operands of the operator that was read last.
  private(set) var operands: [Operand] = []
  /// The operator that was read last.
  private(set) var operatorName: ArraySlice<UInt8> = []

  /// Whether the picture that was passed over last is painted in the colour of the state.
  private(set) var isStencil = false

  /// Items of arrays among them.
  private var items = 0

  /// Operands that are kept, and items of all their arrays.
  private static let maximumOperands = 512
  private static let maximumItems = 65_536

  init(_ bytes: [UInt8]) { lexer = PDFLexer(bytes, base: 0) }

  /// What a name stands for that an operator was given; as it is written where its escapes are none.
  static func name(_ written: ArraySlice<UInt8>) -> PDFName {
    guard written.contains(UInt8(ascii: "#")) else { return PDFName(Array(written)) }
    var lexer = PDFLexer([UInt8(ascii: "/")] + written, base: 0)
    return (try? lexer.value())?.object.name ?? PDFName(Array(written))
  }

  /// Reads to the next operator; false at the end.
  mutating func next() -> Bool {
    operands.removeAll(keepingCapacity: true)
    items = 0
    while true {
      lexer.skipSpace()
      guard lexer.peek() != nil else { return false }
      if let operand = operand(depth: 8) {
        if operands.count < PDFContent.maximumOperands { operands.append(operand) }
        continue
      }
      let word = lexer.word()
      guard !word.isEmpty else {
        // A delimiter without a beginning.
        lexer.advance()
        continue
      }
      operatorName = word
      if operatorName.elementsEqual("BI".utf8) { skipPicture() }
      return true
    }
  }

  /// The numbers of the operands, all of them or none.
  var numbers: [Double]? {
    var numbers: [Double] = []
    for case .number(let number) in operands { numbers.append(number) }
    return numbers.count == operands.count ? numbers : nil
  }

  private mutating func operand(depth: Int) -> Operand? {
    switch lexer.peek() ?? 0 {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(number())
    case UInt8(ascii: "/"):
      lexer.advance()
      return .name(lexer.word())
    case UInt8(ascii: "("): return .string((try? lexer.literalString()) ?? [])
    case UInt8(ascii: "<"):
      if lexer.peek(1) == UInt8(ascii: "<") { return skipDictionary() }
      return .string((try? lexer.hexString(passingOverOthers: true)) ?? [])
    case UInt8(ascii: "["): return array(depth: depth)
    default: return nil
    }
  }

  private mutating func number() -> Double {
    let word = lexer.word()
    var value = 0.0
    var scale = 0.0
    for byte in word {
      if PDFLexer.isDigit(byte) {
        if scale == 0 {
          value = value * 10 + Double(byte & 0x0F)
        } else {
          value += Double(byte & 0x0F) * scale
          scale /= 10
        }
      } else if byte == UInt8(ascii: "."), scale == 0 {
        scale = 0.1
      }
    }
    return word.first == UInt8(ascii: "-") ? -value : value
  }

  private mutating func array(depth: Int) -> Operand {
    lexer.advance()
    var found: [Operand] = []
    while true {
      lexer.skipSpace()
      guard let byte = lexer.peek() else { break }
      if byte == UInt8(ascii: "]") {
        lexer.advance()
        break
      }
      if byte == UInt8(ascii: "["), depth == 0 {
        lexer.advance()
        continue
      }
      guard let item = operand(depth: depth - 1) else {
        // `true`, `null`, or an array without an end.
        if lexer.word().isEmpty { lexer.advance() }
        continue
      }
      if items < PDFContent.maximumItems { found.append(item) }
      items += 1
    }
    return .array(found)
  }

  /// Over a dictionary and those inside it.
  private mutating func skipDictionary() -> Operand {
    var depth = 0
    let start = lexer.position
    while let byte = lexer.peek() {
      let isPair = lexer.peek(1) == byte
      if byte == UInt8(ascii: "("), depth > 0 {
        _ = try? lexer.literalString()
      } else if byte == UInt8(ascii: "<"), isPair {
        depth += 1
        lexer.advance(2)
      } else if byte == UInt8(ascii: ">"), isPair {
        depth -= 1
        lexer.advance(2)
        if depth == 0 {
          return .dictionary(lexer.text.bytes[start..<min(lexer.position, lexer.text.bytes.count)])
        }
      } else {
        lexer.advance()
      }
    }
    return .other
  }

  /// Over a picture in the stream, to the `EI` that stands as a word of its own (§8.9.7).
  private mutating func skipPicture() {
    let bytes = lexer.text.bytes
    var index = lexer.position
    let head = bytes[index...].prefix(1_024)
    let data = head.firstIndex(of: "ID") ?? head.endIndex
    isStencil = (["/ImageMask", "/IM"] as [StaticString]).contains { key in
      guard let place = head[..<data].firstIndex(of: key) else { return false }
      let value = head[(place + key.utf8CodeUnitCount)...].drop(while: PDFLexer.isSpace)
      return value.starts(with: "true".utf8)
    }
    while index + 1 < bytes.count {
      let isEnd =
        bytes[index] == UInt8(ascii: "E") && bytes[index + 1] == UInt8(ascii: "I")
        && index > 0 && PDFLexer.isSpace(bytes[index - 1])
        && (index + 2 >= bytes.count || PDFLexer.isSpace(bytes[index + 2]))
      index += 1
      if isEnd { return lexer.rewind(to: index + 1) }
    }
    lexer.rewind(to: bytes.count)
  }
}
