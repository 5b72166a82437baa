import BroadsealBytes
import Glibc

/// Computes a formula of a cell (ECMA-376-1 §18.17), as far as every program computes it alike.
///
/// Nil is the answer to everything else: another sheet, a name, a function that is not in the list below,
/// text where a number is asked for, an error. Nil is never taken for a value.
struct FormulaReading {
  /// What a part of a formula is.
  private enum Operand {
    case value(SheetValue)
    case range(SheetCells.Place, SheetCells.Place)
  }

  private let formula: SheetCells.Formula
  private let depth: Int
  private var rest: ArraySlice<UInt8>
  private var nesting = 0

  init(_ formula: SheetCells.Formula, depth: Int) {
    self.formula = formula
    self.depth = depth
    rest = formula.text[...]
  }

  /// The result; nil when it cannot be said.
  mutating func result(in cells: inout SheetCells) -> SheetValue? {
    skipSpace()
    if rest.first == UInt8(ascii: "=") { rest.removeFirst() }
    guard let operand = comparison(&cells), let value = single(operand, &cells) else { return nil }
    skipSpace()
    return rest.isEmpty ? value : nil
  }

  // MARK: Operators, the weakest first

  private mutating func comparison(_ cells: inout SheetCells) -> Operand? {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= 32, var left = joined(&cells) else { return nil }
    while let sign = taken(["<>", "<=", ">=", "=", "<", ">"]) {
      guard let right = joined(&cells), let a = single(left, &cells), let b = single(right, &cells),
        let holds = FormulaReading.compare(a, sign, b)
      else { return nil }
      left = .value(.truth(holds))
    }
    return left
  }

  private mutating func joined(_ cells: inout SheetCells) -> Operand? {
    guard var left = sum(&cells) else { return nil }
    while taken(["&"]) != nil {
      guard let right = sum(&cells), let a = text(left, &cells), let b = text(right, &cells),
        a.utf8.count + b.utf8.count <= SheetFormula.longest
      else { return nil }
      left = .value(.text(a + b))
    }
    return left
  }

  private mutating func sum(_ cells: inout SheetCells) -> Operand? {
    guard var left = product(&cells) else { return nil }
    while let sign = taken(["+", "-"]) {
      guard let right = product(&cells), let a = number(left, &cells), let b = number(right, &cells)
      else { return nil }
      left = .value(.number(sign == "+" ? a + b : a - b))
    }
    return left
  }

  private mutating func product(_ cells: inout SheetCells) -> Operand? {
    guard var left = power(&cells) else { return nil }
    while let sign = taken(["*", "/"]) {
      guard let right = power(&cells), let a = number(left, &cells), let b = number(right, &cells),
        sign == "*" || b != 0
      else { return nil }
      left = .value(.number(sign == "*" ? a * b : a / b))
    }
    return left
  }

  private mutating func power(_ cells: inout SheetCells) -> Operand? {
    skipSpace()
    // Programs do not agree about `-2^2` and `2^3^2`, nor about `0^0`.
    let isSigned = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+")
    guard let left = signed(&cells) else { return nil }
    guard taken(["^"]) != nil else { return left }
    guard !isSigned, let right = signed(&cells), taken(["^"]) == nil,
      let a = number(left, &cells), let b = number(right, &cells), a != 0
    else { return nil }
    let power = pow(a, b)
    return power.isFinite ? .value(.number(power)) : nil
  }

  private mutating func signed(_ cells: inout SheetCells) -> Operand? {
    var isNegative = false
    var isSigned = false
    while let sign = taken(["-", "+"]) {
      if sign == "-" { isNegative.toggle() }
      isSigned = true
    }
    guard let operand = factor(&cells) else { return nil }
    var value = operand
    while taken(["%"]) != nil {
      guard let part = number(value, &cells) else { return nil }
      value = .value(.number(part / 100))
    }
    guard isSigned else { return value }
    return number(value, &cells).map { .value(.number(isNegative ? -$0 : $0)) }
  }

