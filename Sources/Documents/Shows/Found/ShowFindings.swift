import BroadsealNotes

/// What was found in a document, each code once, with the first place where it stands.
struct ShowFindings {
  private var places: [ShowCode: Int?] = [:]

  /// Notes `code`, and where it stands first, in whatever order its places are noted.
  mutating func add(_ code: ShowCode, at offset: Int? = nil) {
    let known = [places[code] ?? nil, offset].compactMap(\.self)
    places.updateValue(known.min(), forKey: code)
  }

  /// The notes in the order of the table of codes.
  var notes: [Note] {
    ShowCode.allCases.compactMap { code in
      places[code].map { Note(code, at: $0) }
    }
  }
}

/// How thoroughly a document is looked through.
package enum ShowDepth: Sendable {
  /// As much as a reader of many files can afford; what is too large for that is said.
  case quick
  /// Everything, as far as the limits on hostile files allow.
  case whole
}

/// The bounds of looking through a document: each stops an attack, and what lies beyond is said.
enum ShowLimits {
  /// Bytes of markup or text that are looked at.
  static func markup(_ depth: ShowDepth) -> Int { depth == .quick ? 4 << 20 : 64 << 20 }
  /// Bytes of all parts of a package, inflated.
  static func parts(_ depth: ShowDepth) -> Int { depth == .quick ? 8 << 20 : 128 << 20 }
  /// Bytes of one style sheet or style attribute.
  static let style = 4 << 20
  /// Bytes of an attribute value that are kept.
  static let value = 8_192
  /// Bytes of all content streams of a PDF, decoded.
  static let streams = 256 << 20
  /// Operators of all content streams of a PDF.
  static let operators = 16 << 20
  /// Comparisons of what all pages of a PDF paint with where their text stands, and those of one page.
  static let comparisons = 64 << 20
  static let comparisonsOfPage = 8 << 20
  /// Bytes of content streams of a PDF that are drawn at a time: a page's, and those of forms in forms.
  static let content = 16 << 20
  /// What the codes of a PDF weigh, those of fonts whose widths and characters are read and those that pages
  /// show: each as much as it has to be held, with the characters that it stands for.
  static let codes = 64 << 20
  /// What the codes of the fonts weigh that are kept at a time.
  static let keptCodes = 1 << 18
  /// Bytes of shown text that are looked at as one piece.
  static let piece = 4_096
  /// Content streams inside each other.
  static let streamDepth = 12
}
