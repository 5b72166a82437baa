/// What a cell holds, as a format sees it.
enum SheetValue: Equatable {
  case number(Double)
  case text(String)
  case truth(Bool)
  /// An error, or a value that cannot be read.
  case other
}

/// A number format (ECMA-376-1 §18.8.31): whether it shows a value, or another in its place.
///
/// Honest formats show all of a value: its digits, its sign, a date, with a currency or a unit beside it. Told
/// is one that shows nothing of a value, adds words, digits or signs, puts a point where none is, leaves a sign
/// out, divides by a thousand, shows a part of a date, or writes in a colour that nobody sees.
struct SheetNumberFormat {
  private let sections: [NumberSection]

  /// Whether it is longer than formats can be, so that it was not read.
  let isUnread: Bool
  /// Parts of it, each of which is asked for a value.
  let weight: Int

  /// Letters of a format: more than the 255 that Excel takes.
  private static let longest = 512

  /// Reads a format; an empty one is the general one.
  init(_ code: String) {
    isUnread = code.utf8.count > SheetNumberFormat.longest
    sections = code.isEmpty || isUnread ? [] : NumberFormatReader.sections(of: code)
    weight = sections.reduce(0) { $0 + $1.pieces.count }
  }

  /// A format that has a number and no code (§18.8.30), as English programs show it; nil for the general one.
  static func builtIn(_ number: Int) -> SheetNumberFormat? {
    let code: String
    switch number {
    case 1: code = "0"
    case 2: code = "0.00"
    case 3: code = "#,##0"
    case 4: code = "#,##0.00"
    case 5...8, 37...44: code = "#,##0.00;(#,##0.00)"
    case 9: code = "0%"
    case 10: code = "0.00%"
    case 11, 48: code = "0.00E+00"
    case 12, 13: code = "# ?/?"
    case 14, 15: code = "m/d/yyyy"
    case 16: code = "d-mmm"
    case 17: code = "mmm-yy"
    case 18...21, 32...35: code = "h:mm"
    case 22: code = "m/d/yy h:mm"
    case 27...31, 36, 50...58: code = "yyyy/m/d"
    case 45: code = "mm:ss"
    case 46: code = "[h]:mm:ss"
    case 47: code = "mm:ss.0"
    case 49: code = "@"
    default: return nil
    }
    return SheetNumberFormat(code)
  }

  /// Whether nobody sees `value` in it, or something else than it.
  func hides(_ value: SheetValue) -> Bool {
    if sections.isEmpty { return false }
    switch value {
    case .number(let number): return hides(number)
    case .text: return textSection?.hidesText ?? false
    case .truth, .other: return sections.allSatisfy(\.isEmpty) || sections.contains { $0.isPale }
    }
  }

  /// Whether it does so to any usual value: to a date and a time, where it is for these.
  var hidesAny: Bool {
    if hides(.text("a")) { return true }
    guard sections.contains(where: \.hasDate) else {
      return [1, -1, 0].contains { hides(.number($0)) }
    }
    return [40_000, 0.01].allSatisfy { hides(.number($0)) }
  }

  /// The section for text: the fourth, or the last when it asks for text (§18.8.31).
  private var textSection: NumberSection? {
    if sections.count >= 4 { return sections[3] }
    return sections.last.flatMap { $0.hasText ? $0 : nil }
  }

  private func hides(_ number: Double) -> Bool {
    var numeric = sections.prefix(3)
    if numeric.count > 1, sections.count < 4, numeric.last?.hasText ?? false {
      numeric.removeLast()
    }
    guard let first = numeric.first else { return false }
    let hasConditions = numeric.contains { $0.condition != nil || $0.isUncertain }
    guard !hasConditions else {
      if numeric.contains(where: \.isUncertain) { return true }
      let section =
        numeric.first { $0.condition?.holds(number) ?? false }
        ?? numeric.first { $0.condition == nil }
      // Where none is for it a program shows nothing of the value.
      return section?.hides(number, bearsSign: number < 0, mayAdd: false) ?? true
    }
    if number < 0, numeric.count > 1 {
      return numeric[1].hides(number, bearsSign: !numeric[1].hasDate, mayAdd: false)
    }
    let section = number == 0 && numeric.count > 2 ? numeric[2] : first
    return section.hides(number, bearsSign: false, mayAdd: numeric.count > 1)
  }
}

/// Reads the code of a format, character by character.
private struct NumberFormatReader {
  private var sections = [NumberSection()]
  private var rest: Substring

