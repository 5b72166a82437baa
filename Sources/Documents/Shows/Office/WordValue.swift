/// Values of properties of Word (ECMA-376-1 §17.17.4, §17.18).
enum WordValue {
  /// Whether a property that is on by standing there is switched off.
  static func isOff(_ reading: XMLReading) -> Bool {
    guard let value = reading.value("val", .word) else { return false }
    return isOff(value)
  }

  /// A truth value of the schemas (ECMA-376-1 §22.9.2.7).
  static func isOff(_ value: String) -> Bool { ["0", "false", "off"].contains(value.lowercased()) }

  /// Whether the style of a drawing in VML puts it where nobody sees it (ECMA-376-4 §19.1.2.19).
  static func isAway(_ style: String) -> Bool {
    for rule in style.lowercased().split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].filter { !$0.isWhitespace }
      let value = parts[1].filter { !$0.isWhitespace }
      if name == "visibility", value == "hidden" { return true }
      if ["margin-left", "margin-top", "left", "top"].contains(name),
        let points = OfficeLength.points(value), points < -400 || points > 1_600
      {
        return true
      }
    }
    return false
  }
}

/// A length with its unit, as style sheets and OpenDocument write it (ODF 1.3 part 3 §18.3.18).
enum OfficeLength {
  /// In points; nil for what is no length: a share, or nothing.
  static func points(_ written: String?) -> Double? {
    guard let written else { return nil }
    let digits = written.prefix { "+-.0123456789".contains($0) }
    guard let number = Double(digits) else { return nil }
    switch written.dropFirst(digits.count) {
    case "pt": return number
    case "in": return number * 72
    case "cm": return number * 72 / 2.54
    case "mm": return number * 72 / 25.4
    case "pc": return number * 12
    case "px", "": return number * 0.75
    default: return nil
    }
  }

  /// A share: `58%`; nil for anything else.
  static func share(_ written: String?) -> Double? {
    guard let written, written.hasSuffix("%") else { return nil }
    return Double(written.dropLast()).map { $0 / 100 }
  }
}
