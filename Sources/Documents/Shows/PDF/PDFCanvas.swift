/// What a page has drawn so far, as far as text can be seen on it or under it.
///
/// Areas add up: each few letters are followed at some points, and every area that is painted over a point changes what is
/// seen there. Letters are gone where their colour cannot be told from that of their ground any more at any point.
struct PDFCanvas {
  /// An area that was painted.
  private struct Area {
    let shape: PDFShape
    let paint: PDFPaint
  }

  /// Letters that are seen so far.
  private struct Text {
    var letters: PDFLetters
    var isDone = false
    /// The last area that was painted over them, by its number.
    var stamp = 0
  }

  /// The part of the page that is shown.
  let page: PDFBox
  /// Whether text stands that nobody sees.
  private(set) var hidesText = false
  /// Whether text stands that nobody sees, on or under a picture.
  private(set) var hasTextLayer = false
  /// Whether more was drawn than is kept, or what is seen of it cannot be told.
  private(set) var isCut = false

  private var areas: [Area] = []
  private var areaRows: [[Int]] = Array(repeating: [], count: PDFCanvas.rowCount)
  private var pictures: [PDFBox] = []
  private var texts: [Text] = []
  private var textRows: [[Int]] = Array(repeating: [], count: PDFCanvas.rowCount)
  private var unseen: [PDFBox] = []
  /// Letters that nobody sees for their colour: as a shadow they have the same ones over them.
  private var shadows: [(letters: Int, box: PDFBox)] = []
  private var places: [Int: [Int]] = [:]
  private var stamp = 0
  private var corners = 0
  /// Comparisons that may still be made.
  private(set) var work: Int

  private static let rowCount = 64
  /// Areas on each other through which the next one is seen.
  private static let maximumLayers = 64
  /// Letters in a shadow that are kept.
  private static let maximumShadows = 4_096
  private static let maximumItems = 262_144
  private static let maximumCorners = 1 << 20

  init(page: PDFBox, work: Int) { (self.page, self.work) = (page, work) }

  /// Text that is drawn in a way that shows nothing: it may be the text of a picture.
  mutating func addUnseen(_ box: PDFBox) {
    if unseen.count < PDFCanvas.maximumItems { unseen.append(box) }
  }

  /// Text that is hidden, whatever is drawn later.
  mutating func addHidden() { hidesText = true }

  /// Letters in the box `glyphs` of the space of `matrix`, in one of `inks`, each with its share: they are seen where
  /// one of them can be told from their ground, unless something is painted over them later.
  ///
  /// - Parameter letters: what tells these letters from others; nil where they are not known.
  mutating func add(
    _ glyphs: PDFBox, through matrix: PDFMatrix, _ inks: [PDFPaint], letters: Int? = nil
  ) {
    let box = matrix.box(glyphs)
    let found = ground(at: (box.left + box.right) / 2, (box.bottom + box.top) / 2)
    var shown: (ink: ScreenColour, ground: ScreenColour)?
    for paint in inks {
      let under = found ?? (paint.isDark ? .white : .black)
      let ink: ScreenColour =
        switch paint {
        case .colour(let colour, let share): colour.over(under, share: share)
        case .darkening(let colour, let share): under.darkened(by: colour, share: share)
        case .opaque, .ground, .uncertain: under.luminance > 0.18 ? .black : .white
        }
      if !ink.isLost(on: under) {
        shown = (ink, under)
        break
      }
    }
    guard let shown else {
      if let letters, shadows.count < PDFCanvas.maximumShadows {
        shadows.append((letters, box))
      } else {
        hidesText = true
      }
      return
    }
    guard texts.count < PDFCanvas.maximumItems else {
      isCut = true
      return
    }
    for row in rows(of: box) { textRows[row].append(texts.count) }
    if let letters, !shadows.isEmpty { places[letters, default: []].append(texts.count) }
    texts.append(
      Text(letters: PDFLetters(glyphs, through: matrix, ink: shown.ink, ground: shown.ground)))
  }

