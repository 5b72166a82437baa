import BroadsealBytes

/// Follows the tables of an OpenDocument: what their formulas give, and whether a cell shows the value that
/// it stores (ODF 1.3 part 3 §9, §19.385).
struct OpenCells {
  /// Whether a formula has another result than is stored, or a cell another text than its value.
  private(set) var isOdd = false
  /// Whether a formula was not computed here.
  private(set) var isUnread = false

  private var cells: SheetCells
  private var depth = 0
  private var place = SheetCells.Place(row: 0, column: 0)
  private var rowRepeats = 1
  private var row: [(column: Int, value: SheetValue)] = []
  private var cell: Cell?
  /// Whether a note of a reader is open, which is no part of the value.
  private var isInNote = false

  private struct Cell {
    var kind = ""
    var number: Double?
    var string: String?
    var truth: Bool?
    var date: String?
    var formula: String?
    var isOfMany = false
    var repeats = 1
    var isTold = false
    var text: [UInt8] = []
    var paragraphs = 0
  }

  /// Cells that one cell stands for, at most.
  private static let maximumRepeats = 1_024

  /// - Parameter steps: steps of computing that are left.
  init(steps: Int = SheetCells.maximumSteps) { cells = SheetCells(steps: steps) }

  /// Steps of computing that are left.
  var steps: Int { cells.steps }

  /// Takes a start tag; `isTold` when something else is said of its formula already.
  mutating func begin(_ reading: XMLReading, isTold: Bool) {
    if reading.name.local == "annotation" { isInNote = true }
    if reading.name.local == "p", cell != nil, depth == 1, !isInNote {
      if cell?.paragraphs ?? 0 > 0 { cell?.text.append(0x0A) }
      cell?.paragraphs += 1
    }
    guard reading.name.vocabulary == .table else { return }
    switch reading.name.local {
    case "table":
      depth += 1
      if depth == 1 {
        cells = SheetCells(steps: cells.steps)
        place = SheetCells.Place(row: 0, column: 0)
      }
    case "table-row" where depth == 1:
      rowRepeats = OpenCells.count(reading.value("number-rows-repeated", .table))
      place = SheetCells.Place(row: place.row + 1, column: 0)
      row = []
    case "table-cell", "covered-table-cell":
      guard depth == 1 else {
        // A table in a table.
        if reading.value("formula", .table) != nil, !isTold { isUnread = true }
        return
      }
      beginCell(reading, isTold)
    default: break
    }
  }

  private mutating func beginCell(_ reading: XMLReading, _ isTold: Bool) {
    var new = Cell()
    new.kind = reading.value("value-type", .office) ?? ""
    new.number = reading.value("value", .office).flatMap(Double.init)
    new.string = reading.value("string-value", .office)
    new.truth = reading.value("boolean-value", .office).map { $0 == "true" }
    new.date = reading.value("date-value", .office)
    new.formula = reading.value("formula", .table)
    new.isOfMany = reading.value("number-matrix-columns-spanned", .table) != nil
    new.repeats = OpenCells.count(reading.value("number-columns-repeated", .table))
    new.isTold = isTold
    place.column += 1
    cell = new
  }

  /// Takes text.
  mutating func take(_ text: [UInt8]) {
    guard depth == 1, !isInNote, let count = cell?.text.count, count < SheetFormula.longest else {
      return
    }
    cell?.text += text
  }

  /// Takes an end tag.
  mutating func end(_ reading: XMLReading) {
    if reading.name.local == "annotation" { isInNote = false }
    guard reading.name.vocabulary == .table else { return }
    switch reading.name.local {
    case "table-cell", "covered-table-cell":
      if depth == 1, let whole = cell { endCell(whole) }
      if depth == 1 { cell = nil }
    case "table-row" where depth == 1:
      guard rowRepeats > 1 else { return }
      defer { place.row += rowRepeats - 1 }
      guard cells.keeps(row.count * min(rowRepeats, OpenCells.maximumRepeats)) else { return }
      for further in 1..<max(2, min(rowRepeats, OpenCells.maximumRepeats)) {
        for (column, value) in row {
          cells.add(value, nil, at: SheetCells.Place(row: place.row + further, column: column))
        }
      }
      if rowRepeats > OpenCells.maximumRepeats, !row.isEmpty { isUnread = true }
    case "table":
      depth = max(0, depth - 1)
      guard depth == 0 else { return }
      let (differs, unread) = cells.judge()
      if differs { isOdd = true }
      if unread { isUnread = true }
    default: break
    }
  }

