/// A path that is not painted yet (ISO 32000-2 §8.5).
struct PDFPath {
  /// The box around its points.
  private(set) var box = PDFBox.nothing
  private var outlines: [[PDFShape.Point]] = []
  private var corners = 0
  private var isCurved = false
  /// Whether it is one box with level and upright sides.
  private var isOneBox = false
  /// Whether it cuts what is painted next, and by which rule.
  var clipsNext = false
  var clipsEvenOdd = false

  /// Corners of one path that are kept.
  private static let maximumCorners = 16_384
  /// Straight pieces that stand for a curve.
  private static let pieces = 4

  /// Whether it is one box with level and upright sides on the page.
  var isBox: Bool {
    if isOneBox { return outlines.count == 1 }
    guard outlines.count == 1, !isCurved, let points = outlines.first,
      points.count == 4
        || points.count == 5 && points[0].x == points[4].x && points[0].y == points[4].y
    else { return false }
    return zip(points, points.dropFirst() + points.prefix(1)).allSatisfy {
      abs($0.x - $1.x) < 0.01 || abs($0.y - $1.y) < 0.01
    }
  }

  /// Adds a curve, a line or a start by the operator `name`.
  mutating func add(_ name: String, _ numbers: [Double], through matrix: PDFMatrix) {
    guard let needed = ["m": 2, "l": 2, "c": 6, "v": 4, "y": 4][name], numbers.count >= needed
    else {
      return
    }
    isOneBox = false
    let points = stride(from: 0, to: needed, by: 2).map { place in
      let point = matrix.apply(numbers[place], numbers[place + 1])
      return PDFShape.Point(x: point.x, y: point.y)
    }
    guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    switch name {
    case "m":
      outlines.append([])
      append(points[0])
    case "l": append(points[0])
    default:
      isCurved = true
      let last = outlines.last?.last ?? points[0]
      let first = name == "v" ? last : points[0]
      let second = name == "v" ? points[0] : name == "y" ? points[1] : points[1]
      let end = points[points.count - 1]
      for piece in 1...PDFPath.pieces {
        let t = Double(piece) / Double(PDFPath.pieces)
        let u = 1 - t
        append(
          PDFShape.Point(
            x: u * u * u * last.x + 3 * u * u * t * first.x + 3 * u * t * t * second.x + t * t * t
              * end.x,
            y: u * u * u * last.y + 3 * u * u * t * first.y + 3 * u * t * t * second.y + t * t * t
              * end.y))
      }
    }
  }

  /// Adds a box by a corner, a width and a height.
  mutating func addBox(_ numbers: [Double], through matrix: PDFMatrix) {
    guard numbers.count == 4 else { return }
    let isFirst = outlines.isEmpty
    outlines.append([])
    for (x, y) in [(0.0, 0.0), (numbers[2], 0), (numbers[2], numbers[3]), (0, numbers[3])] {
      let point = matrix.apply(numbers[0] + x, numbers[1] + y)
      if point.x.isFinite, point.y.isFinite { append(PDFShape.Point(x: point.x, y: point.y)) }
    }
    isOneBox = isFirst && matrix.isStraight
  }

  private mutating func append(_ point: PDFShape.Point) {
    box.add(point.x, point.y)
    corners += 1
    guard corners <= PDFPath.maximumCorners else { return }
    if outlines.isEmpty { outlines.append([]) }
    outlines[outlines.count - 1].append(point)
  }

  /// What it encloses within `clip`.
  func shape(in clip: PDFBox, isEvenOdd: Bool) -> PDFShape {
    PDFShape(
      box: box.cut(clip), outlines: isBox ? [] : outlines, isEvenOdd: isEvenOdd,
      isCut: corners > PDFPath.maximumCorners)
  }

  /// The areas that its straight pieces take when they are drawn `width` wide, within `clip`.
  func lines(of width: Double, in clip: PDFBox) -> [PDFShape] {
    var shapes: [PDFShape] = []
    for outline in outlines {
      for (start, end) in zip(outline, outline.dropFirst()) {
        let (x, y) = (end.x - start.x, end.y - start.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 0, length.isFinite else { continue }
        let (aside, up) = (-y / length * width / 2, x / length * width / 2)
        let points = [
          PDFShape.Point(x: start.x + aside, y: start.y + up),
          PDFShape.Point(x: end.x + aside, y: end.y + up),
          PDFShape.Point(x: end.x - aside, y: end.y - up),
          PDFShape.Point(x: start.x - aside, y: start.y - up),
        ]
        var around = PDFBox.nothing
        for point in points { around.add(point.x, point.y) }
        shapes.append(PDFShape(box: around.cut(clip), outlines: [points]))
      }
    }
    return shapes
  }
}
