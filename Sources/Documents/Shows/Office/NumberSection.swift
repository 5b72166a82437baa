/// One section of a number format (ECMA-376-1 §18.8.31, ODF 1.3 part 3 §16.29): what it shows of a value,
/// and what it writes beside it.
///
/// Whoever reads the cell by a program has the value; whoever looks at it has what this makes of it. So the
/// section is asked for each value: digits, sign and decimal place have to be those of the value, rounded.
struct NumberSection {
  /// A part of a date or a time.
  enum DatePart: Hashable {
    case year, month, monthName, day, weekday, hour, minute, second
    /// Hours or minutes that are counted on beyond the day.
    case elapsed
  }

  /// What it shows, and what it writes.
  enum Piece {
    /// `0`, `#` or `?`.
    case digit(Character)
    case point, group, percent, exponent, slash
    case date(DatePart)
    /// All of the value, as the program likes; or text.
    case general, text
    case literal(String)
  }

  /// Which values it is for, when it says so itself.
  struct Condition {
    private let sign: String
    private let bound: Double

    /// Reads `>=0`; nil where it is none.
    init?(_ written: some StringProtocol) {
      let text = String(written.filter { !$0.isWhitespace })
      let sign = String(text.prefix { "<>=!".contains($0) })
      guard ["<", ">", "=", "<=", ">=", "<>", "!="].contains(sign),
        let bound = Double(text.dropFirst(sign.count))
      else { return nil }
      (self.sign, self.bound) = (sign, bound)
    }

    /// Whether it tells negative numbers from others.
    var tellsSign: Bool { bound == 0 && sign != "=" && sign != "<>" && sign != "!=" }

    /// Whether it holds for `number`.
    func holds(_ number: Double) -> Bool {
      switch sign {
      case "<": number < bound
      case ">": number > bound
      case "<=": number <= bound
      case ">=": number >= bound
      case "=": number == bound
      default: number != bound
      }
    }
  }

  private(set) var pieces: [Piece] = []
  /// Whether it is written in a colour that nobody sees.
  var isPale = false
  /// Whether it divides by thousands.
  var isScaled = false
  var condition: Condition?
  /// Whether it holds under a condition that cannot be read.
  var isUncertain = false

  /// Adds a piece; what is written piece by piece is one word.
  mutating func add(_ piece: Piece) {
    guard case .literal(let word) = piece, case .literal(let before)? = pieces.last else {
      return pieces.append(piece)
    }
    pieces[pieces.count - 1] = .literal(before + word)
  }

  /// Puts another piece in the place of one.
  mutating func replace(_ place: Int, with piece: Piece) { pieces[place] = piece }

  /// Whether it shows digits of a number.
  var hasDigits: Bool { pieces.contains { if case .digit = $0 { true } else { false } } }
  /// Whether it shows a date or a time.
  var hasDate: Bool { !dates.isEmpty }
  /// Whether it shows text as it is.
  var hasText: Bool { pieces.contains { if case .text = $0 { true } else { false } } }
  /// Whether it shows values as a program likes.
  var isGeneral: Bool { pieces.contains { if case .general = $0 { true } else { false } } }
  /// Whether it shows nothing of a value.
  var isEmpty: Bool { !hasDigits && !hasDate && !hasText && !isGeneral }

  private var dates: Set<DatePart> {
    Set(pieces.compactMap { if case .date(let part) = $0 { part } else { nil } })
  }

  private var words: [String] {
    pieces.compactMap { if case .literal(let word) = $0 { word } else { nil } }
  }

  /// Whether text in it is not shown, or with words beside it.
  var hidesText: Bool {
    isPale || !hasText && !isGeneral || !words.allSatisfy(SheetUnits.isPlain)
  }

  /// Whether nobody sees `number` in it, or another number.
  ///
  /// - Parameters:
  ///   - bearsSign: whether the sign of a negative number is what the section writes itself.
  ///   - mayAdd: whether a plus is beside a section for negative numbers.
  func hides(_ number: Double, bearsSign: Bool, mayAdd: Bool) -> Bool {
    if isPale || isScaled || isUncertain { return true }
    if hasDate { return hidesDate(number) }
    guard !isEmpty else { return !(number == 0 && isDash) }
    if hasDigits, number == 0, isDash { return false }
    var shown = NumberReading(pieces)
    guard shown.isPlain, shown.takeSign(bearsSign, mayAdd: mayAdd && number > 0) else {
      return true
    }
    return !(shown.before + shown.after).allSatisfy(SheetUnits.isPlain)
      || hasDigits && shown.isNothing(number)
  }

