import Glibc

/// How what stands in an element of a drawing is painted, as far as it is followed (SVG 2 §6, §8, §13).
struct DrawnState {
  /// What an area or a line is painted with.
  enum Paint {
    case none
    case colour(StyleColour)
    /// A gradient, a pattern, a colour that is not read here.
    case unknown
  }

  var fill = Paint.colour(.black)
  var stroke = Paint.none
  var fillOpacity = 1.0
  var strokeWidth = 1.0
  var strokeOpacity = 1.0
  /// Whether lines are broken, and whether they are painted below what is filled.
  var isDashed = false
  var isStrokeFirst = false
  /// The names of what is drawn at the points of lines.
  var markers: Set<String> = []
  /// The box at whose edge everything is cut.
  var clip: PDFBox?
  /// The product of all that is around.
  var opacity = 1.0
  /// In units of the element.
  var size = 16.0
  var matrix = PDFMatrix.identity
  var isEnd = false
  var isMiddle = false
  /// Whether it is not shown at all.
  var isHidden = false
  /// Whether a clip, a mask or a filter decides what is seen.
  var isCut = false
  /// Whether its letters stand in another order than they are read, or on each other.
  var isPiled = false
  /// Whether it stands at a place that is not followed.
  var isLost = false
  /// Where text begins.
  var x = 0.0
  var y = 0.0

  /// Whether areas, and whether lines, are painted at all.
  var hasFill: Bool { if case .none = fill { false } else { fillOpacity > 0 } }
  var hasStroke: Bool {
    if case .none = stroke { false } else { strokeWidth > 0 && strokeOpacity > 0 }
  }

  /// How large a unit is on the page.
  var scale: Double { abs(matrix.a * matrix.d - matrix.b * matrix.c).squareRoot() }

  /// Takes a property by its name, as an attribute or a declaration writes it.
  mutating func take(_ name: String, _ value: ArraySlice<StyleToken>) {
    let declaration = StyleDeclaration(name, value)
    let number = declaration.numbers.first
    let share = number.map { $0.unit == "%" ? $0.value / 100 : $0.value }
    switch name {
    case "fill": DrawnState.take(declaration, &fill)
    case "stroke": DrawnState.take(declaration, &stroke)
    case "fill-opacity": if let share { fillOpacity = min(1, max(0, share)) }
    case "opacity": if let share { opacity *= min(1, max(0, share)) }
    case "stroke-opacity": if let share { strokeOpacity = min(1, max(0, share)) }
    case "stroke-dasharray": isDashed = declaration.word != "none"
    case "paint-order":
      let words = declaration.words
      let (line, area) = (words.firstIndex(of: "stroke"), words.firstIndex(of: "fill"))
      isStrokeFirst = line.map { place in area.map { place < $0 } ?? true } ?? false
    case "marker", "marker-start", "marker-mid", "marker-end": takeMarker(declaration)
    case "stroke-width": if let pixels = number?.pixels { strokeWidth = pixels }
    case "font-size": if let number { takeSize(number) }
    case "font":
      if let number = declaration.numbers.first(where: { !$0.unit.isEmpty }) { takeSize(number) }
    case "text-anchor":
      isEnd = declaration.word == "end"
      isMiddle = declaration.word == "middle"
    case "display": if declaration.words.contains("none") { isHidden = true }
    case "visibility":
      if let word = declaration.word, word != "visible" { isHidden = true }
    case "clip-path", "mask", "filter": if declaration.word != "none" { isCut = true }
    default: return
    }
  }

  private mutating func takeMarker(_ declaration: StyleDeclaration) {
    for token in declaration.value {
      switch token {
      case .url(let address), .string(let address): markers.insert(String(address.dropFirst()))
      default: continue
      }
    }
  }

  private mutating func takeSize(_ number: StyleLength) {
    switch number.unit {
    case "em", "rem": size *= number.value
    case "%": size *= number.value / 100
    default: if let pixels = number.pixels { size = pixels }
    }
  }

  private static func take(_ declaration: StyleDeclaration, _ paint: inout Paint) {
    if let colour = StyleColour(in: declaration.value), declaration.functions.first != "url" {
      paint = .colour(colour)
    } else if declaration.word == "none" {
      paint = .none
    } else if declaration.word != "inherit" {
      paint = .unknown
    }
  }

  /// Takes `transform` of an attribute (SVG 2 §8.5); what is no such list leaves the place unknown.
  mutating func take(transform value: String) {
    let tokens = StyleTokens(Array(value.utf8)).tokens
    var place = 0
    var steps: [PDFMatrix] = []
    while place < tokens.count {
      guard case .function(let name) = tokens[place] else {
        if tokens[place] != .space, tokens[place] != .comma { isLost = true }
        place += 1
        continue
      }
      let inner = tokens[(place + 1)...].prefix { $0 != .close(UInt8(ascii: ")")) }
      let numbers = inner.compactMap { if case .number(let number, _) = $0 { number } else { nil } }
      place = inner.endIndex + 1
      guard let step = PDFMatrix(drawn: name, numbers) else {
        isLost = true
        return
      }
      steps.append(step)
    }
    for step in steps { matrix = step.then(matrix) }
  }
}

extension StyleColour {
  /// The colour with which drawings begin.
  static let black = StyleColour(level: 0)
}

extension PDFMatrix {
  /// One step of a list of transforms; nil where its name or the count of its numbers is not known.
  fileprivate init?(drawn name: String, _ numbers: [Double]) {
    guard let first = numbers.first, numbers.allSatisfy(\.isFinite) else { return nil }
    switch (name, numbers.count) {
    case ("matrix", 6): self.init(numbers)
    case ("translate", 1), ("translate", 2), ("translatex", 1):
      self.init(x: first, y: numbers.count > 1 ? numbers[1] : 0)
    case ("translatey", 1): self.init(x: 0, y: first)
    case ("scale", 1), ("scale", 2):
      self.init([first, 0, 0, numbers.count > 1 ? numbers[1] : first, 0, 0])
    case ("rotate", 1), ("rotate", 3):
      let angle = first * .pi / 180
      let turned = PDFMatrix([cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0])
      guard let turned else { return nil }
      guard numbers.count == 3 else {
        self = turned
        return
      }
      self = PDFMatrix(x: -numbers[1], y: -numbers[2]).then(turned)
        .then(PDFMatrix(x: numbers[1], y: numbers[2]))
    default: return nil
    }
  }
}
