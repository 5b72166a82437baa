/// Follows how text of a document of Word, or of a slide, shows: hidden, white on white, too small.
struct WordText {
  /// Whether text stands that nobody sees.
  private(set) var isHidden = false
  /// Whether changes are tracked.
  private(set) var isRevised = false

  /// How the text of a run shows.
  private struct Run {
    var isHidden: Bool?
    var isWhite: Bool?
    var isTiny: Bool?
    var isShaded = false
  }

  private let styles: OfficeStyles
  private var run = Run()
  private var paragraph = OfficeStyles.Look()
  private var isParagraphShaded = false
  private var isInRun = false
  private var isInParagraphMark = false
  /// Of each table that is open, whether its cells may have a ground of their own.
  private var tables: [Bool] = []
  private var isCellShaded = false
  /// Shapes and text boxes that are open: their ground is not known.
  private var shapes = 0
  private var isPagePainted = false
  /// In a slide, whether the properties of a run say that nothing of it is drawn.
  private var isUndrawn = false
  private var isInProperties = false
  private var isInOutline = false

  init(_ styles: OfficeStyles) { self.styles = styles }

  /// Takes a start tag of WordprocessingML.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "background":
      isPagePainted = !WordValue.isWhite(reading.value("color", .word))
    case "p":
      paragraph = OfficeStyles.Look()
      isParagraphShaded = false
    case "pPr": isInParagraphMark = true
    case "pStyle":
      paragraph = styles.look(of: reading.value("val", .word))
      isParagraphShaded = isParagraphShaded || paragraph.isShaded
    case "r" where !isInParagraphMark:
      run = Run()
      isInRun = true
    case "tbl": tables.append(false)
    case "tblStyle":
      if let last = tables.indices.last {
        tables[last] = styles.look(of: reading.value("val", .word)).isShaded
      }
    case "tc": isCellShaded = false
    case "txbxContent", "pict", "object": shapes += 1
    case "ins", "del", "moveFrom", "moveTo": takeRevision(reading)
    default: takeProperty(reading)
    }
  }

  private mutating func takeRevision(_ reading: XMLReading) {
    // A mark in the properties of a paragraph or a row changes no word.
    if !isInParagraphMark, reading.ancestor(1)?.local != "rPr", reading.ancestor(1)?.local != "trPr"
    {
      isRevised = true
    }
  }

  private mutating func takeProperty(_ reading: XMLReading) {
    let parent = reading.ancestor(0)?.local == reading.name.local ? 1 : 0
    switch reading.name.local {
    case "shd" where WordValue.isShaded(reading):
      switch reading.ancestor(parent)?.local {
      case "tcPr": isCellShaded = true
      case "pPr": isParagraphShaded = true
      case "tblPr": if let last = tables.indices.last { tables[last] = true }
      default: run.isShaded = true
      }
    case "highlight": run.isShaded = true
    case _ where isInParagraphMark || !isInRun: break
    case "rStyle":
      let look = styles.look(of: reading.value("val", .word))
      run.isHidden = run.isHidden ?? look.isHidden
      run.isWhite = run.isWhite ?? look.isWhite
      run.isTiny = run.isTiny ?? look.isTiny
      run.isShaded = run.isShaded || look.isShaded
    case "vanish", "specVanish": run.isHidden = !WordValue.isOff(reading)
    case "color": run.isWhite = WordValue.isWhite(reading.value("val", .word))
    case "sz": run.isTiny = WordValue.isTiny(reading.value("val", .word))
    case "w":
      if let scale = reading.value("val", .word).flatMap({ Int($0) }), scale < 5 {
        run.isTiny = true
      }
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    switch name {
    case "pPr": isInParagraphMark = false
    case "r": isInRun = false
    case "tbl": _ = tables.popLast()
    case "tc": isCellShaded = false
    case "txbxContent", "pict", "object": shapes = max(0, shapes - 1)
    default: break
    }
  }

  /// Takes text that is shown, as far as it is seen.
  mutating func take(_ text: [UInt8]) {
    guard !isHidden, text.contains(where: { !$0.isXMLSpace }) else { return }
    if isUndrawn { isHidden = true }
    guard isInRun else { return }
    let isWhite = run.isWhite ?? paragraph.isWhite ?? false
    let isPainted =
      run.isShaded || isParagraphShaded || isCellShaded || shapes > 0 || isPagePainted
      || tables.contains(true)
    if run.isHidden ?? paragraph.isHidden ?? false || run.isTiny ?? paragraph.isTiny ?? false
      || isWhite && !isPainted
    {
      isHidden = true
    }
  }

  /// Takes a start tag of DrawingML.
  mutating func beginDrawing(_ reading: XMLReading) {
    switch reading.name.local {
    case "r": isUndrawn = false
    case "rPr":
      isInProperties = true
      // Hundredths of a point.
      if let size = reading.value("sz").flatMap({ Int($0) }), size < 200 { isUndrawn = true }
    case "ln": isInOutline = true
    case "noFill" where isInProperties && !isInOutline: isUndrawn = true
    case "alpha" where isInProperties && !isInOutline:
      if ["0", "0%"].contains(reading.value("val") ?? "") { isUndrawn = true }
    default: break
    }
  }

  /// Takes an end tag of DrawingML.
  mutating func endDrawing(_ name: String) {
    switch name {
    case "rPr": isInProperties = false
    case "ln": isInOutline = false
    case "r": isUndrawn = false
    default: break
    }
  }
}
