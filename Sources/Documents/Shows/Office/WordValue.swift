/// Values of properties of Word (ECMA-376-1 §17.17.4, §17.18).
enum WordValue {
  /// Whether a property that is on by standing there is switched off.
  static func isOff(_ reading: XMLReading) -> Bool {
    guard let value = reading.value("val", .word) else { return false }
    return ["0", "false", "off"].contains(value.lowercased())
  }

  /// Whether a colour is white, or so near that nobody sees it on white.
  static func isWhite(_ value: String?) -> Bool {
    guard let value, value.utf8.count == 6, let number = UInt32(value, radix: 16) else {
      return false
    }
    return [16, 8, 0].allSatisfy { number >> UInt32($0) & 0xFF >= 0xF6 }
  }

  /// Whether a size in half points is below two points.
  static func isTiny(_ value: String?) -> Bool {
    value.flatMap(Double.init).map { $0 < 4 } ?? false
  }

  /// Whether a shading paints a ground that is not white.
  static func isShaded(_ reading: XMLReading) -> Bool {
    if reading.value("themeFill", .word) != nil { return true }
    let fill = reading.value("fill", .word) ?? "auto"
    let pattern = reading.value("val", .word) ?? "clear"
    return fill != "auto" && !isWhite(fill)
      || !["clear", "nil"].contains(pattern) && reading.value("color", .word) != "auto"
  }

  /// A truth value of the schemas (ECMA-376-1 §22.9.2.7).
  static func isOff(_ value: String) -> Bool { ["0", "false", "off"].contains(value.lowercased()) }
}
