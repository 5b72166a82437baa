/// Cells of a table in plain text that a spreadsheet takes for formulas.
enum TableShows {
  /// The offset of the first such cell; nil when there is none.
  static func formula(in text: [UInt8], separator: UInt8) -> Int? {
    var isStart = true
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      if isStart {
        if byte == UInt8(ascii: "\"") {
          isQuoted = true
          continue
        }
        if byte == UInt8(ascii: " ") { continue }
        isStart = false
        if isFormula(text[index...]) { return index }
      }
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == separator || byte == 0x0A || byte == 0x0D {
        isStart = true
      }
    }
    return nil
  }

  /// `=`, or `@`, `+` and `-` before what is no number.
  private static func isFormula(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.first, let second = cell.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "="): return second > 0x20 && second != UInt8(ascii: "=")
    case UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      // A handle or a plain sign is text: what is called has a bracket.
      guard second.isLetter else { return false }
      let name = cell.dropFirst().prefix(64).prefix { $0.isLetter || (0x30...0x39).contains($0) }
      return cell.dropFirst(name.count + 1).first == UInt8(ascii: "(")
        || cell.dropFirst(name.count + 1).first == UInt8(ascii: "|")
    default: return false
    }
  }
}
