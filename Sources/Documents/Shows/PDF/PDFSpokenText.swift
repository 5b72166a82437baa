/// Text for programs that stands in the place of what is shown (`ActualText`, ISO 32000-2 §14.9.4): whether the two say the
/// same.
///
/// Blanks, hyphens and the parts of ligatures may differ: that is what the replacement is for. So may what is shown by
/// codes of which nobody knows the letters. Text of scripts that are written from the right may stand in reverse.
struct PDFSpokenText {
  /// A sequence that is open; one without a replacement of its own speaks for none.
  private struct Sequence {
    let replacement: [UInt8]?
    var shown: [UInt8] = []
    var isUnknown = false
  }

  private var open: [Sequence] = []
  /// Sequences that are kept at a time; deeper ones count as part of those above them.
  private static let maximumDepth = 256
  private var deeper = 0
  /// Bytes of one text that are compared.
  private static let longest = 1 << 20

  /// Whether codes are shown now of which nobody knows the letters.
  var isUnknown = false {
    didSet {
      guard isUnknown else { return }
      for index in open.indices { open[index].isUnknown = true }
      isUnknown = false
    }
  }

  /// Adds text that is shown.
  mutating func add(_ characters: [UInt8]) {
    for index in open.indices
    where open[index].replacement != nil && open[index].shown.count < PDFSpokenText.longest {
      open[index].shown += characters
    }
  }

  /// Begins a sequence.
  ///
  /// - Parameter replacement: what is said in its place, in UTF-8; nil for nothing.
  mutating func begin(_ replacement: [UInt8]?) {
    guard open.count < PDFSpokenText.maximumDepth else {
      deeper += 1
      return
    }
    open.append(Sequence(replacement: replacement))
  }

  /// Ends a sequence; whether what is said in its place is something else.
  mutating func end() -> Bool {
    if deeper > 0 {
      deeper -= 1
      return false
    }
    guard let last = open.popLast(), let said = last.replacement, !last.isUnknown else {
      return false
    }
    return PDFSpokenText.differ(said, last.shown)
  }

  /// Whether two texts say different things, whatever their blanks, hyphens and ligatures are.
  static func differ(_ said: [UInt8], _ shown: [UInt8]) -> Bool {
    let (one, other) = (letters(said), letters(shown))
    if one == other || one == Array(other.reversed()) { return false }
    // Nothing is said of a mark or of a hyphen that ends a line.
    if one.isEmpty { return other.contains { $0.properties.isAlphabetic } }
    let isPlain = (one + other).allSatisfy(\.isASCII)
    if isPlain { return true }
    // Fonts name radicals and forms of compatibility for the characters that they look like.
    if one.count == other.count, zip(one, other).allSatisfy(mayBeAlike) { return false }
    return one.map(\.value).sorted() != other.map(\.value).sorted()
  }

  private static func mayBeAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    one == other || !one.isASCII && !other.isASCII && (isVariant(one) || isVariant(other))
  }

  /// Radicals, and characters that stand in Unicode for the sake of older sets.
  private static func isVariant(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0xFB1D...0xFDFF, 0xFE30...0xFE4F, 0xFE70...0xFEFE,
      0xFF5F...0xFFEF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st", "\u{133}": "ij", "\u{132}": "IJ", "\u{2026}": "...",
    "\u{2019}": "\u{27}", "\u{2018}": "\u{27}", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2212}": "",
  ]

  /// Dots that fonts take for each other.
  private static let dots: Set<Unicode.Scalar> = [
    "\u{2022}", "\u{B7}", "\u{30FB}", "\u{FF65}", "\u{22C5}", "\u{2027}", "\u{2219}",
  ]

  private static func letters(_ text: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      if let parts = ligatures[scalar] { return Array(parts.unicodeScalars) }
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        return [narrow]
      }
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDash || properties.isDefaultIgnorableCodePoint
        || properties.generalCategory == .control || dots.contains(scalar)
      {
        return []
      }
      return [scalar]
    }
  }
}

extension PDFSpokenText {
  /// A text string of a PDF in UTF-8 (ISO 32000-2 §7.9.2.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding, of which
  /// only what is common with Latin-1 is read.
  static func utf8(_ text: [UInt8]) -> [UInt8] {
    let isBig = text.starts(with: [0xFE, 0xFF])
    if isBig || text.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: text.count - 1, by: 2).map {
        let (first, second) = (UInt16(text[$0]), UInt16(text[$0 + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(text.dropFirst(3)) }
    return text.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }
}
