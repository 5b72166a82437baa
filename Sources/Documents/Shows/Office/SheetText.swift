/// Follows the sheets of a workbook: what is hidden in them, and what their formulas do.
struct SheetText {
  /// Whether a sheet, row, column or cell with a value is hidden.
  private(set) var isHidden = false
  /// Whether something is taken from outside.
  private(set) var isExternal = false
  /// Whether a formula has another result each time.
  private(set) var hasLiveFormula = false
  /// Whether the stored value of a formula is not its result.
  private(set) var hasOddFormula = false
  /// Whether a sheet of macros stands.
  private(set) var hasMacros = false

  private let styles: OfficeStyles
  private var columns: [ClosedRange<Int>] = []
  private var isRowHidden = false
  private var isColumnHidden = false
  private var isFormatHidden = false
  private var type = ""
  private var formula: [UInt8]?
  private var value: [UInt8] = []
  private var element = ""
  private var column = 0

  /// Hidden stretches of columns that are kept.
  private static let maximumColumns = 1_024

  init(_ styles: OfficeStyles) { self.styles = styles }

  /// Takes a start tag of SpreadsheetML.
  mutating func begin(_ reading: XMLReading) {
    switch reading.name.local {
    case "sheet":
      if let state = reading.value("state")?.lowercased(), state != "visible" { isHidden = true }
    case "connection", "externalBook", "ddeLink", "oleLink", "queryTable", "webPr", "dbPr":
      isExternal = true
    case "macrosheet", "dialogsheet": hasMacros = true
    case "col": takeColumn(reading)
    case "row":
      column = 0
      isRowHidden = SheetText.isOn(reading.value("hidden")) || SheetText.isZero(reading.value("ht"))
    case "c": beginCell(reading)
    case "f", "v", "t": element = reading.name.local
    default: break
    }
  }

  private mutating func takeColumn(_ reading: XMLReading) {
    guard SheetText.isOn(reading.value("hidden")) || SheetText.isZero(reading.value("width")),
      let first = reading.value("min").flatMap({ Int($0) }),
      let last = reading.value("max").flatMap({ Int($0) }), first <= last,
      columns.count < SheetText.maximumColumns
    else { return }
    columns.append(first...last)
  }

  private mutating func beginCell(_ reading: XMLReading) {
    column = SheetText.column(of: reading.value("r")) ?? column + 1
    isColumnHidden = columns.contains { $0.contains(column) }
    let format = reading.value("s").flatMap { Int($0) } ?? 0
    isFormatHidden = styles.hiddenFormats.contains(format)
    type = reading.value("t") ?? "n"
    formula = nil
    value = []
  }

  /// Takes text of a value or a formula.
  mutating func take(_ text: [UInt8]) {
    switch element {
    case "f": if formula?.count ?? 0 < SheetFormula.longest { formula = (formula ?? []) + text }
    case "v", "t": if value.count < SheetFormula.longest { value += text }
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    switch name {
    case "f", "v", "t": element = ""
    case "row": isRowHidden = false
    case "c":
      if !value.isEmpty, isRowHidden || isColumnHidden || isFormatHidden { isHidden = true }
      if let formula, !formula.isEmpty { judge(SheetFormula(formula)) }
    default: break
    }
  }

  private mutating func judge(_ formula: SheetFormula) {
    if formula.isExternal { isExternal = true }
    if formula.isLive { hasLiveFormula = true }
    if formula.leadsOutside || formula.differs(from: value, type: type) { hasOddFormula = true }
  }

  private static func isOn(_ value: String?) -> Bool {
    value.map { !WordValue.isOff($0) } ?? false
  }

  private static func isZero(_ value: String?) -> Bool {
    value.flatMap(Double.init).map { $0 == 0 } ?? false
  }

  /// The column of a cell: `BC12` is 55.
  private static func column(of reference: String?) -> Int? {
    guard let reference else { return nil }
    let letters = reference.utf8.prefix(while: \.isLetter)
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) }
  }
}
