/// Text for programs that stands in the place of what is shown (`ActualText`, ISO 32000-2 §14.9.4): whether the two say the
/// same (`PDFSpokenComparison`).
struct PDFSpokenText {
  /// A sequence that is open; one without a replacement of its own speaks for none.
  private struct Sequence {
    let replacement: [UInt8]?
    /// Where its text begins in what is shown, and what was shown last before it.
    let start: Int
    let before: Unicode.Scalar?
  }

  /// A mark that only one of two texts ends with: what is shown next decides whether it is part of a number.
  private enum Pending { case none, sign, point }

  private var open: [Sequence] = []
  /// Sequences with a replacement among them.
  private var speaking = 0
  /// What is shown since the first of them began, in UTF-8.
  private var shown: [UInt8] = []
  private var last: Unicode.Scalar?
  private var pending = Pending.none

  /// Sequences that are kept at a time; deeper ones count as part of those above them.
  private static let maximumDepth = 256
  private var deeper = 0
  /// Bytes of one text that are compared.
  private static let longest = 1 << 20

  /// Adds a code that is shown of which nobody knows the letters.
  mutating func addUnknown() {
    (last, pending) = (nil, .none)
    if speaking > 0, shown.count <= PDFSpokenText.longest {
      shown += PDFSpokenComparison.unknown
    }
  }

  /// Adds a code without letters that shows nothing.
  mutating func addBlank() {
    if speaking > 0, shown.count <= PDFSpokenText.longest { shown += PDFSpokenComparison.blank }
  }

  /// Adds text that is shown; whether it makes a number of a mark that was said or shown alone.
  mutating func add(_ characters: [UInt8]) -> Bool {
    if speaking > 0, shown.count <= PDFSpokenText.longest { shown += characters }
    let text = String(decoding: characters, as: UTF8.self).unicodeScalars
    guard let first = text.first(where: { !$0.properties.isWhitespace }) else { return false }
    last = text.last { !$0.properties.isWhitespace }
    defer { pending = .none }
    return pending != .none && PDFSpokenComparison.beginsNumber(first)
  }

  /// Begins a sequence.
  ///
  /// - Parameter replacement: what is said in its place, in UTF-8; nil for nothing.
  mutating func begin(_ replacement: [UInt8]?) {
    guard open.count < PDFSpokenText.maximumDepth else {
      deeper += 1
      return
    }
    open.append(Sequence(replacement: replacement, start: shown.count, before: last))
    if replacement != nil { speaking += 1 }
  }

  /// Ends a sequence; whether what is said in its place is something else.
  ///
  /// - Parameter work: comparisons that may still be made.
  mutating func end(_ work: inout Int) -> PDFSpokenComparison.Result {
    if deeper > 0 {
      deeper -= 1
      return .same
    }
    guard let sequence = open.popLast(), let said = sequence.replacement else { return .same }
    speaking -= 1
    let isCut = shown.count > PDFSpokenText.longest || said.count > PDFSpokenText.longest
    let own = Array(shown[sequence.start...])
    if speaking == 0 { shown.removeAll(keepingCapacity: true) }
    if isCut { return .unread }
    let comparison = PDFSpokenComparison(said, own)
    switch comparison.differentEnd {
    case nil: break
    case .some(let isSign):
      let isInNumber = sequence.before.map(PDFSpokenParts.isDigit) ?? false
      pending = isSign ? .sign : isInNumber ? .point : .none
    }
    return comparison.result(&work)
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
