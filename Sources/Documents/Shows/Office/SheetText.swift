import BroadsealBytes

/// Follows one sheet of a workbook, or the workbook itself: what of its cells nobody sees, and what its
/// formulas do. What a cell shows is what its format, the runs of its string, conditional formats, its row
/// and its column make of it.
struct SheetText {
  /// Whether a sheet, row, column, cell or run with a value is hidden, or shows other words.
  private(set) var isHidden = false
  /// Whether something is taken from outside.
  private(set) var isExternal = false
  /// Whether a formula has another result each time, or a header another date.
  private(set) var hasLiveFormula = false
  /// Whether the stored value of a formula is not its result.
  private(set) var hasOddFormula = false
  /// Whether the result of a formula was not computed here.
  private(set) var hasUnreadFormula = false
  /// Whether a sheet of macros stands.
  private(set) var hasMacros = false
  /// Whether more stands than is looked at.
  private(set) var isTooMuch = false
  /// Whether a cell or a row stands twice, or a cell holds two values: programs take one of them.
  private(set) var isTwofold = false
  /// What is printed.
  private(set) var print = SheetPrint()

  private let styles: SheetFormats
  private let strings: SheetStrings
  private let themes: OfficeThemes
  private var cells: SheetCells
  private var shared: [Int: (formula: [UInt8], place: SheetCells.Place)] = [:]
  /// Hidden columns, without those that stand twice.
  private var columns: [ClosedRange<Int>] = []
  private var merged: [(SheetCells.Place, SheetCells.Place)] = []
  /// Conditional formats that stand in the sheet itself (`x14:dxf`).
  private var differences: [SheetFormats.Format] = []

  private var areRowsHidden = false
  private var areColumnsHidden = false
  private var hidesZeros = false
  private var showsFormulas = false
  private var isRowHidden = false
  /// The number of the row, its height when that is fixed, and the rows and cells that stood before.
  private var row = 0
  private var rowHeight: Double?
  private var rows: Set<Int> = []
  private var rowColumns: Set<Int> = []
  private var place = SheetCells.Place(row: 0, column: 0)
  private var format = SheetFormats.Format()
  private var type = ""
  private var formula: [UInt8]?
  private var formulaKind = ""
  private var formulaGroup: Int?
  private var value: [UInt8] = []
  private var string = SheetString()
  private var element = ""
  private var header: [UInt8] = []

  /// Hidden stretches of columns, and merged ranges, that are kept.
  private static let maximumColumns = 1_024
  private static let maximumMerged = 1 << 16

  init(
    _ styles: SheetFormats, _ strings: SheetStrings, _ themes: OfficeThemes, steps: Int
  ) {
    (self.styles, self.strings, self.themes) = (styles, strings, themes)
    cells = SheetCells(steps: steps)
  }

  /// Steps of computing that are left.
  var steps: Int { cells.steps }

