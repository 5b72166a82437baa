/// Reads one part of an Office document, by what its elements are and not by where it stands.
struct OfficePart {
  private let offset: Int
  private var alternatives = OfficeAlternatives()
  private var fields = OfficeFields()
  private var word: WordText
  private var sheet: SheetText
  private var covers = OfficeCovers()
  /// Whether a placeholder of a master, a layout or a master of notes is open: slides show their own
  /// content in its place, and none of its (ECMA-376-1 §19.3.1.36).
  private var isPlaceholder = false
  /// Whether text of Word stands in elements of a namespace that is not known.
  private var isForeign = false

  /// Steps of computing formulas that are left.
  var steps: Int { sheet.steps }
  /// What of a sheet is printed, and what stands before its cells.
  var print: SheetPrint {
    var print = sheet.print
    for area in covers.areas { print.take(cover: area) }
    return print
  }

  init(_ basis: OfficeBasis, _ styles: OfficeStyles, steps: Int, at offset: Int) {
    self.offset = offset
    word = WordText(styles, basis.themes)
    sheet = SheetText(styles.sheet, basis.strings, basis.themes, steps: steps)
  }

  /// Reads all of `reading`.
  mutating func read(
    _ reading: inout XMLReading, _ findings: inout ShowFindings, _ text: inout TextShows
  ) throws(DocumentError) {
    while true {
      switch try reading.next() {
      case .over:
        fields.finish()
        word.finish()
        sheet.finish()
        report(to: &findings)
        return
      case .start(let isEmpty):
        take(reading, isEmpty, &findings)
        if isEmpty { end(reading) }
      case .end:
        end(reading)
        // Words of two paragraphs are not one word.
        if reading.name.local == "p" { text.take([0x20], at: offset) }
      case .text:
        takeText(reading, &text)
      case .aside: continue
      }
    }
  }

  private mutating func take(
    _ reading: XMLReading, _ isEmpty: Bool, _ findings: inout ShowFindings
  ) {
    let name = reading.name
    covers.begin(reading, isEmpty: isEmpty)
    switch name.vocabulary {
    case .compatibility: alternatives.begin(name.local)
    case .word:
      fields.begin(reading)
      word.begin(reading)
      if name.local == "mailMerge" { findings.add(.officeExternal, at: offset) }
    case .sheet: sheet.begin(reading)
    case .slide:
      if name.local == "sld", reading.value("show").map(WordValue.isOff) ?? false {
        findings.add(.officeHidden, at: offset)
      }
      takeTiming(reading, &findings)
      if name.local == "ph", OfficePart.isMaster(reading) { isPlaceholder = true }
    case .drawing:
      word.beginDrawing(reading)
      takeAction(reading, &findings)
      if name.local == "fld", !isPlaceholder, !OfficePart.isSlideNumber(reading.value("type")) {
        findings.add(.officeFields, at: offset)
      }
    case .other, .wordPart:
      word.beginOther(reading)
      sheet.beginOther(reading)
    default: break
    }
    if name.local == "cNvPr" || name.local == "docPr",
      reading.value("hidden").map({ !WordValue.isOff($0) }) ?? false
    {
      findings.add(.officeHidden, at: offset)
    }
  }

  private mutating func end(_ reading: XMLReading) {
    covers.end(reading.name.local)
    switch reading.name.vocabulary {
    case .compatibility: alternatives.end(reading.name.local)
    case .word:
      fields.end(reading.name.local)
      word.end(reading.name.local)
    case .sheet: sheet.end(reading.name.local)
    case .slide: if OfficePart.shapes.contains(reading.name.local) { isPlaceholder = false }
    case .drawing: word.endDrawing(reading.name.local)
    case .other, .wordPart: word.endOther(reading.name.local)
    default: break
    }
  }

  private mutating func takeText(_ reading: XMLReading, _ text: inout TextShows) {
    covers.take(reading)
    fields.take(reading.text)
    sheet.take(reading.text)
    guard let name = reading.ancestor(0) else { return }
    word.takeOffset(reading.text)
    // Programs that do not know a namespace leave out what stands in it, or show it.
    if name == XMLReading.Name(.word, "t"), reading.isInside(.other) { isForeign = true }
    if name.local == "t", !isPlaceholder {
      alternatives.take(reading.text)
      fields.take(shown: reading.text)
      word.take(reading.text)
    }
    if name.local == "t" || name.local == "v" || name.local == "delText" {
      text.take(reading.text, at: offset)
    }
  }

  /// Effects that show or hide parts of a slide; one that brings a part in shows it in the end.
  private func takeTiming(_ reading: XMLReading, _ findings: inout ShowFindings) {
    guard reading.isInside(.slide, "timing") else { return }
    if reading.value("presetClass") == "exit" { findings.add(.officeHidden, at: offset) }
    if OfficePart.effects.contains(reading.name.local) {
      findings.add(.officeAlternates, at: offset)
    }
  }

  private static let effects: Set<String> = [
    "set", "anim", "animClr", "animEffect", "animMotion", "animRot", "animScale", "cmd", "audio",
    "video",
  ]

  /// What happens when something of a slide is clicked: links within the slides are followed by hand.
  private func takeAction(_ reading: XMLReading, _ findings: inout ShowFindings) {
    guard let action = reading.value("action")?.lowercased(), action.hasPrefix("ppaction://")
    else { return }
    let kind = action.dropFirst("ppaction://".count).prefix(while: \.isLetter)
    if kind == "macro" || kind == "program" { findings.add(.officeMacros, at: offset) }
    if kind == "program" || kind == "file" || kind == "ole" {
      findings.add(.officeExternal, at: offset)
    }
  }

  private func report(to findings: inout ShowFindings) {
    if fields.isLive || word.isBound || alternatives.isTooDeep {
      findings.add(.officeFields, at: offset)
    }
    if covers.isFound { findings.add(.officeUnread, at: offset) }
    if isForeign || sheet.isTwofold || alternatives.differ || alternatives.isTooDeep
      || fields.isTooDeep
    {
      findings.add(.officeAlternates, at: offset)
    }
    if fields.isTooDeep { findings.add(.officeFields, at: offset) }
    if word.isHidden || sheet.isHidden { findings.add(.officeHidden, at: offset) }
    if word.isRevised { findings.add(.officeRevisions, at: offset) }
    if sheet.isExternal { findings.add(.officeExternal, at: offset) }
    if sheet.hasLiveFormula { findings.add(.officeFields, at: offset) }
    if sheet.hasOddFormula { findings.add(.officeFormula, at: offset) }
    if sheet.hasUnreadFormula { findings.add(.officeFormulaUnread, at: offset) }
    if sheet.isTooMuch || word.isTooMuch { findings.add(.officeUnread, at: offset) }
    if word.isTurned { findings.add(.textBidirectional, at: offset) }
    if sheet.hasMacros { findings.add(.officeMacros, at: offset) }
  }

  /// Elements that can be a placeholder.
  private static let shapes: Set<String> = ["sp", "pic", "graphicFrame"]

  /// Whether the part is one whose placeholders nobody shows. What a handout shows of its own is printed.
  private static func isMaster(_ reading: XMLReading) -> Bool {
    ["sldMaster", "sldLayout", "notesMaster"].contains { reading.isInside(.slide, $0) }
  }

  /// Whether a field of a slide shows its number: the others show a date or a text of the file.
  private static func isSlideNumber(_ type: String?) -> Bool { type == "slidenum" }
}
