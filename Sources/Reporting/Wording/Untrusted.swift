package import BroadsealBytes

/// Text that an attacker may have written: names in certificates, fields of manifests, file names.
///
/// What comes out has no control or format character, so it cannot move the cursor, change colours,
/// turn the direction of what stands around it, or fake a second line.
package enum Untrusted {
  /// Longest text that is shown, in characters.
  package static let maximumLength = 200

  /// Combining marks on one character that are shown.
  static let maximumMarks = 4

  /// The text in normal form C, stripped and shortened.
  ///
  /// Letters of another script that pass for Latin ones, within a Latin text, are shown as `\u{…}`.
  package static func clean(_ text: String) -> String {
    if isPlain(text), text.utf8.count <= maximumLength, isSpacedOnce(text) { return text }
    var shown = String.UnicodeScalarView()
    var marks = 0
    // Cut before normalising: the work is bounded however long the text is.
    for scalar in String(String.UnicodeScalarView(text.unicodeScalars.prefix(4_096))).precomposed
      .unicodeScalars
    {
      if scalar.properties.isWhitespace {
        if shown.last != " " { shown.append(" ") }
        continue
      }
      guard isVisible(scalar) else { continue }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks <= maximumMarks { shown.append(scalar) }
    }
    let visible = String(shown).split(separator: " ").joined(separator: " ")
    let cut = visible.count > maximumLength
    return unmasked(cut ? visible.prefix(maximumLength - 1) + "…" : visible[...])
  }

  /// The text cleaned, quoted, and isolated from the direction of what stands around it.
  package static func quoted(_ text: String, in language: Language) -> String {
    let marks =
      switch language {
      case .english: ("“", "”")
      case .japanese: ("「", "」")
      }
    return "\u{2068}" + marks.0 + clean(text) + marks.1 + "\u{2069}"
  }

  /// A path for people: every two paths look different, and none does anything but be read.
  package static func path(_ path: FilePath) -> String {
    let shown = escaped(path)
    // A name is copied from here and used: nothing invisible stands around it unless it needs that.
    return shown.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(shown)\u{2069}" : shown
  }

  /// Whether the letter belongs to a script that is written from the right, or to one that is not known yet.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  /// A path as `path` shows it, without isolation: for tables that programs read.
  package static func escaped(_ path: FilePath) -> String {
    let display = path.display
    return isPlain(display) ? display : escaped(displayed: display)
  }

  /// - Parameter quotations: places of scalars that stay as they are.
  private static func escaped(displayed text: String, _ quotations: Set<Int> = []) -> String {
    var shown = ""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case _ where quotations.contains(place): shown.unicodeScalars.append(scalar)
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case " ": shown += " "
      case _ where !isVisible(scalar) || scalar.properties.isWhitespace:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A message that may quote such text, as one line.
  package static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var shown = String.UnicodeScalarView()
    let quotations = quotationMarks(in: text)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case _ where quotations.contains(place): shown.append(scalar)
      case _ where scalar.properties.isWhitespace: shown.append(" ")
      case _ where isVisible(scalar): shown.append(scalar)
      default: shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      }
    }
    return String(shown)
  }

  /// A message that may name files, as one line: what is no blank in a name is shown as `path` shows it, since the name
  /// is copied from here and used.
  package static func message(_ text: String) -> String {
    isPlain(text) ? text : escaped(displayed: text, quotationMarks(in: text))
  }

  /// Where the marks stand that `quoted` put around what it quotes: a text that is cleaned as a whole may quote somebody
  /// by then. They isolate what is between them and move nothing else, whoever wrote them; one without its other is none.
  private static func quotationMarks(in text: String) -> Set<Int> {
    guard text.unicodeScalars.contains("\u{2068}") else { return [] }
    let scalars = Array(text.unicodeScalars)
    var open: [Int] = []
    var marks: Set<Int> = []
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\u{2068}", place + 1 < scalars.count,
        "“「".unicodeScalars.contains(scalars[place + 1])
      {
        open.append(place)
      } else if scalar == "\u{2069}", place > 0, "”」".unicodeScalars.contains(scalars[place - 1]),
        let start = open.popLast()
      {
        marks.formUnion([start, place])
      }
    }
    return marks
  }

  /// A text that quotes people as English does, with their words quoted as `language` does.
  package static func requoted(_ text: String, in language: Language) -> String {
    guard language == .japanese else { return text }
    return text.replacing("\u{2068}“", with: "\u{2068}「").replacing("”\u{2069}", with: "」\u{2069}")
  }

  /// Whether the text is printing ASCII and spaces: then nothing of it is harmful or looks like
  /// something else. Nearly all text is, and looking at scalars takes many times as long.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Whether no space of the text stands at an end of it or beside another one.
  private static func isSpacedOnce(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), last == byte { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  private static func unmasked(_ text: Substring) -> String {
    guard text.unicodeScalars.contains(where: { isLatin($0) }) else { return String(text) }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isLookAlike(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  /// Greek, Cyrillic, Armenian and Cherokee letters, and the wide and mathematical Latin ones.
  private static func isLookAlike(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.isAlphabetic else { return false }
    switch scalar.value {
    case 0x0370...0x058F, 0x13A0...0x13FF, 0x1C80...0x1C8F, 0x1F00...0x1FFF, 0x2DE0...0x2DFF,
      0xA640...0xA69F, 0xAB70...0xABBF, 0xFF21...0xFF5A, 0x1D400...0x1D7FF:
      return true
    default: return false
    }
  }
}
