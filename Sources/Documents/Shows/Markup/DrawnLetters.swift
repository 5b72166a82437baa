/// Places that a drawing gives to the letters of a text one by one (SVG 2 §11.4).
enum DrawnLetters {
  /// Whether they are read in another order than they stand in, lie on each other or in other lines, or are turned.
  ///
  /// - Parameters:
  ///   - value: the attributes of the element, by their names.
  ///   - isPart: whether it goes on where other letters of its text ended.
  ///   - size: of the letters, in the units of these.
  static func areDisordered(_ value: (String) -> String?, isPart: Bool, size: Double) -> Bool {
    func numbers(_ name: String) -> [Double] { value(name).map(DrawnShape.numbers) ?? [] }
    let places = numbers("x")
    if zip(places, places.dropFirst()).contains(where: { $1 - $0 < size * 0.15 }) { return true }
    // Steps between letters, but for the first, which moves the whole text.
    if numbers("dx").dropFirst().contains(where: { abs($0) > size * 4 || $0 < -size * 0.25 }) {
      return true
    }
    if isPart, let step = numbers("dx").first, step < -size * 0.25 {
      if abs(numbers("dy").first ?? 0) < size * 0.6 { return true }
    }
    let lines = numbers("y")
    if lines.contains(where: { abs($0 - (lines.first ?? 0)) > size * 0.6 }) { return true }
    var height = 0.0
    for step in numbers("dy").dropFirst() {
      height += step
      if abs(height) > size * 0.6 { return true }
    }
    return numbers("rotate").contains { abs($0) > 10 }
  }
}

/// What is drawn at the points of a line (SVG 2 §11.6).
enum DrawnMarker {
  /// How far it reaches from its point, in units of a line of width 1; infinite where nothing cuts it.
  ///
  /// - Parameter value: the attributes of the `marker`, by their names.
  static func reach(_ value: (String) -> String?) -> Double {
    func number(_ name: String) -> Double? {
      (value(name) ?? value(name.lowercased())).map(DrawnShape.numbers)?.first
    }
    if value("overflow") != nil || value("style") != nil || value("class") != nil {
      return .infinity
    }
    let size = max(number("markerWidth") ?? 3, number("markerHeight") ?? 3)
    let box = (value("viewBox") ?? value("viewbox")).map(DrawnShape.numbers) ?? []
    let unit = box.count == 4 && min(box[2], box[3]) > 0 ? size / min(box[2], box[3]) : 1
    return size * 2 + (abs(number("refX") ?? 0) + abs(number("refY") ?? 0)) * unit
  }
}
