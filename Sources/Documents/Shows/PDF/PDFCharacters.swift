/// Which characters the codes of a font stand for (`ToUnicode`, ISO 32000-2 §9.10.3).
struct PDFCharacters {
  private var table: [Int: [UInt8]] = [:]
  /// How many codes were read, each as often as it stands there.
  private var codes = 0
  /// What they weigh with the characters that they stand for.
  private(set) var weight = 0
  /// Whether there are more than are read, or longer ones.
  private(set) var isCut = false

  /// Codes of one font whose characters, or whose widths, are read: there are no more.
  static let maximumCodes = 65_536
  /// What they may weigh.
  private static let maximumWeight = 2 * maximumCodes
  /// Bytes that one code stands for at most.
  private static let longest = 512
  /// Bytes of characters that count as much as one code.
  private static let charactersOfCode = 32

  init() {}

  /// Reads a map.
  init(_ bytes: [UInt8]) {
    var content = PDFContent(bytes)
    while !isCut, content.next() {
      if content.operatorName.elementsEqual("endbfchar".utf8) {
        takePairs(content.operands)
      } else if content.operatorName.elementsEqual("endbfrange".utf8) {
        takeRanges(content.operands)
      }
    }
  }

  subscript(code: Int) -> [UInt8]? { table[code] }

  private mutating func takePairs(_ operands: [PDFContent.Operand]) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      if case .string(let code) = operands[index], case .string(let text) = operands[index + 1] {
        set(PDFCharacters.number(code), to: text)
      }
    }
  }

  private mutating func set(_ code: Int, to text: [UInt8]) {
    let cost = 1 + text.count / PDFCharacters.charactersOfCode
    guard codes < PDFCharacters.maximumCodes, text.count <= PDFCharacters.longest,
      weight + cost <= PDFCharacters.maximumWeight
    else {
      isCut = true
      return
    }
    codes += 1
    weight += cost
    table[code] = PDFCharacters.utf8(text)
  }

  private mutating func takeRanges(_ operands: [PDFContent.Operand]) {
    for index in stride(from: 0, to: operands.count - 2, by: 3) {
      guard case .string(let low) = operands[index], case .string(let high) = operands[index + 1]
      else { continue }
      let (first, last) = (PDFCharacters.number(low), PDFCharacters.number(high))
      guard first <= last, last - first < PDFCharacters.maximumCodes else { continue }
      switch operands[index + 2] {
      case .string(var text):
        for code in first...last where !isCut {
          set(code, to: text)
          if let end = text.indices.last { text[end] &+= 1 }
        }
      case .array(let items):
        for (place, item) in items.enumerated() {
          if case .string(let text) = item { set(first + place, to: text) }
        }
      default: continue
      }
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func utf8(_ text: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: text.count - 1, by: 2).map {
      UInt16(text[$0]) << 8 | UInt16(text[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
