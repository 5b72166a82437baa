import BroadsealBytes

/// The cells of one sheet with their formulas, to compute these again.
///
/// What a program shows of a formula depends on the program: one computes it, another shows the stored
/// value. So every formula is computed here from the cells it names, as far as it asks its own sheet and
/// uses functions that every program computes alike (`FormulaReading`). Where the result is what is stored,
/// nothing is said and a document may be sealed strictly, formulas and all; where it is another, that is
/// said; and where nobody computed it, that is said under a code of its own. `--strict-content` refuses
/// both: the value is then written in place of the formula.
struct SheetCells {
  /// Where a cell stands, both counted from 1.
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// A formula, and how far its relative references are moved: a shared one is written once.
  struct Formula {
    var text: [UInt8]
    var down = 0
    var right = 0
  }

  /// Cells and formulas that are kept.
  static let maximumCells = 1 << 18
  static let maximumFormulas = 1 << 16
  /// Cells that are asked for in computing all formulas of a document.
  static let maximumSteps = 1 << 22
  /// Formulas that ask each other without one between that was computed before.
  static let maximumDepth = 48

  private(set) var values: [Place: SheetValue] = [:]
  private(set) var last = Place(row: 0, column: 0)
  private var formulas: [Place: Formula] = [:]
  private var order: [Place] = []
  private var computed: [Place: SheetValue?] = [:]
  private var running: Set<Place> = []
  /// Steps that are left: one for a cell that is asked for, or for some letters of a formula.
  private(set) var steps: Int
  /// Whether more stands in the sheet than is kept.
  private(set) var isTooMany = false

  init(steps: Int) { self.steps = steps }

  /// Takes a cell with what is stored in it.
  mutating func add(_ value: SheetValue?, _ formula: Formula?, at place: Place) {
    last = Place(row: max(last.row, place.row), column: max(last.column, place.column))
    if let value {
      if values.count < SheetCells.maximumCells { values[place] = value } else { isTooMany = true }
    }
    guard let formula else { return }
    guard formulas.count < SheetCells.maximumFormulas else {
      isTooMany = true
      return
    }
    if formulas.updateValue(formula, forKey: place) == nil { order.append(place) }
  }

  /// Takes `count` steps from those that are left; whether there were so many.
  mutating func spend(_ count: Int) -> Bool {
    steps -= count
    return steps > 0
  }

  /// Whether there is room for `count` cells that repeat one; where there is not, no formula is computed.
  mutating func keeps(_ count: Int) -> Bool {
    guard spend(count) else {
      isTooMany = true
      return false
    }
    return true
  }

  /// Computes every formula: whether one has another result than is stored, and whether one was not
  /// computed.
  mutating func judge() -> (differs: Bool, isUnread: Bool) {
    guard !order.isEmpty else { return (false, false) }
    guard !isTooMany else { return (false, true) }
    var found = (differs: false, isUnread: false)
    for place in order {
      guard let result = compute(place, depth: 0) else {
        found.isUnread = true
        continue
      }
      if !SheetCells.agree(result, values[place]) { found.differs = true }
    }
    return found
  }

  /// The value of a cell for a formula: computed when it is one; `.some(nil)` of an empty cell; nil when
  /// nobody can say.
  mutating func value(at place: Place, depth: Int) -> SheetValue?? {
    steps -= 1
    guard steps > 0 else { return .none }
    if formulas[place] != nil {
      guard let value = compute(place, depth: depth + 1) else { return .none }
      return .some(value)
    }
    return .some(values[place])
  }

  private mutating func compute(_ place: Place, depth: Int) -> SheetValue? {
    if let known = computed[place] { return known }
    // One that asks itself has no result.
    guard let formula = formulas[place], depth < SheetCells.maximumDepth, !running.contains(place)
    else { return nil }
    steps -= formula.text.count / 8
    guard steps > 0 else { return nil }
    running.insert(place)
    var reading = FormulaReading(formula, depth: depth)
    let result = reading.result(in: &self)
    running.remove(place)
    computed.updateValue(result, forKey: place)
    return result
  }

  /// Whether a result is what is stored, but for the last digits of a number.
  private static func agree(_ result: SheetValue, _ stored: SheetValue?) -> Bool {
    switch (result, stored) {
    case (.number(let result), .number(let stored)):
      let distance = abs(result - stored)
      return distance <= 1e-9 * max(abs(result), abs(stored)) || distance <= 1e-12
    case (.text(let result), .text(let stored)): return result == stored
    case (.text(""), nil): return true
    case (.truth(let result), .truth(let stored)): return result == stored
    default: return false
    }
  }
}