  /// The colour of what was painted at a point; nil where it cannot be told.
  private mutating func ground(at x: Double, _ y: Double) -> ScreenColour? {
    var layers: [PDFPaint] = []
    var base: ScreenColour? = .white
    search: for index in areaRows[row(of: y)].reversed() {
      work -= 1
      guard work >= 0 else {
        isCut = true
        return nil
      }
      let area = areas[index]
      guard area.shape.holds(x, y) else { continue }
      guard layers.count < PDFCanvas.maximumLayers else {
        isCut = true
        return nil
      }
      work -= area.shape.corners
      if area.shape.isCut {
        base = nil
        break
      }
      switch area.paint {
      case .colour(let colour, let share):
        if share >= 0.99 {
          base = colour
          break search
        }
        layers.append(area.paint)
      case .darkening: layers.append(area.paint)
      case .opaque, .ground, .uncertain:
        base = nil
        break search
      }
    }
    guard var colour = base else { return nil }
    for layer in layers.reversed() {
      switch layer {
      case .colour(let top, let share): colour = top.over(colour, share: share)
      case .darkening(let top, let share): colour = colour.darkened(by: top, share: share)
      default: break
      }
    }
    return colour
  }

  /// Paints an area.
  mutating func paint(_ shape: PDFShape, _ paint: PDFPaint) {
    let box = shape.box
    guard box.left <= box.right, box.bottom <= box.top else { return }
    corners += shape.corners
    guard areas.count < PDFCanvas.maximumItems, corners <= PDFCanvas.maximumCorners else {
      isCut = true
      return
    }
    let seen = rows(of: box)
    for row in seen { areaRows[row].append(areas.count) }
    areas.append(Area(shape: shape, paint: paint))
    var isPicture = false
    if case .opaque(_, isPicture: true) = paint {
      isPicture = true
      pictures.append(box)
    } else if case .ground(let holdsText) = paint {
      if holdsText { pictures.append(box) }
      return
    }
    stamp += 1
    cover(seen, shape, paint, isPicture: isPicture)
  }

  private mutating func cover(
    _ seen: ClosedRange<Int>, _ shape: PDFShape, _ paint: PDFPaint, isPicture: Bool
  ) {
    for row in seen {
      work -= textRows[row].count + 1
      guard work >= 0 else {
        isCut = true
        return
      }
      var isAnyDone = false
      for index in textRows[row] where !texts[index].isDone && texts[index].stamp != stamp {
        guard !shape.box.isApart(from: texts[index].letters.box) else { continue }
        work -= 6 * (1 + shape.corners)
        texts[index].stamp = stamp
        guard let sight = texts[index].letters.cover(with: paint, shape), sight != .seen else {
          continue
        }
        texts[index].isDone = true
        isAnyDone = true
        if sight == .uncertain {
          isCut = true
        } else if isPicture {
          hasTextLayer = true
        } else {
          hidesText = true
        }
      }
      if isAnyDone { textRows[row].removeAll { texts[$0].isDone } }
    }
  }

  /// Whether the same letters are seen at nearly the same place: over a shadow of them.
  private mutating func isShadow(_ letters: Int, _ box: PDFBox) -> Bool {
    let room = min(box.right - box.left, box.top - box.bottom) / 2
    for index in places[letters] ?? [] where !texts[index].isDone {
      work -= 1
      guard work >= 0 else {
        isCut = true
        return true
      }
      let other = texts[index].letters.box
      if abs(other.left - box.left) <= room, abs(other.bottom - box.bottom) <= room { return true }
    }
    return false
  }

  /// Ends the page.
  mutating func finish() {
    for (letters, box) in shadows where !hidesText {
      if !isShadow(letters, box) { hidesText = true }
    }
    for box in unseen {
      var isOnPicture = false
      for picture in pictures where !isOnPicture {
        work -= 1
        isOnPicture = !picture.isApart(from: box)
      }
      if isOnPicture { hasTextLayer = true } else { hidesText = true }
      if work < 0 {
        isCut = true
        return
      }
    }
  }

  private func rows(of box: PDFBox) -> ClosedRange<Int> {
    let (first, last) = (row(of: box.bottom), row(of: box.top))
    return first <= last ? first...last : last...first
  }

  private func row(of y: Double) -> Int {
    let height = page.top - page.bottom
    guard height > 0, !y.isNaN else { return 0 }
    let row = (y - page.bottom) / height * Double(PDFCanvas.rowCount)
    return Int(max(0, min(Double(PDFCanvas.rowCount - 1), row)))
  }
}

extension PDFPaint {
  /// Whether its colour is nearer to black than to white, so that it is seen on white at least.
  fileprivate var isDark: Bool {
    switch self {
    case .colour(let colour, _), .darkening(let colour, _): colour.luminance < 0.4
    case .opaque, .ground, .uncertain: true
    }
  }
}