  private mutating func endCell(_ cell: Cell) {
    let text = String(decoding: cell.text, as: UTF8.self)
    let value: SheetValue? =
      switch cell.kind {
      case "float", "percentage", "currency": cell.number.map { .number($0) } ?? .other
      case "string": .text(cell.string ?? text)
      case "boolean": cell.truth.map { .truth($0) } ?? .other
      case "": text.isEmpty ? nil : .text(text)
      default: .other
      }
    if cell.paragraphs > 0, !OpenCells.shows(text, cell) { isOdd = true }
    let isComputed = cell.formula != nil && !cell.isTold
    if isComputed, cell.isOfMany { isUnread = true }
    let formula = isComputed && !cell.isOfMany ? cell.formula : nil
    var count = value == nil && formula == nil ? 0 : min(cell.repeats, OpenCells.maximumRepeats)
    if count > 1, !cells.keeps(count) { count = 0 }
    for further in 0..<count {
      let there = SheetCells.Place(row: place.row, column: place.column + further)
      if let value { row.append((there.column, value)) }
      cells.add(
        value, formula.map { SheetCells.Formula(text: SheetFormula.plain(open: $0)) }, at: there)
    }
    if cell.repeats > OpenCells.maximumRepeats, value != nil { isUnread = true }
    place.column += cell.repeats - 1
  }

  /// What a cell holds, as a format sees it; nil of an empty one. Of a date only is said that it is one, and of a
  /// time whether it is less than a day.
  static func value(of reading: XMLReading) -> SheetValue? {
    switch reading.value("value-type", .office) {
    case nil: return nil
    case "float", "percentage", "currency":
      return reading.value("value", .office).flatMap(Double.init).map { .number($0) } ?? .other
    case "date": return .number(40_000)
    case "time":
      let hours = reading.value("time-value", .office)?.dropFirst(2).prefix(while: \.isNumber)
      return .number(hours.flatMap { Double($0) }.map { $0 < 24 ? 0.01 : $0 / 24 } ?? 0.01)
    case "string": return .text("a")
    default: return .other
    }
  }

  /// Whether `text` is the value of its cell: one program shows the text, and another the value.
  ///
  /// Of a number its digits are compared, rounded as they are shown: signs between them are a matter of the
  /// language. Dates and times are not compared.
  private static func shows(_ text: String, _ cell: Cell) -> Bool {
    switch cell.kind {
    case "string":
      let bare = text.filter { !$0.isWhitespace }
      return cell.string.map { $0.filter { !$0.isWhitespace } == bare } ?? true
    case "float", "currency", "percentage":
      guard let number = cell.number else { return true }
      return shows(text, number * (cell.kind == "percentage" ? 100 : 1))
    case "date":
      return cell.date.map { OpenCells.shows(text, date: $0) } ?? true
    case "boolean":
      guard let truth = cell.truth else { return true }
      return text.uppercased() != (truth ? "FALSE" : "TRUE")
    default: return true
    }
  }

  /// Of a date only a year of four digits is known for what it is: then the other numbers are of that day.
  private static func shows(_ text: String, date: String) -> Bool {
    func numbers(_ text: String) -> [Int] {
      text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    }
    let (shown, known) = (numbers(text), numbers(date))
    guard let year = known.first, shown.contains(where: { (1_000...9_999).contains($0) }) else {
      return true
    }
    let allowed = Set(known + [year, year % 100, (known.count > 3 ? known[3] : 0) % 12, 12])
    return shown.allSatisfy { allowed.contains($0) }
  }

  private static func shows(_ text: String, _ number: Double) -> Bool {
    let digits = text.filter { ("0"..."9").contains($0) }
    // Powers, fractions and errors are shown in other ways.
    guard !digits.isEmpty, digits.count <= 18, abs(number) < 1e15,
      !text.contains(where: { "eE/:#".contains($0) })
    else { return true }
    guard let shown = Double(digits) else { return true }
    let isNegative = text.contains { "-−–(△▲▼".contains($0) }
    if shown != 0, isNegative != (number < 0) { return false }
    // What stands behind the last sign is decimals, or the last three digits of a whole number.
    let behind = text.reversed().prefix { !".,٫'".contains($0) }.filter { ("0"..."9").contains($0) }
    var scales = [1.0]
    if behind.count < digits.count {
      var scale = 1.0
      for _ in behind { scale *= 10 }
      scales = behind.count == 3 ? [scale, 1] : [scale]
    }
    return scales.contains { abs(shown - abs(number) * $0) <= 0.5 + 1e-9 * shown }
  }

  /// How often a cell, a row or a column is repeated.
  static func count(_ written: String?) -> Int {
    min(max(1, written.flatMap { Int($0) } ?? 1), 1 << 24)
  }
}
