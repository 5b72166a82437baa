/// A number with its unit.
struct StyleLength {
  let value: Double
  let unit: String

  init(_ value: Double, _ unit: String) {
    self.value = value
    self.unit = unit
  }

  /// As pixels, where an em is as large as text usually is; nil for shares, and for what depends on the window.
  var pixels: Double? {
    let sizes = [
      "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.945,
      "em": 16,
      "rem": 16, "ex": 8, "ch": 8, "lh": 20, "rlh": 20, "cap": 11, "ic": 16,
    ]
    return sizes[unit].map { $0 * value }
  }

  /// Whether it depends on the window or on a box around.
  var isOfWindow: Bool { pixels == nil && unit != "%" && !StyleLength.others.contains(unit) }

  private static let others: Set<String> = [
    "deg", "rad", "grad", "turn", "s", "ms", "fr", "dpi", "dpcm", "dppx", "x", "hz", "khz",
  ]
}
