/// An area of a page: what a path encloses, or a picture takes.
struct PDFShape {
  /// A corner.
  struct Point {
    var x: Double
    var y: Double
  }

  /// The box around it.
  var box: PDFBox
  /// Its outlines; none for the box itself.
  var outlines: [[Point]] = []
  /// Whether what two outlines enclose is outside.
  var isEvenOdd = false
  /// What it is cut by.
  var clips: [PDFShape] = []
  /// Whether it has more corners than are kept, so that only its box is known.
  var isCut = false

  /// Whether a point is in it; of one whose corners are not known, whether it may be.
  func holds(_ x: Double, _ y: Double) -> Bool {
    guard x >= box.left, x <= box.right, y >= box.bottom, y <= box.top,
      clips.allSatisfy({ $0.holds(x, y) })
    else { return false }
    guard !outlines.isEmpty else { return true }
    var turns = 0
    for outline in outlines {
      guard var last = outline.last else { continue }
      for point in outline {
        if (last.y <= y) != (point.y <= y) {
          let cross = last.x + (y - last.y) / (point.y - last.y) * (point.x - last.x)
          if cross > x { turns += point.y > last.y ? 1 : -1 }
        }
        last = point
      }
    }
    return isEvenOdd ? !turns.isMultiple(of: 2) : turns != 0
  }

  /// How many corners it has.
  var corners: Int {
    outlines.reduce(0) { $0 + $1.count } + clips.reduce(0) { $0 + $1.corners }
  }
}

/// What is put on an area of a page.
enum PDFPaint {
  /// A colour, with this share of its strength.
  case colour(ScreenColour, share: Double)
  /// A colour that darkens what is below it.
  case darkening(ScreenColour, share: Double)
  /// What hides all below it, whatever its colours are; of a picture with a mask, where that lets it.
  case opaque(mask: PDFMask? = nil, isPicture: Bool)
  /// What may be the ground of text, and hides nothing that is known.
  case ground(isPicture: Bool)
  /// What may hide what is below it: nobody can say.
  case uncertain
}

/// How much of a picture is seen where (ISO 32000-2 §11.6.5.2).
struct PDFMask {
  /// From the page to the unit square of the picture.
  let inverse: PDFMatrix
  let width: Int
  let height: Int
  /// One byte a pixel, by rows from the top.
  let bytes: [UInt8]

  /// The share at a point of the page.
  func share(_ x: Double, _ y: Double) -> Double {
    let place = inverse.apply(x, y)
    guard place.x.isFinite, place.y.isFinite else { return 0 }
    let column = Int(max(0, min(Double(width - 1), place.x * Double(width))))
    let row = Int(max(0, min(Double(height - 1), (1 - place.y) * Double(height))))
    let index = row * width + column
    return bytes.indices.contains(index) ? Double(bytes[index]) / 255 : 0
  }
}

/// What is seen of text at a few points of it, after all that was painted over it.
struct PDFLetters {
  /// A point of it.
  fileprivate struct Point {
    let x: Double
    let y: Double
    var ink: ScreenColour
    var ground: ScreenColour
    var isUncertain = false
  }

  /// The box around it.
  let box: PDFBox
  private var points: [Point]

  /// Some letters in the box `glyphs` of a space that `matrix` leads out of, in colours that are told apart.
  init(_ glyphs: PDFBox, through matrix: PDFMatrix, ink: ScreenColour, ground: ScreenColour) {
    box = matrix.box(glyphs)
    points = []
    for across in [0.25, 0.75] {
      for up in [0.2, 0.5, 0.8] {
        let point = matrix.apply(
          glyphs.left + across * (glyphs.right - glyphs.left),
          glyphs.bottom + up * (glyphs.top - glyphs.bottom))
        points.append(Point(x: point.x, y: point.y, ink: ink, ground: ground))
      }
    }
  }

  /// Whether no point of it is left by all of `clips`.
  func isOutside(_ clips: [PDFShape]) -> Bool {
    !points.contains { point in clips.allSatisfy { $0.holds(point.x, point.y) } }
  }

  /// What is left to be seen.
  enum Sight { case seen, uncertain, gone }

  /// Paints over it; what is left, or nil where nothing changed.
  mutating func cover(with paint: PDFPaint, _ shape: PDFShape) -> Sight? {
    var isTouched = false
    for index in points.indices where shape.holds(points[index].x, points[index].y) {
      isTouched = true
      if shape.isCut {
        points[index].isUncertain = true
      } else {
        points[index].take(paint)
      }
    }
    guard isTouched else { return nil }
    if points.contains(where: { !$0.isGone && !$0.isUncertain }) { return .seen }
    return points.allSatisfy(\.isGone) ? .gone : .uncertain
  }
}

extension PDFLetters.Point {
  fileprivate var isGone: Bool { ink.isLost(on: ground) }

  fileprivate mutating func take(_ paint: PDFPaint) {
    switch paint {
    case .colour(let colour, let share):
      ink = colour.over(ink, share: share)
      ground = colour.over(ground, share: share)
    case .darkening(let colour, let share):
      ink = ink.darkened(by: colour, share: share)
      ground = ground.darkened(by: colour, share: share)
    case .opaque(let mask, _):
      guard mask.map({ $0.share(x, y) >= 0.97 }) ?? true else { return }
      ink = ground
    case .ground: return
    case .uncertain: isUncertain = true
    }
  }
}

extension ScreenColour {
  /// Whether nobody can tell it from its ground: by contrast on what is nearly white, elsewhere where its hue is the same,
  /// too. Red on green is seen, however alike in light they are.
  func isLost(on ground: ScreenColour) -> Bool {
    guard isPale(on: ground) else { return false }
    let apart = max(abs(red - ground.red), abs(green - ground.green), abs(blue - ground.blue))
    return ground.luminance > 0.85 || apart < ScreenColour.leastApart
  }

  /// How far apart one channel of two hues is at least that are told apart.
  private static let leastApart = 0.35

  /// What is seen when `colour` is multiplied with this one, with a share of its strength.
  func darkened(by colour: ScreenColour, share: Double) -> ScreenColour {
    ScreenColour(red: red * colour.red, green: green * colour.green, blue: blue * colour.blue)
      .over(self, share: share)
  }
}
