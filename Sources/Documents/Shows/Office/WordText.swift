/// Follows how text of a document of Word, or of a slide, shows: hidden, in the colour of its ground, too
/// small, squeezed together, clipped, or beside the page.
///
/// What is shown is what the defaults of the document, the default styles, the named styles and the run
/// itself say, in this order (ECMA-376-1 §17.7.2). Where styles hide text and the run does not speak of
/// it, it is taken as hidden, whatever a second style says: programs do not agree there.
struct WordText {
  /// Whether text stands that nobody sees.
  private(set) var isHidden = false
  /// Whether changes are tracked.
  private(set) var isRevised = false
  /// Whether the order of letters is turned.
  private(set) var isTurned = false
  /// Whether text is taken from elsewhere (`w:dataBinding`).
  private(set) var isBound = false

  /// Whether more stands than is looked at.
  private(set) var isTooMuch = false

  private let styles: OfficeStyles
  private let themes: OfficeThemes
  /// What the run, its style, the paragraph and its style say.
  private var run = WordLook()
  private var character: WordLook
  private var paragraph = WordLook()
  private var base: WordLook
  private var isInRun = false
  /// Lists of former properties that are open.
  private var former = 0
  private var isInParagraphMark = false
  /// Of each table that is open, its style.
  private var tables: [OfficeStyles.Style] = []
  private var cell: WordLook.Ground?
  /// Whether the row is lower than any text.
  private var isRowFlat = false
  /// Shapes and text boxes that are open: their ground is not known.
  private var shapes = 0
  private var page: [ScreenColour] = [.white]
  private static let maximumGrounds = 32
  private var isInTextFill = false
  private var isInOffset = false
  /// How far to the left and right of its margins text begins, and the smallest margin of a page.
  private var outermost = 0.0
  private var margin: Double?
  private var slide = SlideText()
  private var rows = WordRows()
  /// How far to the right text or a table begins, and the widest page.
  private var furthest = 0.0
  private var width: Double?
  /// Parts of formulas that are open and show nothing but their size (ECMA-376-1 §22.1.2.81).
  private var phantoms = 0

  init(_ styles: OfficeStyles, _ themes: OfficeThemes) {
    self.styles = styles
    self.themes = themes
    character = styles.style(nil, kind: "character").look
    base = styles.style(nil, kind: "paragraph").look
  }

  /// Takes a start tag of WordprocessingML.
  mutating func begin(_ reading: XMLReading) {
    rows.begin(reading)
    switch reading.name.local {
    case "pgSz":
      if let wide = reading.value("w", .word).flatMap(Double.init) { width = max(width ?? 0, wide) }
    case "background":
      page += WrittenColour(word: reading, ("color", "themeColor")).resolved(themes)
      // A document has one.
      if page.count > WordText.maximumGrounds {
        isTooMuch = true
        page.removeLast(page.count - WordText.maximumGrounds)
      }
    case "p":
      paragraph = WordLook()
      base = styles.style(nil, kind: "paragraph").look
    case "pPr": isInParagraphMark = true
    case "r" where !isInParagraphMark: beginRun()
    case "tbl": tables.append(styles.style(nil, kind: "table"))
    case "tr": isRowFlat = false
    case "tc": cell = nil
    case "txbxContent", "pict", "object": shapes += 1
    case "ins", "del", "moveFrom", "moveTo": takeRevision(reading)
    case "bdo": isTurned = true
    case "dataBinding": isBound = true
    case "pgMar":
      for side in [reading.value("left", .word), reading.value("right", .word)] {
        if let room = side.flatMap(Double.init) { margin = min(margin ?? room, room) }
      }
    case let name where WordMarks.isChange(name): former += 1
    default: if former == 0 { takeProperty(reading) }
    }
  }

  private mutating func beginRun() {
    run = WordLook()
    character = styles.style(nil, kind: "character").look
    isInRun = true
  }

  private mutating func takeRevision(_ reading: XMLReading) {
    // A mark in the properties of a paragraph or a row changes no word.
    if !isInParagraphMark, reading.ancestor(1)?.local != "rPr", reading.ancestor(1)?.local != "trPr"
    {
      isRevised = true
    }
  }

