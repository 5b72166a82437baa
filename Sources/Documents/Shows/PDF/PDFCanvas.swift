/// What a page has drawn so far, as far as text can be seen on it or under it.
struct PDFCanvas {
  /// An area that was painted.
  private struct Area {
    let box: PDFBox
    let isWhite: Bool
  }

  /// Text that is seen so far.
  private struct Text {
    let box: PDFBox
    var isCovered = false
  }

  /// The part of the page that is shown.
  let page: PDFBox
  /// Whether text stands that nobody sees.
  private(set) var hidesText = false
  /// Whether text stands that nobody sees, on or under a picture.
  private(set) var hasTextLayer = false
  /// Whether more was drawn than is kept.
  private(set) var isCut = false

  private var areas: [Area] = []
  private var pictures: [PDFBox] = []
  private var texts: [Text] = []
  private var rows: [[Int]] = Array(repeating: [], count: PDFCanvas.rowCount)
  private var unseen: [PDFBox] = []
  /// Comparisons that may still be made.
  private(set) var work: Int

  private static let rowCount = 64
  private static let maximumItems = 262_144

  init(page: PDFBox, work: Int) { (self.page, self.work) = (page, work) }

  /// Text that is drawn in a way that shows nothing: it may be the text of a picture.
  mutating func addUnseen(_ box: PDFBox) {
    if unseen.count < PDFCanvas.maximumItems { unseen.append(box) }
  }

  /// Text that is hidden, whatever is drawn later.
  mutating func addHidden() { hidesText = true }

  /// White text: it is seen where something else than white was painted below it.
  mutating func addWhite(_ box: PDFBox) {
    let (x, y) = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    for area in areas.reversed() {
      work -= 1
      guard work >= 0 else {
        isCut = true
        return
      }
      if area.box.left <= x, x <= area.box.right, area.box.bottom <= y, y <= area.box.top {
        if area.isWhite { hidesText = true } else { add(box) }
        return
      }
    }
    hidesText = true
  }

  /// Text that is seen, unless something is painted over it later.
  mutating func add(_ box: PDFBox) {
    guard texts.count < PDFCanvas.maximumItems else {
      isCut = true
      return
    }
    rows[row(of: (box.bottom + box.top) / 2)].append(texts.count)
    texts.append(Text(box: box))
  }

  /// An area that is painted; `covers` when nothing below it is seen.
  mutating func paint(_ box: PDFBox, isWhite: Bool, covers: Bool) {
    guard box.left <= box.right, box.bottom <= box.top else { return }
    if areas.count < PDFCanvas.maximumItems {
      areas.append(Area(box: box, isWhite: isWhite))
    } else {
      isCut = true
    }
    if covers, cover(box) { hidesText = true }
  }

  /// A picture; `covers` when nothing below it is seen.
  mutating func paintPicture(_ box: PDFBox, covers: Bool) {
    // Outside of the clip nothing is left of it.
    guard box.left <= box.right, box.bottom <= box.top else { return }
    guard areas.count < PDFCanvas.maximumItems else {
      isCut = true
      return
    }
    areas.append(Area(box: box, isWhite: false))
    pictures.append(box)
    if covers, cover(box) { hasTextLayer = true }
  }

  /// Ends the page.
  mutating func finish() {
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

  private func row(of y: Double) -> Int {
    let height = page.top - page.bottom
    guard height > 0, !y.isNaN else { return 0 }
    let row = (y - page.bottom) / height * Double(PDFCanvas.rowCount)
    return Int(max(0, min(Double(PDFCanvas.rowCount - 1), row)))
  }

  /// Covers the text that lies wholly below `box`; whether there was any.
  private mutating func cover(_ box: PDFBox) -> Bool {
    var found = false
    for row in stride(from: row(of: box.bottom), through: row(of: box.top), by: 1) {
      work -= rows[row].count + 1
      guard work >= 0 else {
        isCut = true
        return found
      }
      for index in rows[row]
      where !texts[index].isCovered && box.holds(texts[index].box, margin: 0.5) {
        texts[index].isCovered = true
        found = true
      }
      if found { rows[row].removeAll { texts[$0].isCovered } }
    }
    return found
  }
}
