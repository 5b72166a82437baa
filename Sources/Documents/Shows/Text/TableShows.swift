/// Cells of a table in plain text that a spreadsheet takes for formulas.
///
/// Which mark separates cells is the reader's choice, so each that a spreadsheet proposes is tried: comma, semicolon,
/// tab, a bar where the first line has one, and what a first line `sep=` names.
enum TableShows {
  /// The offset of the first such cell; nil when there is none.
  static func formula(in text: [UInt8]) -> Int? {
    let first = text.prefix { $0 != 0x0A && $0 != 0x0D }
    var separators: Set<UInt8> = [0x2C, 0x3B, 0x09]
    if first.contains(UInt8(ascii: "|")) { separators.insert(UInt8(ascii: "|")) }
    let start = first.drop { $0 == UInt8(ascii: "\"") || $0 >= 0x80 }
    if start.prefix(4).map(\.lowercased).elementsEqual("sep=".utf8), start.count > 4 {
      separators.insert(start[start.startIndex + 4])
    }
    // A symbolic link (SYLK) under the name of a table, which a spreadsheet reads as that.
    if text.starts(with: "ID;".utf8) { return 0 }
    return separators.compactMap { formula(in: text, separator: $0) }.min()
  }

  private static func formula(in text: [UInt8], separator: UInt8) -> Int? {
    var isStart = true
    var isQuoted = false
    for (index, byte) in text.enumerated() {
      if isStart {
        if byte == UInt8(ascii: "\"") {
          isQuoted = true
          continue
        }
        if byte == UInt8(ascii: " ") || byte == 0x09 && separator != 0x09 { continue }
        isStart = false
        if isFormula(text[index...], separator) { return index }
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
  private static func isFormula(_ text: ArraySlice<UInt8>, _ separator: UInt8) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "="): return second > 0x20 && second != UInt8(ascii: "=")
    case UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      // Whichever mark is tried, what stands behind another of them is no part of a sum.
      let cell = text.dropFirst().prefix(256).prefix { byte in
        byte != separator && ![0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09].contains(byte)
      }
      return computes(cell, isSign: first != UInt8(ascii: "@"))
    default: return false
    }
  }

  /// Whether what follows a sign is called or computed: a plain number is not, nor are words, a handle, or the number of a
  /// telephone with its blanks.
  private static func computes(_ cell: ArraySlice<UInt8>, isSign: Bool) -> Bool {
    var before: UInt8 = 0
    var hasDigit = false
    var hasBlank = false
    var operators = 0
    for (place, byte) in cell.enumerated() {
      switch byte {
      case UInt8(ascii: "("):
        // A function is called, or a sum is in brackets: `-(1+1)`.
        if before.isLetter || place == 0 && isSign { return true }
      case UInt8(ascii: "|"): if before.isLetter { return true }
      case UInt8(ascii: "!"): if before.isLetter || before == UInt8(ascii: "'") { return true }
      case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "^"),
        UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "="):
        operators += 1
      case 0x20: hasBlank = true
      case 0x30...0x39: hasDigit = true
      default: break
      }
      // A function may have a number in its name: `LOG10(`.
      if !(0x30...0x39).contains(byte) || !before.isLetter { before = byte }
    }
    guard isSign, !hasBlank, Double(String(decoding: cell, as: UTF8.self)) == nil else {
      return false
    }
    return hasDigit && (operators > 0 || isReference(cell))
  }

  /// `A1`, `$B$2`.
  private static func isReference(_ cell: ArraySlice<UInt8>) -> Bool {
    let bare = cell.filter { $0 != UInt8(ascii: "$") }
    let letters = bare.prefix { $0.isLetter }.count
    let digits = bare.dropFirst(letters)
    return (1...3).contains(letters) && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
