/// A transformation of coordinates (ISO 32000-2 §8.3.4).
struct PDFMatrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// The one that changes nothing.
  static let identity = PDFMatrix()

  init() {}

  /// Six numbers; nil for any other count.
  init?(_ numbers: some Sequence<Double>) {
    let all = Array(numbers)
    guard all.count == 6, all.allSatisfy(\.isFinite) else { return nil }
    (a, b, c, d, e, f) = (all[0], all[1], all[2], all[3], all[4], all[5])
  }

  /// A movement.
  init(x: Double, y: Double) { (e, f) = (x, y) }

  /// This one first, then `other`.
  func then(_ other: PDFMatrix) -> PDFMatrix {
    var result = PDFMatrix()
    result.a = a * other.a + b * other.c
    result.b = a * other.b + b * other.d
    result.c = c * other.a + d * other.c
    result.d = c * other.b + d * other.d
    result.e = e * other.a + f * other.c + other.e
    result.f = e * other.b + f * other.d + other.f
    return result
  }

  /// Where a point goes.
  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (x * a + y * c + e, x * b + y * d + f)
  }

  /// The box around what a box becomes.
  func box(_ box: PDFBox) -> PDFBox {
    var result = PDFBox.nothing
    for (x, y) in [
      (box.left, box.bottom), (box.left, box.top), (box.right, box.bottom), (box.right, box.top),
    ] {
      let point = apply(x, y)
      result.add(point.x, point.y)
    }
    return result
  }

  /// The one that leads back; nil where there is none.
  var inverse: PDFMatrix? {
    let size = a * d - b * c
    guard size.isFinite, size != 0 else { return nil }
    var result = PDFMatrix()
    (result.a, result.b, result.c, result.d) = (d / size, -b / size, -c / size, a / size)
    result.e = -(e * result.a + f * result.c)
    result.f = -(e * result.b + f * result.d)
    return result
  }

  /// Whether straight boxes stay straight.
  var isStraight: Bool { abs(b) + abs(c) < 1e-6 || abs(a) + abs(d) < 1e-6 }
}

/// A box along the axes of a page.
struct PDFBox {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  /// A box with no point in it.
  static let nothing = PDFBox(
    left: .infinity, bottom: .infinity, right: -.infinity, top: -.infinity)
  /// A box with every point in it.
  static let everything = PDFBox(
    left: -.infinity, bottom: -.infinity, right: .infinity, top: .infinity)

  init(left: Double, bottom: Double, right: Double, top: Double) {
    (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
  }

  /// Two corners in any order.
  init?(corners: [Double]?) {
    guard let corners, corners.count == 4, corners.allSatisfy(\.isFinite) else { return nil }
    self.init(
      left: min(corners[0], corners[2]), bottom: min(corners[1], corners[3]),
      right: max(corners[0], corners[2]), top: max(corners[1], corners[3]))
  }

  /// Grows to hold a point.
  mutating func add(_ x: Double, _ y: Double) {
    left = min(left, x)
    right = max(right, x)
    bottom = min(bottom, y)
    top = max(top, y)
  }

  /// What both hold.
  func cut(_ other: PDFBox) -> PDFBox {
    PDFBox(
      left: max(left, other.left), bottom: max(bottom, other.bottom),
      right: min(right, other.right), top: min(top, other.top))
  }

  /// Whether nothing of `other` is in it.
  func isApart(from other: PDFBox, by margin: Double = 0) -> Bool {
    other.right < left - margin || other.left > right + margin || other.top < bottom - margin
      || other.bottom > top + margin
  }

  /// Whether all of `other` is in it, but for a margin.
  func holds(_ other: PDFBox, margin: Double) -> Bool {
    other.left >= left - margin && other.right <= right + margin && other.bottom >= bottom - margin
      && other.top <= top + margin
  }

  /// The same with room on all sides.
  func grown(by room: Double) -> PDFBox {
    PDFBox(left: left - room, bottom: bottom - room, right: right + room, top: top + room)
  }
}
