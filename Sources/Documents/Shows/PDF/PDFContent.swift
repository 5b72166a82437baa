import BroadsealBytes

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
    /// A dictionary, or anything else.
    case other
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The operands of the operator that was read last.
  private(set) var operands: [Operand] = []
  /// The operator that was read last.
  private(set) var operatorName: ArraySlice<UInt8> = []

  /// Operands that are kept, and items of an array.
  private static let maximumOperands = 512
  private static let maximumItems = 65_536

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads to the next operator; false at the end.
  mutating func next() -> Bool {
    operands.removeAll(keepingCapacity: true)
    while index < bytes.count {
      skipSpace()
      guard index < bytes.count else { return false }
      if let operand = operand(depth: 8) {
        if operands.count < PDFContent.maximumOperands { operands.append(operand) }
        continue
      }
      let start = index
      while index < bytes.count, PDFLexer.isRegular(bytes[index]) { index += 1 }
      guard index > start else {
        // A delimiter without a beginning.
        index += 1
        continue
      }
      operatorName = bytes[start..<index]
      if operatorName.elementsEqual("BI".utf8) { skipPicture() }
      return true
    }
    return false
  }

  /// The numbers of the operands, all of them or none.
  var numbers: [Double]? {
    var numbers: [Double] = []
    for case .number(let number) in operands { numbers.append(number) }
    return numbers.count == operands.count ? numbers : nil
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        while index < bytes.count, !PDFLexer.isLineEnd(bytes[index]) { index += 1 }
      } else if PDFLexer.isSpace(bytes[index]) {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func operand(depth: Int) -> Operand? {
    switch bytes[index] {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(number())
    case UInt8(ascii: "/"):
      let start = index + 1
      index = start
      while index < bytes.count, PDFLexer.isRegular(bytes[index]) { index += 1 }
      return .name(bytes[start..<index])
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "<"):
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
        return skipDictionary()
      }
      return .string(hexadecimal())
    case UInt8(ascii: "["): return array(depth: depth)
    default: return nil
    }
  }

  private mutating func number() -> Double {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    var value = 0.0
    var scale = 0.0
    while index < bytes.count, PDFLexer.isRegular(bytes[index]) {
      let byte = bytes[index]
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
      index += 1
    }
    return isNegative ? -value : value
  }

  private mutating func array(depth: Int) -> Operand {
    index += 1
    var items: [Operand] = []
    while index < bytes.count {
      skipSpace()
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        break
      }
      if bytes[index] == UInt8(ascii: "["), depth == 0 {
        index += 1
        continue
      }
      guard let item = operand(depth: depth - 1) else {
        // `true`, `null`, or an array without an end.
        let start = index
        while index < bytes.count, PDFLexer.isRegular(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        continue
      }
      if items.count < PDFContent.maximumItems { items.append(item) }
    }
    return .array(items)
  }

  /// Over a dictionary and those inside it.
  private mutating func skipDictionary() -> Operand {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isPair = index + 1 < bytes.count && bytes[index + 1] == byte
      if byte == UInt8(ascii: "("), depth > 0 {
        _ = literal()
      } else if byte == UInt8(ascii: "<"), isPair {
        depth += 1
        index += 2
      } else if byte == UInt8(ascii: ">"), isPair {
        depth -= 1
        index += 2
        if depth == 0 { break }
      } else {
        index += 1
      }
    }
    return .other
  }

  private mutating func literal() -> [UInt8] {
    index += 1
    var depth = 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): escape(into: &text)
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
        text.append(byte)
      default: text.append(byte)
      }
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard index < bytes.count else { return }
    let digits = bytes[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
    if digits.isEmpty {
      if !PDFLexer.isLineEnd(bytes[index]) { text.append(bytes[index]) }
      index += 1
    } else {
      text.append(digits.reduce(0) { $0 &* 8 &+ ($1 & 7) })
      index += digits.count
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    index += 1
    var text: [UInt8] = []
    var high: UInt8?
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if let digit = Hex.value(of: bytes[index]) {
        if let first = high {
          text.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
      index += 1
    }
    index += 1
    if let high { text.append(high << 4) }
    return text
  }

  /// Over a picture in the stream, to the `EI` that stands as a word of its own (§8.9.7).
  private mutating func skipPicture() {
    while index + 1 < bytes.count {
      let isEnd =
        bytes[index] == UInt8(ascii: "E") && bytes[index + 1] == UInt8(ascii: "I")
        && index > 0 && PDFLexer.isSpace(bytes[index - 1])
        && (index + 2 >= bytes.count || PDFLexer.isSpace(bytes[index + 2]))
      index += 1
      if isEnd {
        index += 1
        return
      }
    }
    index = bytes.count
  }
}
