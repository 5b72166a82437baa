/// What a cell holds, as a format sees it.
enum SheetValue: Equatable {
  case number(Double)
  case text(String)
  case truth(Bool)
  /// An error, or a value that cannot be read.
  case other
}

/// A number format (ECMA-376-1 §18.8.31): whether it shows a value, or words of its own in its place.
///
/// Honest formats show all of a value: its digits, its sign, a date, with signs and units beside it. Told
/// is one that shows nothing of a kind of value, adds words or digits, leaves a sign out, divides by a
/// thousand, or writes in white.
struct SheetNumberFormat {
  private let sections: [Section]

  /// One of up to four, between semicolons.
  fileprivate struct Section {
    var hasDigits = false
    var hasDate = false
    var hasText = false
    var isGeneral = false
    var isWhite = false
    var hasColour = false
    var hasCondition = false
    var isScaled = false
    /// What it writes of its own, between what it shows of the value.
    var words: [String] = [""]

    var isEmpty: Bool { !hasDigits && !hasDate && !hasText && !isGeneral }
    /// Whether its own words say more than units do.
    var speaks: Bool { !words.allSatisfy(SheetUnits.isUnit) }
  }

  /// Reads a format; an empty one is the general one.
  init(_ code: String) {
    var sections = [Section()]
    var rest = Substring(code)
    while let character = rest.popFirst() {
      let last = sections.count - 1
      switch character {
      case ";" where sections.count < 8: sections.append(Section())
      case "\"":
        let word = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(word.count + 1)
        sections[last].add(String(word))
      case "\\": if let next = rest.popFirst() { sections[last].add(String(next)) }
      case "_": _ = rest.popFirst()
      case "*":
        // It fills the cell.
        if let next = rest.popFirst(), next != " " { sections[last].add(String(next)) }
      case "[":
        let part = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(part.count + 1)
        sections[last].take(bracket: String(part).lowercased())
      default: sections[last].take(character, &rest)
      }
    }
    self.sections = code.isEmpty ? [] : sections
  }

  /// Whether nobody sees `value` in it, or other words than it.
  func hides(_ value: SheetValue) -> Bool {
    if sections.isEmpty { return false }
    switch value {
    case .number(let number): return numbers(number).contains { hides(number, $0) }
    case .text:
      guard let section = textSection else { return false }
      return !section.hasText && !section.isGeneral || section.speaks || section.isWhite
    case .truth, .other:
      return sections.allSatisfy(\.isEmpty) || sections.contains { $0.isWhite }
    }
  }

  /// The section for text: the fourth, or the last when it asks for text (§18.8.31).
  private var textSection: Section? {
    if sections.count >= 4 { return sections[3] }
    return sections.last.flatMap { $0.hasText ? $0 : nil }
  }

  /// The sections that can meet a number: by its sign, or by conditions of their own.
  private func numbers(_ number: Double) -> [Section] {
    var numeric = sections.prefix(3)
    if sections.count < 4, let last = numeric.last, last.hasText, numeric.count > 1 {
      numeric = numeric.dropLast()
    }
    if numeric.contains(where: \.hasCondition) { return Array(numeric) }
    guard let first = numeric.first else { return [] }
    if number < 0, numeric.count > 1 { return [numeric[1]] }
    if number == 0, numeric.count > 2 { return [numeric[2]] }
    return [first]
  }

  private func hides(_ number: Double, _ section: Section) -> Bool {
    if section.isWhite || section.speaks || section.isScaled { return true }
    if section.isEmpty {
      // A dash stands for nothing, as in every ledger.
      let isDash = section.words.joined().contains { "-–—".contains($0) }
      return !(number == 0 && isDash)
    }
    // With a section of its own, a negative number bears the sign that stands there.
    let isSecond = number < 0 && sections.count > 1 && !section.hasDate && !section.isGeneral
    if isSecond, !section.hasText {
      let signs = section.words.joined()
      return !section.hasColour && !signs.contains { "-–−(△▲".contains($0) }
    }
    return false
  }
}

extension SheetNumberFormat.Section {
  fileprivate mutating func add(_ word: String) { words[words.count - 1] += word }

  private mutating func shown() { if words.last != "" { words.append("") } }

  fileprivate mutating func take(bracket part: String) {
    switch part {
    case "white", "color2", "color 2": isWhite = true
    case "black", "red", "green", "blue", "yellow", "magenta", "cyan": hasColour = true
    case _ where part.hasPrefix("color"): hasColour = true
    case _ where part.hasPrefix("$"):
      // A sign of a currency, and the language behind a dash.
      add(String(part.dropFirst().prefix { $0 != "-" }))
    case _ where part.contains(where: { "<>=".contains($0) }): hasCondition = true
    case _ where !part.isEmpty && part.allSatisfy({ "hms".contains($0) }): hasDate = true
    default: break
    }
  }

  fileprivate mutating func take(_ character: Character, _ rest: inout Substring) {
    switch character {
    case "0", "#", "?":
      hasDigits = true
      shown()
      // Commas behind the last digit divide by thousands.
      let commas = rest.prefix { $0 == "," }
      let next = rest.dropFirst(commas.count).first
      if !commas.isEmpty, next.map({ !"0#?".contains($0) }) ?? true { isScaled = true }
    case "@":
      hasText = true
      shown()
    case _ where "Gg".contains(character) && rest.prefix(6).lowercased() == "eneral":
      rest = rest.dropFirst(6)
      isGeneral = true
      shown()
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e", "E", "g", "b", "B", "n", "r", "a",
      "A":
      let text = (String(character) + rest.prefix(4)).uppercased()
      if text.hasPrefix("AM/PM") {
        rest = rest.dropFirst(4)
      } else if text.hasPrefix("A/P") {
        rest = rest.dropFirst(2)
      } else if "nrN".contains(character) || "aA".contains(character) && !text.hasPrefix("AAA") {
        return add(String(character))
      }
      // `E+` is the exponent of a number, `e` a year.
      if !(text.hasPrefix("E+") || text.hasPrefix("E-")) { hasDate = true }
      shown()
    default: add(String(character))
    }
  }
}
