/// What is said, in the parts in which it is looked for: letters one after another, and syllables of scripts that draw their
/// letters and signs in another order than they are written (The Unicode Standard, chapters 12 to 16).
struct PDFSpokenParts {
  private var parts: [[Unicode.Scalar]] = []

  /// Letters of one syllable, at most: what is longer is no syllable.
  private static let longest = 24

  /// Cuts text in canonical order into its parts.
  init(_ text: [Unicode.Scalar]) {
    var isJoined = false
    for scalar in text {
      let isReordered = PDFSpokenParts.isReordered(scalar)
      let isMark = PDFSpokenParts.isMark(scalar)
      if let last = parts.indices.last, let first = parts[last].first, isReordered,
        PDFSpokenParts.isReordered(first), parts[last].count < PDFSpokenParts.longest,
        isMark || isJoined || PDFSpokenParts.isVowelBehind(scalar, parts[last])
      {
        parts[last].append(scalar)
      } else {
        parts.append([scalar])
      }
      // What joins the next consonant to the one before.
      isJoined = scalar.properties.canonicalCombiningClass == .virama
    }
  }

  /// Whether `shown` says the same: nil where that takes more than the work that is left.
  func match(
    _ shown: [Unicode.Scalar?], mostOfCode: Int, _ work: inout Int
  ) -> Bool? {
    // Of each place up to which parts are found, how many letters the unknown code there stands for already.
    var places = [0: 0]
    for part in parts {
      var next: [Int: Int] = [:]
      func reach(_ place: Int, _ used: Int) { next[place] = min(next[place] ?? used, used) }
      for (start, before) in places {
        var (place, used) = (start, before)
        while place < shown.count {
          work -= 1
          guard work > 0 else { return nil }
          if part.count > 1 {
            for end in PDFSpokenParts.ends(of: part, in: shown, from: place, mostOfCode, &work) {
              reach(end, 0)
            }
          }
          guard let letter = shown[place] else {
            if used + part.count <= mostOfCode { reach(place, used + part.count) }
            (place, used) = (place + 1, 0)
            continue
          }
          if part.count == 1,
            let end = PDFSpokenParts.end(of: part[0], letter, in: shown, at: place)
          {
            reach(end, 0)
          }
          break
        }
      }
      if next.isEmpty { return false }
      places = next
    }
    return places.keys.contains { shown[$0...].allSatisfy { $0 == nil } }
  }

  /// The place behind a letter, or behind the capitals that are drawn for a small one.
  private static func end(
    of wanted: Unicode.Scalar, _ letter: Unicode.Scalar, in shown: [Unicode.Scalar?], at place: Int
  ) -> Int? {
    if wanted == letter { return place + 1 }
    let capitals = Array(wanted.properties.uppercaseMapping.unicodeScalars)
    guard capitals.first == letter, place + capitals.count <= shown.count,
      shown[place..<(place + capitals.count)].elementsEqual(capitals.map { $0 })
    else { return nil }
    return place + capitals.count
  }

  /// The places behind a syllable, which can begin at `start`.
  private static func ends(
    of syllable: [Unicode.Scalar], in shown: [Unicode.Scalar?], from start: Int, _ mostOfCode: Int,
    _ work: inout Int
  ) -> [Int] {
    var left = syllable
    var letters = syllable.filter(isBase)[...]
    var unknown = 0
    var ends: [Int] = []
    for place in start..<min(shown.count, start + 2 * syllable.count) {
      work -= left.count + 1
      if let scalar = shown[place] {
        guard let index = left.firstIndex(of: scalar) else { break }
        left.remove(at: index)
        // Consonants stand as they are written.
        if isBase(scalar) {
          guard let found = letters.firstIndex(of: scalar) else { break }
          letters = letters[(found + 1)...]
        }
      } else {
        unknown += 1
      }
      if left.isEmpty || unknown > 0 && left.count <= unknown * mostOfCode {
        ends.append(place + 1)
      }
    }
    return ends
  }

  // MARK: Scripts

  /// Whether it is a digit of a number.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  /// Letters of India, of the south-east of Asia and of Tibet.
  private static func isReordered(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x900...0x109F, 0x1700...0x17FF, 0x1900...0x1AFF, 0x1B00...0x1C4F, 0x1CD0...0x1CFF,
      0xA800...0xA82F, 0xA880...0xA8FF, 0xA930...0xA9FF, 0xAA00...0xAADF, 0xABC0...0xABFF,
      0x11000...0x11FFF:
      !PDFSpokenParts.isDigit(scalar)
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// A consonant, but RA, which is drawn above the end of the syllable or below it.
  private static func isBase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x930, 0x9B0, 0x9F0, 0xA30, 0xAB0, 0xB30, 0xBB0, 0xC30, 0xCB0, 0xD30, 0xDBB: false
    default: !isMark(scalar)
    }
  }

  /// SARA AM of Thai and Lao is drawn as a sign and a letter.
  private static func isVowelBehind(_ scalar: Unicode.Scalar, _ syllable: [Unicode.Scalar]) -> Bool
  {
    switch scalar {
    case "\u{E32}": syllable.contains("\u{E4D}")
    case "\u{EB2}": syllable.contains("\u{ECD}")
    default: false
    }
  }
}
