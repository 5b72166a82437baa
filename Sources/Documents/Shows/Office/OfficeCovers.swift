/// Looks for shapes and pictures that lie before the text (ECMA-376-1 §20.4.2.3, §20.5.2.29, ECMA-376-4 §19.1.2.19):
/// what stands under them nobody here can tell.
///
/// Text flows around most shapes. Told is one that text does not flow around, that does not lie behind it, and that
/// has a ground of its own; and in a workbook a shape before cells, wherever in the package these stand.
struct OfficeCovers {
  /// Whether one stands, before whatever is there.
  private(set) var isFound = false
  /// The cells of a workbook before which shapes stand.
  private(set) var areas: [(first: SheetCells.Place, last: SheetCells.Place)] = []
  /// Column and row where the shape begins and ends, as far as they were read (§20.5.2.33).
  private var corners: [String: Int] = [:]

  private struct Shape {
    let name: String
    var isLoose = false
    var isFilled = false
    var isClear = false
  }

  private var open: [Shape] = []
  /// Shapes inside each other that are followed.
  private static let maximumDepth = 16
  private static let maximumAreas = 256

  /// Takes a start tag, of whatever vocabulary.
  mutating func begin(_ reading: XMLReading, isEmpty: Bool) {
    let name = reading.name.local
    switch name {
    case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor": corners = [:]
    case "anchor" where reading.value("behindDoc") != nil:
      var shape = Shape(name: name)
      shape.isClear = !(reading.value("behindDoc").map(WordValue.isOff) ?? false)
      push(shape, isEmpty)
    // In a workbook: of a drawing, and not of a slide.
    case "sp" where reading.value("textlink") != nil || reading.value("macro") != nil:
      var shape = Shape(name: name)
      shape.isLoose = true
      push(shape, isEmpty)
    case "wrapNone": change { $0.isLoose = true }
    case "solidFill", "gradFill", "pattFill", "blipFill", "noFill": takeFill(name, reading)
    case "fillRef": if (reading.value("idx") ?? "0") != "0" { change { $0.isFilled = true } }
    case "wrap": if reading.value("type") != "none" { change { $0.isLoose = false } }
    default: takeStyle(reading, isEmpty)
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    guard let last = open.last, last.name == name else { return }
    open.removeLast()
    guard last.isLoose, last.isFilled, !last.isClear else { return }
    guard last.name == "sp", areas.count < OfficeCovers.maximumAreas,
      let top = corners["from.row"], let left = corners["from.col"],
      let bottom = corners["to.row"], let right = corners["to.col"]
    else {
      isFound = true
      return
    }
    areas.append(
      (
        SheetCells.Place(row: top + 1, column: left + 1),
        SheetCells.Place(row: bottom + 1, column: right + 1)
      ))
  }

  /// Takes text of an element: a column or a row, counted from 0, where a shape begins or ends.
  mutating func take(_ reading: XMLReading) {
    guard let part = reading.ancestor(0)?.local, part == "row" || part == "col",
      let corner = reading.ancestor(1)?.local, corner == "from" || corner == "to"
    else { return }
    corners[corner + "." + part] = Int(String(decoding: reading.text, as: UTF8.self)).map {
      min(max($0, 0), 1 << 24)
    }
  }

  private mutating func push(_ shape: Shape, _ isEmpty: Bool) {
    guard open.count < OfficeCovers.maximumDepth else {
      isFound = true
      return
    }
    open.append(shape)
  }

  private mutating func change(_ body: (inout Shape) -> Void) {
    if let last = open.indices.last { body(&open[last]) }
  }

  /// A fill of the shape itself, and not of its line or its text.
  private mutating func takeFill(_ name: String, _ reading: XMLReading) {
    let owner = WordMarks.owner(of: reading)
    guard ["spPr", "grpSpPr", "pic", "bgPr"].contains(owner) else { return }
    // A picture has its own fill beside the one of its frame.
    if name != "noFill" {
      change { $0.isFilled = true }
    } else if owner == "spPr" {
      change { $0.isClear = $0.isClear || !$0.isFilled }
    }
  }

  /// A shape in VML, which says in its style where it lies; one that names nothing is filled.
  private mutating func takeStyle(_ reading: XMLReading, _ isEmpty: Bool) {
    guard reading.name.vocabulary == .wordPart, let style = reading.value("style") else { return }
    let rules = style.lowercased().filter { !$0.isWhitespace }.split(separator: ";")
    guard rules.contains("position:absolute") else { return }
    let order = rules.first { $0.hasPrefix("z-index:") }.flatMap { Int($0.dropFirst(8)) } ?? 0
    var shape = Shape(name: reading.name.local)
    shape.isLoose = order >= 0
    shape.isFilled = !(reading.value("filled").map { $0.hasPrefix("f") } ?? false)
    if isEmpty { isFound = isFound || shape.isLoose && shape.isFilled } else { push(shape, false) }
  }
}
