import BroadsealBytes

/// Compares what is said with what is shown.
///
/// Blanks, hyphens, the forms of letters (`PDFLetterForms`), and the order and composition of marks may differ: that is what the
/// replacement is for. So may small capitals, which are drawn as capitals. Codes of which nobody knows the letters stand for
/// some. Text that is written from the right may be shown in reverse, but for the numbers in it; letters and signs of one
/// syllable of a script that draws them in another order, in any. Digits, their signs, their decimal points and the order of
/// words have to agree.
struct PDFSpokenComparison {
  /// What came of it.
  enum Result { case same, other, unread }

  /// How a code is written of which nobody knows the letters.
  static let unknown: [UInt8] = [0xEF, 0xBF, 0xBF]
  /// Letters that one such code stands for, at most.
  private static let mostOfCode = 16

  private let said: [Unicode.Scalar]
  private let shown: [Unicode.Scalar]

  /// - Parameters:
  ///   - said: what is said, in UTF-8.
  ///   - shown: what the codes stand for, in UTF-8.
  init(_ said: [UInt8], _ shown: [UInt8]) {
    let (one, other) = (
      String(decoding: said, as: UTF8.self), String(decoding: shown, as: UTF8.self)
    )
    let hasBlanks = other.unicodeScalars.contains(PDFSpokenComparison.blankMark)
    self.said = one.unicodeScalars.filter { !hasBlanks || !PDFSpokenComparison.isSymbol($0) }
    self.shown = other.unicodeScalars.filter { $0 != PDFSpokenComparison.blankMark }
  }

