/// A path that is not painted yet (ISO 32000-2 §8.5).
struct PDFPath {
  /// The box around its points.
  private(set) var box = PDFBox.nothing
  private var isStraight = true
  private var corners = 0
  private var lastPoint: (x: Double, y: Double)?
  /// Whether it cuts what is painted next.
  var clipsNext = false

  /// Whether it is one box with level and upright sides, before the matrix is applied.
  var isBox: Bool { isStraight && (corners == 4 || corners == 5) }

  /// Adds a curve, a line or a start by the operator `name`.
  mutating func add(_ name: String, _ numbers: [Double], through matrix: PDFMatrix) {
    if name == "m" ? corners > 0 : name != "l" { isStraight = false }
    corners += 1
    checkLine(name, numbers)
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      addPoint(numbers[index], numbers[index + 1], matrix)
    }
  }

  /// Adds a box by a corner, a width and a height.
  mutating func addBox(_ numbers: [Double], through matrix: PDFMatrix) {
    guard numbers.count == 4 else { return }
    // Several boxes in one path cover less than the box around them.
    if corners > 0 { isStraight = false }
    corners += 4
    for (x, y) in [(0.0, 0.0), (numbers[2], 0), (0, numbers[3]), (numbers[2], numbers[3])] {
      addPoint(numbers[0] + x, numbers[1] + y, matrix)
    }
  }

  /// A line that is neither level nor upright makes no box.
  private mutating func checkLine(_ name: String, _ numbers: [Double]) {
    guard numbers.count >= 2 else { return }
    let point = (x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
    if name == "l", let last = lastPoint, abs(last.x - point.x) > 0.01, abs(last.y - point.y) > 0.01
    {
      isStraight = false
    }
    lastPoint = point
  }

  private mutating func addPoint(_ x: Double, _ y: Double, _ matrix: PDFMatrix) {
    let point = matrix.apply(x, y)
    if point.x.isFinite, point.y.isFinite { box.add(point.x, point.y) }
  }
}

/// What paths paint.
extension PDFDrawing {
  /// Runs an operator of paths; false when `name` is none.
  mutating func takePath(_ name: String, _ content: PDFContent) -> Bool {
    switch name {
    case "m", "l", "c", "v", "y":
      if let numbers = content.numbers { path.add(name, numbers, through: graphics.matrix) }
    case "re":
      if let numbers = content.numbers { path.addBox(numbers, through: graphics.matrix) }
    case "h": break
    case "W", "W*": path.clipsNext = true
    case "n": endPath()
    case "f", "F", "f*": fillPath()
    case "B", "B*", "b", "b*": fillPath()
    case "S", "s": strokePath()
    default: return false
    }
    return true
  }

  private mutating func fillPath() {
    clipping = []
    let box = path.box.cut(graphics.clip)
    let isBox = path.isBox && graphics.matrix.isStraight
    canvas.paint(
      box, isWhite: graphics.fill.isWhite && !graphics.isMixed && graphics.opacity > 0.5,
      covers: isBox && !graphics.isClipRagged && graphics.opacity >= 0.99 && !graphics.isMixed
        && graphics.fill.isKnown)
    endPath()
  }

  /// A thick line can be the ground of text.
  private mutating func strokePath() {
    clipping = []
    let scale = max(
      abs(graphics.matrix.a) + abs(graphics.matrix.c),
      abs(graphics.matrix.b) + abs(graphics.matrix.d))
    let width = graphics.lineWidth * scale
    if width > 4, !graphics.stroke.isWhite {
      canvas.paint(
        path.box.grown(by: width / 2).cut(graphics.clip), isWhite: false, covers: false)
    }
    endPath()
  }

  private mutating func endPath() {
    if path.clipsNext {
      graphics.clip = graphics.clip.cut(path.box)
      if !path.isBox || !graphics.matrix.isStraight { graphics.isClipRagged = true }
    }
    path = PDFPath()
  }
}