  /// The sections of `code`, between semicolons; of more than eight, the first ones.
  static func sections(of code: String) -> [NumberSection] {
    var reader = NumberFormatReader(rest: Substring(code))
    while let character = reader.rest.popFirst() { reader.take(character) }
    return reader.sections.map(\.withMinutes)
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func add(_ piece: NumberSection.Piece) {
    sections[sections.count - 1].add(piece)
  }

  private mutating func take(_ character: Character) {
    switch character {
    case ";" where sections.count < 8: sections.append(NumberSection())
    case "\"":
      let word = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(word.count + 1)
      if !word.isEmpty { add(.literal(String(word))) }
    case "\\": if let next = rest.popFirst() { add(.literal(String(next))) }
    case "_": _ = rest.popFirst()
    // It fills the cell.
    case "*": if let next = rest.popFirst(), next != " " { add(.literal(String(next))) }
    case "[":
      let part = rest.prefix { $0 != "]" }
      rest = rest.dropFirst(part.count + 1)
      take(bracket: String(part).lowercased())
    case "0", "#", "?": takeDigit(character)
    case ".": add(.point)
    case ",": add(.group)
    case "%": add(.percent)
    case "/": add(.slash)
    case "@": add(.text)
    default: takeLetter(character)
    }
  }

  /// Commas behind the last digit divide by thousands; between digits they divide them into groups.
  private mutating func takeDigit(_ digit: Character) {
    add(.digit(digit))
    let commas = rest.prefix { $0 == "," }
    guard !commas.isEmpty else { return }
    let next = rest.dropFirst(commas.count).first
    guard !(next.map { "0#?".contains($0) } ?? false) else { return }
    rest = rest.dropFirst(commas.count)
    sections[sections.count - 1].isScaled = true
  }

  private mutating func take(bracket part: String) {
    let last = sections.count - 1
    switch part {
    // What is hardly seen on white: the others are, green too.
    case "white", "yellow", "cyan", "color2", "color 2", "color6", "color 6", "color8", "color 8":
      sections[last].isPale = true
    case _ where part.hasPrefix("$"):
      // A sign of a currency, and the language behind a dash.
      let sign = part.dropFirst().prefix { $0 != "-" }
      if !sign.isEmpty { add(.literal(String(sign))) }
    case _ where part.contains(where: { "<>=".contains($0) }):
      sections[last].condition = NumberSection.Condition(part)
      if sections[last].condition == nil { sections[last].isUncertain = true }
    case _ where !part.isEmpty && part.allSatisfy({ "hms".contains($0) }):
      add(.date(.elapsed))
      add(.date(part.hasPrefix("h") ? .hour : part.hasPrefix("m") ? .minute : .second))
    default: break
    }
  }

  private mutating func takeLetter(_ character: Character) {
    let lower = character.lowercased().first ?? character
    let text = (String(character) + rest.prefix(6)).lowercased()
    if text.hasPrefix("general") {
      rest = rest.dropFirst(6)
      return add(.general)
    }
    if text.hasPrefix("am/pm") || text.hasPrefix("a/p") {
      rest = rest.dropFirst(text.hasPrefix("am/pm") ? 4 : 2)
      return
    }
    if text.hasPrefix("e+") || text.hasPrefix("e-") {
      rest = rest.dropFirst()
      return add(.exponent)
    }
    // The calendar of a date: the Gregorian or the Hijri one.
    if text.hasPrefix("b1") || text.hasPrefix("b2") {
      rest = rest.dropFirst()
      return
    }
    let run = rest.prefix { $0.lowercased() == String(lower) }
    let count = run.count + 1
    guard let part = NumberFormatReader.part(lower, count) else {
      return add(.literal(String(character)))
    }
    rest = rest.dropFirst(run.count)
    if let part { add(.date(part)) }
  }

  /// What a run of a letter shows of a date; `.some(nil)` where that is no part of the day or the time.
  private static func part(_ letter: Character, _ count: Int) -> NumberSection.DatePart?? {
    switch letter {
    case "y", "e", "b": .year
    case "m": count == 3 || count == 4 ? .monthName : .month
    case "d": count < 3 ? .day : .weekday
    case "a" where count > 2: .weekday
    case "h": .hour
    case "s": .second
    case "g": .some(nil)
    default: nil
    }
  }
}

extension NumberSection {
  /// The same, where `m` stands for minutes: behind hours, or before seconds.
  fileprivate var withMinutes: NumberSection {
    let places = pieces.indices.filter { if case .date = pieces[$0] { true } else { false } }
    let parts = places.map { if case .date(let part) = pieces[$0] { part } else { DatePart.year } }
    var section = self
    for (index, place) in places.enumerated() where parts[index] == .month {
      let isBehind = index > 0 && parts[index - 1] == .hour
      let isBefore = index + 1 < parts.count && parts[index + 1] == .second
      if isBehind || isBefore { section.replace(place, with: .date(.minute)) }
    }
    guard !places.isEmpty else { return section }
    // Signs between the parts of a date are what is written between them.
    for place in pieces.indices {
      switch pieces[place] {
      case .point: section.replace(place, with: .literal("."))
      case .group: section.replace(place, with: .literal(","))
      case .slash: section.replace(place, with: .literal("/"))
      default: break
      }
    }
    return section
  }
}