  /// Takes a start tag of SpreadsheetML.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "sheet":
      if let state = reading.value("state")?.lowercased(), state != "visible" { isHidden = true }
    case "connection", "externalBook", "ddeLink", "oleLink", "queryTable", "webPr", "dbPr":
      isExternal = true
    case "macrosheet", "dialogsheet": hasMacros = true
    case "sheetView":
      hidesZeros = reading.value("showZeros").map { WordValue.isOff($0) } ?? false
      showsFormulas = SheetText.isOn(reading.value("showFormulas"))
    case "sheetFormatPr":
      areRowsHidden =
        SheetText.isOn(reading.value("zeroHeight"))
        || SheetText.isFlat(reading.value("defaultRowHeight"))
      areColumnsHidden = SheetText.isNarrow(reading.value("defaultColWidth"))
    case "col": takeColumn(reading)
    case "row":
      let written = reading.value("r").flatMap { Int($0) }
      place = SheetCells.Place(row: min(max(0, written ?? place.row + 1), 1 << 24), column: 0)
      let height = reading.value("ht")
      isRowHidden =
        SheetText.isOn(reading.value("hidden")) || SheetText.isFlat(height)
        || areRowsHidden && height == nil
      row = place.row
      rowHeight =
        SheetText.isOn(reading.value("customHeight")) ? height.flatMap(Double.init) : nil
      rowColumns = []
      if reading.isInside(.sheet, "sheetData"), !rows.insert(row).inserted { isTwofold = true }
    case "definedName" where reading.value("name") == "_xlnm.Print_Area":
      element = "print"
      header = []
    case "c": beginCell(reading)
    case "f":
      element = "f"
      formula = []
      formulaKind = reading.value("t") ?? "normal"
      formulaGroup = reading.value("si").flatMap { Int($0) }
    case "v": element = "v"
    case "mergeCell": takeMerged(reading.value("ref") ?? "")
    case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
      element = "header"
      header = []
    default:
      takeCondition(reading)
      if reading.isInside(.sheet, "is") { string.begin(reading) }
    }
  }

  /// Takes a start tag of a later vocabulary: conditional formats of Excel 2010 (MS-XLSX 2.6.21).
  mutating func beginOther(_ reading: XMLReading) { takeCondition(reading) }

  /// Of a conditional format, what it does to the value.
  private mutating func takeCondition(_ reading: XMLReading) {
    switch reading.name.local {
    case "dataBar", "iconSet":
      if reading.value("showValue").map({ WordValue.isOff($0) }) ?? false { isHidden = true }
    case "color" where reading.ancestor(0)?.local == "colorScale":
      // Behind letters in black.
      let colours = WrittenColour(sheet: reading).resolved(themes)
      if colours.contains(where: { $0.isPale(on: .black) }) { isHidden = true }
    case "dxf": SheetFormats.take(reading, into: &differences)
    default:
      if !differences.isEmpty, isInDifference(reading) {
        SheetFormats.take(reading, into: &differences)
      }
    }
    // A format of tables and filters, or of a rule.
    for name in ["dxfId", "dataDxfId", "headerRowDxfId", "totalsRowDxfId"] as [StaticString] {
      if let index = reading.value(name).flatMap({ Int($0) }),
        isWorth(styles.weight(difference: index)), styles.hides(difference: index, themes)
      {
        isHidden = true
      }
    }
    if reading.name.local == "tableStyleInfo", isWorth(styles.tableWeight),
      styles.hidesInTables(themes)
    {
      isHidden = true
    }
  }

  /// Whether there are steps for what costs `weight`; what every usual format, string and column costs is free.
  private mutating func isWorth(_ weight: Int) -> Bool {
    guard weight > SheetText.usualWeight, !cells.spend(weight) else { return true }
    isTooMuch = true
    return false
  }

  private static let usualWeight = 64

  private func isInDifference(_ reading: XMLReading) -> Bool {
    (0..<5).contains { reading.ancestor($0)?.local == "dxf" }
  }

  private mutating func takeColumn(_ reading: XMLReading) {
    guard SheetText.isOn(reading.value("hidden")) || SheetText.isNarrow(reading.value("width")),
      let first = reading.value("min").flatMap({ Int($0) }),
      let last = reading.value("max").flatMap({ Int($0) }), first <= last
    else { return }
    if columns.count < SheetText.maximumColumns {
      columns.append(first...last)
    } else {
      isTooMuch = true
    }
  }

  private mutating func takeMerged(_ reference: String) {
    let parts = reference.split(separator: ":")
    guard parts.count == 2, let first = SheetCells.Place(of: String(parts[0])),
      let last = SheetCells.Place(of: String(parts[1]))
    else { return }
    if merged.count < SheetText.maximumMerged {
      merged.append((first, last))
    } else {
      isTooMuch = true
    }
  }

  private mutating func beginCell(_ reading: XMLReading) {
    place.column += 1
    if let written = reading.value("r").flatMap(SheetCells.Place.init) { place = written }
    if reading.isInside(.sheet, "sheetData"),
      place.row != row || !rowColumns.insert(place.column).inserted
    {
      isTwofold = true
    }
    format = styles.format(reading.value("s").flatMap { Int($0) } ?? 0)
    type = reading.value("t") ?? "n"
    (formula, value, string, formulaGroup) = (nil, [], SheetString(), nil)
  }

  /// Takes text of a value or a formula.
  mutating func take(_ text: [UInt8]) {
    switch element {
    case "f": if formula?.count ?? 0 <= SheetFormula.longest { formula = (formula ?? []) + text }
    case "v": if value.count < SheetFormula.longest { value += text }
    case "header", "print": if header.count < SheetFormula.longest { header += text }
    default: string.take(text)
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    switch name {
    case "f", "v": element = ""
    case "row": isRowHidden = false
    case "c": endCell()
    case "definedName":
      if element == "print" { print.take(area: String(decoding: header, as: UTF8.self)) }
      element = ""
    case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
      element = ""
      judgeHeader()
    default: string.end(name)
    }
  }

  private mutating func endCell() {
    let held = heldValue()
    if !value.isEmpty, !string.text.isEmpty { isTwofold = true }
    let runs =
      type == "s" ? Int(String(decoding: value, as: UTF8.self)).flatMap(strings.string) : string
    let weight =
      (format.number?.weight ?? 0) + columns.count + (runs?.fonts.count ?? 0)
      + (runs?.length ?? 0) / 64
    if let held, isWorth(weight) {
      print.take(place)
      if isCut(held) { isHidden = true }
      let isLost = runs?.isLost(on: format.ground, themes) ?? false
      if runs?.isTooMuch ?? false { isTooMuch = true }
      let isColumnHidden = areColumnsHidden || columns.contains { $0.contains(place.column) }
      if isRowHidden || isColumnHidden || isLost || format.hides(held, themes)
        || hidesZeros && held == .number(0)
      {
        isHidden = true
      }
    }
    guard let formula else { return cells.add(held, nil, at: place) }
    if showsFormulas { isHidden = true }
    let judged = SheetFormula(formula)
    if judged.isExternal { isExternal = true }
    if judged.isLive { hasLiveFormula = true }
    if judged.leadsOutside || value.isEmpty && type != "str" { hasOddFormula = true }
    let isTold =
      judged.isExternal || judged.isLive || judged.leadsOutside || value.isEmpty && type != "str"
    cells.add(held, isTold ? nil : whole(formula), at: place)
  }

  /// Whether its lines are more than a row of a fixed height has room for, in points.
  private func isCut(_ held: SheetValue) -> Bool {
    guard let rowHeight, case .text(let text) = held else { return false }
    let lines = text.split(separator: "\n").count
    return lines > 1 && Double(lines) * 10 > rowHeight * 1.1
  }

  /// The formula with its place, when it is one of a group; nil, and told, when it is of many cells.
  private mutating func whole(_ formula: [UInt8]) -> SheetCells.Formula? {
    guard formula.count <= SheetFormula.longest, formulaKind == "normal" || formulaKind == "shared"
    else {
      hasUnreadFormula = true
      return nil
    }
    guard formulaKind == "shared" else { return SheetCells.Formula(text: formula) }
    if let group = formulaGroup, !formula.isEmpty { shared[group] = (formula, place) }
    guard let first = formulaGroup.flatMap({ shared[$0] }) else {
      hasUnreadFormula = true
      return nil
    }
    return SheetCells.Formula(
      text: first.formula, down: place.row - first.place.row,
      right: place.column - first.place.column)
  }

  /// What is stored in the cell; nil when nothing is.
  private func heldValue() -> SheetValue? {
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "inlineStr":
      return string.text.isEmpty ? nil : .text(String(decoding: string.text, as: UTF8.self))
    case _ where value.isEmpty: return nil
    case "s":
      guard let string = Int(text).flatMap(strings.string) else { return .other }
      return .text(string.words)
    case "str": return .text(text)
    case "b": return .truth(text != "0")
    case "n": return Double(text).map { .number($0) } ?? .other
    default: return .other
    }
  }

  /// A header says the date, or something in white (§18.3.1.46); `&&` is a sign of its own. The name of the
  /// file, which a header can say too, is no word of the document and stands beside it anyhow.
  private mutating func judgeHeader() {
    let text = String(decoding: header, as: UTF8.self).replacing("&&", with: " ")
    let upper = text.uppercased()
    if upper.contains("&D") || upper.contains("&T") { hasLiveFormula = true }
    for part in text.components(behind: "&K") where ScreenColour(part)?.isPale(on: .white) ?? false
    {
      isHidden = true
    }
  }

  /// Judges what only the whole sheet says.
  mutating func finish() {
    for (first, last) in merged where isHidden == false {
      let (rows, columns) = (min(last.row, cells.last.row), min(last.column, cells.last.column))
      guard first.row <= rows, first.column <= columns else { continue }
      guard cells.spend((rows - first.row + 1) * (columns - first.column + 1)) else {
        isTooMuch = true
        break
      }
      for row in first.row...rows {
        for column in first.column...columns {
          let place = SheetCells.Place(row: row, column: column)
          if place != first, cells.values[place] != nil { isHidden = true }
        }
      }
    }
    if differences.contains(where: { SheetFormats.hides($0, themes) }) { isHidden = true }
    if differences.contains(where: { $0.number?.isUnread ?? false }) { isTooMuch = true }
    let (differs, isUnread) = cells.judge()
    if differs { hasOddFormula = true }
    if isUnread { hasUnreadFormula = true }
  }

  private static func isOn(_ value: String?) -> Bool {
    value.map { !WordValue.isOff($0) } ?? false
  }

  /// A row lower than three points, a column narrower than half a digit.
  private static func isFlat(_ value: String?) -> Bool {
    value.flatMap(Double.init).map { $0 < 3 } ?? false
  }

  private static func isNarrow(_ value: String?) -> Bool {
    value.flatMap(Double.init).map { $0 < 0.5 } ?? false
  }
}

extension String {
  /// The six characters behind each `mark`.
  fileprivate func components(behind mark: String) -> [String] {
    let bytes = Array(utf8)
    let wanted = Array(mark.utf8)
    return bytes.indices.compactMap { index in
      guard bytes[index...].starts(with: wanted) else { return nil }
      return String(decoding: bytes[index...].dropFirst(wanted.count).prefix(6), as: UTF8.self)
    }
  }
}