  private mutating func takeProperty(_ reading: XMLReading) {
    let owner = WordMarks.owner(of: reading)
    let value = reading.value("val", .word)
    switch (reading.name.local, owner) {
    case ("pStyle", _): base = styles.style(value, kind: "paragraph").look
    case ("rStyle", _) where isInRun: character = styles.style(value, kind: "character").look
    case ("tblStyle", _):
      if let last = tables.indices.last { tables[last] = styles.style(value, kind: "table") }
    case ("shd", "tcPr"), ("shd", "tblPr"):
      var look = WordLook()
      look.take(reading, in: owner)
      if owner == "tcPr" {
        cell = look.ground
      } else if look.ground != .plain, let last = tables.indices.last {
        tables[last].isShaded = true
      }
    case ("tblInd", _) where reading.value("type", .word) ?? "dxa" == "dxa":
      let place = reading.value("w", .word).flatMap(Double.init) ?? 0
      (outermost, furthest) = (max(outermost, -place), max(furthest, place))
    case ("tblpPr", _):
      let places = [reading.value("tblpX", .word), reading.value("tblpY", .word)]
        .compactMap { $0.flatMap(Double.init) }
      if places.contains(where: { $0 < -1_440 || $0 > 24_000 }) { isHidden = true }
      furthest = max(furthest, reading.value("tblpX", .word).flatMap(Double.init) ?? 0)
    case ("tab", "tabs"): paragraph.take(reading, in: owner)
    case ("trHeight", _):
      let height = value.flatMap(Double.init) ?? 240
      isRowFlat = reading.value("hRule", .word) == "exact" && height < 100
    case (_, "pPr"): paragraph.take(reading, in: owner)
    case (_, "rPr") where isInRun && !isInParagraphMark: run.take(reading, in: owner)
    default: break
    }
  }

  /// Takes a start tag of a vocabulary that is none of Office's first: mathematics, later effects, places
  /// of shapes.
  mutating func beginOther(_ reading: XMLReading) {
    switch reading.name.local {
    case "r" where !isInParagraphMark: beginRun()
    case "dataBinding": isBound = true
    case "phant": phantoms += 1
    case "textFill": isInTextFill = isInRun
    case "noFill" where isInTextFill: run.isUndrawn = true
    case "srgbClr" where isInTextFill, "schemeClr" where isInTextFill:
      run.colour = WrittenColour(
        drawn: reading.value("val", .other), isTheme: reading.name.local == "schemeClr")
    case "alpha" where isInTextFill:
      // Here it says how clear it is (MS-ODRAWXML 2.23), in thousandths of a percent.
      if let clear = reading.value("val", .other).flatMap(Double.init), clear >= 90_000 {
        run.isUndrawn = true
      }
    case "posOffset": isInOffset = true
    default: break
    }
    if let style = reading.value("style"), WordValue.isAway(style) { isHidden = true }
  }