  /// A dash for zero, as in every ledger.
  private var isDash: Bool {
    let bare = words.joined().filter { !"-–—".contains($0) }
    return words.joined().contains { "-–—".contains($0) } && SheetUnits.isPlain(bare)
  }

  /// A date has its day, month and year, or the year and the name of the month; a time its hours and
  /// minutes, of a value of less than a day unless they are counted on.
  private func hidesDate(_ number: Double) -> Bool {
    guard number >= 0, number < 2_958_466 else { return true }
    let parts = dates
    let isDate =
      parts.contains(.year)
      && (parts.contains(.monthName) || parts.contains(.month) && parts.contains(.day))
    let isCounted = parts.contains(.elapsed)
    let isTime = parts.contains(.minute) && (isCounted || parts.contains(.hour) && number < 1)
    // Less than an hour.
    let isShort = parts.isSuperset(of: [.minute, .second]) && number < 1.0 / 24
    guard isDate || isTime || isShort, !hasDigits || parts.contains(.second) else { return true }
    let isOther = pieces.contains {
      switch $0 {
      case .percent, .exponent, .general, .text: true
      default: false
      }
    }
    return isOther || !words.allSatisfy(SheetUnits.isBetweenDates)
  }
}

/// A section for numbers, taken apart: what stands before, between and behind its digits.
private struct NumberReading {
  private(set) var before: [String] = []
  private(set) var after: [String] = []
  /// Whether its digits are those of the number, and nothing stands between them.
  private(set) var isPlain = true

  private var integers: [Character] = []
  private var decimals: [Character] = []
  private var isPercent = false
  private var isFraction = false
  private var isPower = false

  init(_ pieces: [NumberSection.Piece]) {
    isFraction = pieces.contains { if case .slash = $0 { true } else { false } }
    var hasPoint = false
    for piece in pieces {
      switch piece {
      case .digit(let digit):
        // A blank stands before the fraction of a mixed number.
        if !after.joined().allSatisfy({ isFraction && $0 == " " }) { isPlain = false }
        after = []
        if !isPower { if hasPoint { decimals.append(digit) } else { integers.append(digit) } }
      case .general, .text:
        if !integers.isEmpty || !after.isEmpty { isPlain = false }
        integers.append("0")
      case .point:
        if hasPoint || isFraction || !after.isEmpty || isPercent { isPlain = false }
        hasPoint = true
      case .group: if hasPoint || integers.isEmpty || isFraction { isPlain = false }
      case .percent:
        if isPercent || isFraction { isPlain = false }
        isPercent = true
      case .exponent:
        if isPower || isFraction || integers.isEmpty && decimals.isEmpty { isPlain = false }
        isPower = true
      case .slash: if integers.isEmpty || !after.isEmpty { isPlain = false }
      case .date: isPlain = false
      case .literal(let word):
        if integers.isEmpty, decimals.isEmpty { before.append(word) } else { after.append(word) }
      }
    }
  }

  /// Takes the one sign that a negative number has to bear, or the plus that a positive one may; whether it is
  /// there.
  mutating func takeSign(_ isNegative: Bool, mayAdd: Bool) -> Bool {
    if mayAdd, before.joined().filter({ $0 == "+" }).count == 1 { remove(["+"]) }
    guard isNegative else { return true }
    let minus: Set<Character> = ["-", "−", "–", "△", "▲", "▼"]
    let (left, right) = (before.joined(), after.joined())
    let count = (left + right).filter(minus.contains).count
    let isBracketed =
      left.filter { $0 == "(" }.count == 1 && right.filter { $0 == ")" }.count == 1
    guard count + (isBracketed ? 1 : 0) == 1 else { return false }
    remove(isBracketed ? ["(", ")"] : minus)
    return true
  }

  private mutating func remove(_ signs: Set<Character>) {
    before = before.map { $0.filter { !signs.contains($0) } }
    after = after.map { $0.filter { !signs.contains($0) } }
  }

  /// Whether no digit of `number` is shown: it is rounded to nothing, and nothing asks for a zero.
  func isNothing(_ number: Double) -> Bool {
    guard !isFraction, !isPower, !(integers + decimals).contains("0") else { return false }
    var scaled = abs(number) * (isPercent ? 100 : 1)
    for _ in decimals { scaled *= 10 }
    return scaled < 0.5
  }
}