  private mutating func factor(_ cells: inout SheetCells) -> Operand? {
    skipSpace()
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "(") {
      rest.removeFirst()
      guard let inner = comparison(&cells), taken([")"]) != nil else { return nil }
      return inner
    }
    if first == UInt8(ascii: "\"") { return quoted() }
    if (0x30...0x39).contains(first) || first == UInt8(ascii: ".") { return written() }
    return named(&cells)
  }

  // MARK: What stands alone

  private mutating func quoted() -> Operand? {
    rest.removeFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "\"") {
        text.append(byte)
      } else if rest.first == byte {
        rest.removeFirst()
        text.append(byte)
      } else {
        return .value(.text(String(decoding: text, as: UTF8.self)))
      }
    }
    return nil
  }

  private mutating func written() -> Operand? {
    var digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    let behind = rest[digits.endIndex...]
    if behind.first == UInt8(ascii: "E") || behind.first == UInt8(ascii: "e") {
      let signs = behind.dropFirst().prefix { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      let power = behind[signs.endIndex...].prefix { (0x30...0x39).contains($0) }
      if !power.isEmpty { digits = rest[digits.startIndex..<power.endIndex] }
    }
    rest = rest[digits.endIndex...]
    // Rows without columns (`1:1`) are not followed.
    guard rest.first != UInt8(ascii: ":"), rest.first != UInt8(ascii: "!") else { return nil }
    return Double(String(decoding: digits, as: UTF8.self)).map { .value(.number($0)) }
  }

  private mutating func named(_ cells: inout SheetCells) -> Operand? {
    let name = rest.prefix {
      $0.isLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "$")
        || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
    guard !name.isEmpty else { return nil }
    rest = rest[name.endIndex...]
    let word = String(decoding: name, as: UTF8.self).uppercased()
    if rest.first == UInt8(ascii: "(") {
      rest.removeFirst()
      return function(word, &cells)
    }
    if rest.first == UInt8(ascii: "!") { return nil }
    if word == "TRUE" || word == "FALSE" { return .value(.truth(word == "TRUE")) }
    guard let start = place(name) else { return nil }
    guard rest.first == UInt8(ascii: ":") else { return .range(start, start) }
    rest.removeFirst()
    let other = rest.prefix {
      $0.isLetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "$")
    }
    rest = rest[other.endIndex...]
    guard let end = place(other), rest.first != UInt8(ascii: ":") else { return nil }
    return .range(
      SheetCells.Place(row: min(start.row, end.row), column: min(start.column, end.column)),
      SheetCells.Place(row: max(start.row, end.row), column: max(start.column, end.column)))
  }

  /// `B$7`, moved as far as a shared formula is.
  private func place(_ written: ArraySlice<UInt8>) -> SheetCells.Place? {
    var rest = written
    func isFixed(_ rest: inout ArraySlice<UInt8>) -> Bool {
      guard rest.first == UInt8(ascii: "$") else { return false }
      rest.removeFirst()
      return true
    }
    let isColumnFixed = isFixed(&rest)
    let letters = rest.prefix(while: \.isLetter)
    rest = rest[letters.endIndex...]
    let isRowFixed = isFixed(&rest)
    guard (1...3).contains(letters.count), (1...7).contains(rest.count),
      rest.allSatisfy({ (0x30...0x39).contains($0) }),
      let row = Int(String(decoding: rest, as: UTF8.self))
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 & 0x1F) }
    let place = SheetCells.Place(
      row: row + (isRowFixed ? 0 : formula.down),
      column: column + (isColumnFixed ? 0 : formula.right))
    return place.row > 0 && place.column > 0 ? place : nil
  }

  // MARK: Functions

  private mutating func function(_ name: String, _ cells: inout SheetCells) -> Operand? {
    var operands: [Operand] = []
    if taken([")"]) == nil {
      repeat {
        guard operands.count < 64, let operand = comparison(&cells) else { return nil }
        operands.append(operand)
      } while taken([","]) != nil
      guard taken([")"]) != nil else { return nil }
    }
    switch name {
    case "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "PRODUCT":
      return numbers(operands, &cells).flatMap { FormulaReading.total(name, $0) }
    case "CONCATENATE":
      var whole = ""
      for operand in operands {
        guard let part = text(operand, &cells), whole.utf8.count <= SheetFormula.longest else {
          return nil
        }
        whole += part
      }
      return .value(.text(whole))
    case "IF":
      guard operands.count == 3, let condition = single(operands[0], &cells),
        case .truth(let holds) = condition
      else { return nil }
      return operands[holds ? 1 : 2]
    case "AND", "OR":
      var truths: [Bool] = []
      for operand in operands {
        guard let value = single(operand, &cells), case .truth(let truth) = value else {
          return nil
        }
        truths.append(truth)
      }
      guard !truths.isEmpty else { return nil }
      return .value(.truth(name == "AND" ? !truths.contains(false) : truths.contains(true)))
    case "ABS", "INT", "ROUND":
      guard let first = operands.first, let value = number(first, &cells) else { return nil }
      if name == "ABS", operands.count == 1 { return .value(.number(abs(value))) }
      if name == "INT", operands.count == 1 { return .value(.number(value.rounded(.down))) }
      guard name == "ROUND", operands.count == 2, let places = number(operands[1], &cells),
        let rounded = FormulaReading.rounded(value, places)
      else { return nil }
      return .value(.number(rounded))
    default: return nil
    }
  }

  private static func total(_ name: String, _ numbers: [Double]) -> Operand? {
    switch name {
    case "SUM": return .value(.number(numbers.reduce(0, +)))
    case "COUNT": return .value(.number(Double(numbers.count)))
    case "MIN": return .value(.number(numbers.min() ?? 0))
    case "MAX": return .value(.number(numbers.max() ?? 0))
    case "PRODUCT": return .value(.number(numbers.isEmpty ? 0 : numbers.reduce(1, *)))
    default:
      guard !numbers.isEmpty else { return nil }
      return .value(.number(numbers.reduce(0, +) / Double(numbers.count)))
    }
  }

  /// Away from zero at a half, which is looked for in decimals and not in the bits of the number.
  private static func rounded(_ value: Double, _ places: Double) -> Double? {
    guard places == places.rounded(), abs(places) <= 12, abs(value) < 1e12 else { return nil }
    var scale = 1.0
    for _ in 0..<Int(abs(places)) { scale *= 10 }
    let large = places < 0 ? value / scale : value * scale
    let whole = (large * (1 + 4e-16)).rounded(.toNearestOrAwayFromZero)
    return places < 0 ? whole * scale : whole / scale
  }

  // MARK: Values

  /// All numbers in `operands`: text and truth values in cells do not count, and an error is no number.
  private func numbers(_ operands: [Operand], _ cells: inout SheetCells) -> [Double]? {
    var found: [Double] = []
    for operand in operands {
      guard case .range(let first, let last) = operand else {
        guard let value = number(operand, &cells) else { return nil }
        found.append(value)
        continue
      }
      let (rows, columns) = (min(last.row, cells.last.row), min(last.column, cells.last.column))
      guard first.row <= rows, first.column <= columns else { continue }
      for row in first.row...rows {
        for column in first.column...columns {
          let place = SheetCells.Place(row: row, column: column)
          guard let value = cells.value(at: place, depth: depth) else { return nil }
          if case .number(let number) = value { found.append(number) }
          if value == .other { return nil }
        }
      }
    }
    return found
  }

  /// One value; a range is one when it is one cell. An empty cell is nothing, and shown as 0.
  private func single(_ operand: Operand, _ cells: inout SheetCells) -> SheetValue? {
    switch operand {
    case .value(let value): return value
    case .range(let first, let last):
      guard first == last, let value = cells.value(at: first, depth: depth) else { return nil }
      return value == .other ? nil : value ?? .number(0)
    }
  }

  private func number(_ operand: Operand, _ cells: inout SheetCells) -> Double? {
    guard let value = single(operand, &cells), case .number(let number) = value else { return nil }
    return number
  }

  private func text(_ operand: Operand, _ cells: inout SheetCells) -> String? {
    if case .range(let first, let last) = operand, first == last,
      let value = cells.value(at: first, depth: depth), value == nil
    {
      return ""
    }
    switch single(operand, &cells) {
    case .text(let text): return text
    case .number(let number) where number == number.rounded() && abs(number) < 1e10:
      return String(Int(number))
    default: return nil
    }
  }

  private static func compare(_ a: SheetValue, _ sign: String, _ b: SheetValue) -> Bool? {
    switch (a, b) {
    case (.number(let a), .number(let b)):
      switch sign {
      case "=": return a == b
      case "<>": return a != b
      case "<": return a < b
      case ">": return a > b
      case "<=": return a <= b
      default: return a >= b
      }
    case (.text(let a), .text(let b)) where sign == "=" || sign == "<>":
      return (a.lowercased() == b.lowercased()) == (sign == "=")
    default: return nil
    }
  }

  // MARK: Reading

  private mutating func skipSpace() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
  }

  /// The first of `signs` that stands next, which is then read.
  private mutating func taken(_ signs: [String]) -> String? {
    skipSpace()
    for sign in signs where rest.starts(with: sign.utf8) {
      rest = rest.dropFirst(sign.utf8.count)
      return sign
    }
    return nil
  }
}