  /// How a code is written without letters that shows nothing, or a box: emoji are printed so where no font has them.
  static let blank: [UInt8] = [0xEF, 0xBF, 0xBE]
  private static let blankMark: Unicode.Scalar = "\u{FFFE}"

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .modifierSymbol, .enclosingMark: true
    default: false
    }
  }

  /// Whether one text alone ends with a dash (true), or with a point (false); nil where both end alike.
  var differentEnd: Bool? {
    func end(_ text: [Unicode.Scalar]) -> Unicode.Scalar? {
      text.last { !$0.properties.isWhitespace }.flatMap { last in
        if last.properties.isDash || last == "\u{AD}" { return "-" }
        return PDFSpokenComparison.points.contains(last) ? "." : nil
      }
    }
    let (one, other) = (end(said), end(shown))
    return one == other ? nil : one == "-" || other == "-"
  }

  /// Whether two texts say different things.
  ///
  /// - Parameter work: comparisons that may still be made.
  func result(_ work: inout Int) -> Result {
    work -= said.count + shown.count
    let wanted = letters(said, isShown: false).compactMap(\.self)
    let found = letters(shown, isShown: true)
    if wanted == found { return .same }
    // Nothing is said of a mark or of a hyphen that ends a line.
    if wanted.isEmpty {
      let holdsWords = found.contains {
        $0.map { $0.properties.isAlphabetic || isNumber($0) } ?? false
      }
      return holdsWords ? .other : .same
    }
    if !found.isEmpty, found.allSatisfy({ $0 == nil }) { return .same }
    let parts = PDFSpokenParts(wanted)
    for order in [found] + reversed() {
      switch parts.match(order, mostOfCode: PDFSpokenComparison.mostOfCode, &work) {
      case true: return .same
      case false: continue
      case nil: return .unread
      }
    }
    return .other
  }

  // MARK: Letters

  private static let plain: [Unicode.Scalar: String] = [
    "\u{2026}": "...", "\u{2019}": "\u{27}", "\u{2018}": "\u{27}", "\u{201C}": "\"",
    "\u{201D}": "\"", "\u{B5}": "\u{3BC}",
  ]

  /// Dots that fonts take for each other.
  private static let dots: Set<Unicode.Scalar> = [
    "\u{2022}", "\u{B7}", "\u{30FB}", "\u{FF65}", "\u{22C5}", "\u{2027}", "\u{2219}",
  ]

  private static let points: Set<Unicode.Scalar> = dots.union([".", ",", "\u{66B}"])

  private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  /// Whether a number begins with it.
  static func beginsNumber(_ scalar: Unicode.Scalar) -> Bool {
    PDFSpokenParts.isDigit(scalar) || scalar.properties.generalCategory == .currencySymbol
      || scalar == "."
  }

  /// Whether nobody knows what a code is that stands for it: nothing, a replacement, characters of private use; radicals of
  /// which Unicode does not say the letter.
  private func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0, 0xFFFD...0xFFFF, 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0x2E80...0x2EFF: true
    default: false
    }
  }

  /// The letters of a text in canonical order; nil for what nobody knows.
  private func letters(_ text: [Unicode.Scalar], isShown: Bool) -> [Unicode.Scalar?] {
    let mark: Unicode.Scalar = "\u{FFFF}"
    var bare: [Unicode.Scalar] = []
    for scalar in text {
      if isShown, isUnknown(scalar) {
        bare.append(mark)
        continue
      }
      let parts =
        PDFSpokenComparison.plain[scalar].map { Array($0.unicodeScalars) }
        ?? PDFLetterForms.letters(of: scalar) ?? [scalar]
      bare += parts.filter {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
          && $0.properties.generalCategory != .control
      }
    }
    var whole = String.UnicodeScalarView()
    for place in bare.indices {
      let scalar = bare[place]
      let isDash = scalar.properties.isDash
      guard isDash || PDFSpokenComparison.dots.contains(scalar) else {
        whole.append(scalar)
        continue
      }
      // Those of a number stay.
      let before = place > 0 && PDFSpokenParts.isDigit(bare[place - 1])
      let next = bare[(place + 1)...].first { !PDFSpokenComparison.isBeforeDigits($0) }
      let isBehind = next.map(PDFSpokenParts.isDigit) ?? false
      if isDash, before || isBehind { whole.append("-") }
      if !isDash, before, isBehind { whole.append("\u{B7}") }
    }
    return String(whole).decomposed.map { isShown && $0 == mark ? nil : $0 }
  }

  private static func isBeforeDigits(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == "("
      || scalar.properties.generalCategory == .currencySymbol
  }

  // MARK: Text from the right

  /// What is shown in the order in which it is read, where it is written from the right: letter by letter, and with the marks of
  /// each.
  private func reversed() -> [[Unicode.Scalar?]] {
    guard (said + shown).contains(where: isFromTheRight) else { return [] }
    return [false, true].map { keepsMarks in
      let groups = groups(keepsMarks: keepsMarks)
      return letters(groups.reversed().flatMap { $0 }, isShown: true)
    }
  }

  private func isFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
    guard !PDFSpokenParts.isDigit(scalar) else { return false }
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return true
    default: return false
    }
  }

  /// What keeps its own order: numbers, and words of letters from the left.
  private func groups(keepsMarks: Bool) -> [[Unicode.Scalar]] {
    var groups: [[Unicode.Scalar]] = []
    var place = 0
    while place < shown.count {
      var end = place + 1
      if isFromTheLeft(shown[place]) {
        var next = end
        while next < shown.count {
          if isFromTheLeft(shown[next]) {
            end = next + 1
          } else if isFromTheRight(shown[next]) || !isInside(next, from: end) {
            break
          }
          next += 1
        }
      } else if keepsMarks {
        while end < shown.count, shown[end].properties.generalCategory == .nonspacingMark {
          end += 1
        }
      }
      groups.append(Array(shown[place..<end]))
      place = end
    }
    return groups
  }

  private func isFromTheLeft(_ scalar: Unicode.Scalar) -> Bool {
    PDFSpokenParts.isDigit(scalar)
      || scalar.properties.isAlphabetic && !isFromTheRight(scalar) && !isUnknown(scalar)
  }

  /// Between digits one sign holds them together; between letters what is between words does.
  private func isInside(_ place: Int, from end: Int) -> Bool {
    let last = shown[end - 1]
    guard PDFSpokenParts.isDigit(last) else { return place - end < 8 }
    let sign = shown[place]
    return place == end
      && (PDFSpokenComparison.points.contains(sign) || sign == "/" || sign == ":")
  }
}