  /// Takes an end tag of such a vocabulary.
  mutating func endOther(_ name: String) {
    switch name {
    case "r": isInRun = false
    case "phant": phantoms = max(0, phantoms - 1)
    case "textFill": isInTextFill = false
    case "posOffset": isInOffset = false
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    rows.end(name)
    switch name {
    case _ where former > 0 && WordMarks.isChange(name): former -= 1
    case "pPr": isInParagraphMark = false
    case "r": isInRun = false
    case "tr": isRowFlat = false
    case "tbl": _ = tables.popLast()
    case "tc": cell = nil
    case "txbxContent", "pict", "object": shapes = max(0, shapes - 1)
    default: break
    }
  }

  /// Takes text of an element that shows none of its own: how far from its place a shape stands, in
  /// English metric units (ECMA-376-1 §20.4.2.14).
  mutating func takeOffset(_ text: [UInt8]) {
    guard isInOffset, let offset = Double(String(decoding: text, as: UTF8.self)) else { return }
    let inch = 914_400.0
    if offset < -4 * inch || offset > 22 * inch { isHidden = true }
  }

  /// Takes text that is shown, as far as it is seen.
  mutating func take(_ text: [UInt8]) {
    guard !isHidden, text.contains(where: { !$0.isXMLSpace }) else { return }
    if slide.isUndrawn { isHidden = true }
    guard isInRun else { return }
    let table = tables.last ?? OfficeStyles.Style()
    let levels = [character, paragraph, base, table.look, styles.plain]
    let look = levels.reduce(run) { $0.over($1) }
    let isVanished = run.isVanished ?? levels.contains { $0.isVanished == true }
    // Lists of contents leave numbers of pages out of pages of the web.
    let isPaperOnly = look.isWebHidden == true && !FieldCodes.isNumber(text)
    rows.take(text, size: look.size ?? 20)
    if isVanished || phantoms > 0 || isPaperOnly || look.isUnseen || isRowFlat || table.hidesPart
      || isLost(look)
    {
      isHidden = true
    }
    takePlace(look)
  }

  /// Whether it has the colour of what it stands on; nothing is said of a ground that is not known.
  private func isLost(_ look: WordLook) -> Bool {
    switch look.ground ?? cell ?? .plain {
    case .unknown: return false
    case .painted(let colour): return look.isLost(on: colour.resolved(themes), themes)
    case .plain:
      let isUnknown = shapes > 0 || tables.contains { $0.isShaded }
      return !isUnknown && look.isLost(on: page, themes)
    }
  }

  private mutating func takePlace(_ look: WordLook) {
    let (left, right) = (look.left ?? 0, look.right ?? 0)
    furthest = max(furthest, left, look.tab ?? 0)
    outermost = max(outermost, -left, -right, -left - (look.first ?? 0))
    // Beyond the widest page that is set.
    if left > 20_000 || right > 20_000 || left + (look.first ?? 0) > 20_000 { isHidden = true }
  }

  /// Judges what only the end of the document says: text beyond the edge of the page.
  mutating func finish() {
    if rows.isCut || furthest > width ?? 20_000 { isHidden = true }
    if outermost > 0, outermost > margin ?? 1_440 { isHidden = true }
  }

  /// Takes a start tag of DrawingML.
  mutating func beginDrawing(_ reading: XMLReading) {
    slide.begin(reading)
    if slide.hidesAll { isHidden = true }
  }

  /// Takes an end tag of DrawingML.
  mutating func endDrawing(_ name: String) { slide.end(name) }
}

/// How text of DrawingML shows: whether anything of it is drawn (ECMA-376-1 §21.1.2.3.9).
private struct SlideText {
  /// Whether the properties of the run say that nothing of it is seen.
  private(set) var isUndrawn = false
  /// Whether the properties of all text without its own say so.
  private(set) var hidesAll = false
  private var isInProperties = false
  private var isInDefaults = false
  private var isInOutline = false

  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "r", "fld": isUndrawn = false
    case "rPr", "defRPr":
      isInProperties = reading.name.local == "rPr"
      isInDefaults = !isInProperties
      // Hundredths of a point; eighteen points where nothing is said.
      let size = reading.value("sz").flatMap(Double.init)
      let spacing = reading.value("spc").flatMap(Double.init) ?? 0
      let baseline = reading.value("baseline").flatMap(Double.init) ?? 0
      if size ?? 1_800 < 200 || spacing < -(size ?? 1_800) / 5 || abs(baseline) > 200_000 { hide() }
    case "ln": isInOutline = true
    case "normAutofit":
      // Thousandths of a percent.
      let scale = reading.value("fontScale")
      let part = scale.flatMap { Double($0.filter { $0 != "%" }) } ?? 100_000
      if part < (scale?.contains("%") ?? false ? 10 : 10_000) { hidesAll = true }
    case "noFill" where !isInOutline: hide()
    case "alpha" where !isInOutline:
      let part = reading.value("val").flatMap { Double($0.filter { $0 != "%" }) } ?? 100_000
      let isPercent = reading.value("val")?.contains("%") ?? false
      if part <= (isPercent ? 10 : 10_000) { hide() }
    default: break
    }
  }

  private mutating func hide() {
    if isInProperties { isUndrawn = true }
    if isInDefaults { hidesAll = true }
  }

  mutating func end(_ name: String) {
    switch name {
    case "rPr": isInProperties = false
    case "defRPr": isInDefaults = false
    case "ln": isInOutline = false
    case "r", "fld": isUndrawn = false
    default: break
    }
  }
}
