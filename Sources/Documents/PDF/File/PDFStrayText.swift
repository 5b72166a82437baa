import BroadsealBytes

/// What stands behind a signed revision and is no part of an object or of a cross-reference section (FILE-3).
///
///     43 0 obj … endobj  trailer <</Root 43 0 R>>  50 0 obj << /Type /XRef … >>
///
/// The standard has blanks and comments there, `startxref` and `%%EOF` (ISO 32000-2 §7.5). A reader that gives up the
/// cross-reference reads all words of the file, those in the data of streams too, and takes such a trailer.
struct PDFStrayText {
  /// Where it stands between objects, in ascending order.
  private var gaps: [Int] = []
  /// Where the first word `trailer` stands that begins no section's, the data of streams and strings included, those
  /// of trailers too; nil where there is none.
  private(set) var trailer: Int?

  /// Looks through all bytes for trailers, and from `start` on between the objects.
  init(
    _ document: PDFDocument, _ members: PDFUnlistedMembers, from start: Int
  ) throws(DocumentError) {
    let file = document.file
    var sections: [Range<Int>] = []
    for section in document.chain.sections {
      sections.append(section.offset..<max(section.offset, section.end))
      // A stream of hidden entries may be named by no entry.
      guard let hidden = section.trailer["XRefStm"]?.integer, hidden < file.size else { continue }
      let (_, end) = try file.object(at: hidden) { _ in nil }
      sections.append(hidden..<max(hidden, end))
    }
    let parts = (members.objects + sections).filter { $0.upperBound > start }
    var position = start
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      try look(between: position, and: part.lowerBound, in: file)
      position = max(position, part.upperBound)
    }
    try look(between: position, and: file.size, in: file)
    trailer = try PDFStrayText.trailer(
      in: file, but: Set(document.chain.sections.compactMap(\.keyword)))
  }

  /// The first between objects at `offset` or behind it; nil where there is none.
  func gap(from offset: Int) -> Int? { gaps.first { $0 >= offset } }

  private mutating func look(
    between start: Int, and end: Int, in file: PDFFile
  ) throws(DocumentError) {
    guard start < end else { return }
    guard end - start <= PDFLimits.maximumGap else { return gaps.append(start) }
    var lexer = PDFLexer(try file.read(start..<end), base: start)
    while let next = lexer.peek() {
      let place = lexer.offset
      if PDFLexer.isSpace(next) {
        lexer.advance()
      } else if next == UInt8(ascii: "%") {
        var comment: [UInt8] = []
        while let byte = lexer.peek(), !PDFLexer.isLineEnd(byte) {
          comment.append(byte)
          lexer.advance()
        }
        if PDFStrayText.words.contains(where: { comment[...].firstIndex(of: $0) != nil }) {
          return gaps.append(place)
        }
      } else {
        guard lexer.word().elementsEqual("startxref".utf8) else { return gaps.append(place) }
        lexer.skipBlanks()
        guard PDFLexer.natural(lexer.word()) != nil else { return gaps.append(place) }
      }
    }
  }

  /// What a comment may not hold: some readers look into them.
  private static let words: [StaticString] = ["obj", "trailer", "xref", "endstream"]

  private static func trailer(
    in file: PDFFile, but known: Set<Int>
  ) throws(DocumentError) -> Int? {
    let word: StaticString = "trailer"
    var position = 0
    while position < file.size {
      let end = min(file.size, position + PDFStrayText.block)
      // A word at the seam is found in the block that holds its last letter.
      let before = max(0, position - word.utf8CodeUnitCount + 1)
      let bytes = try file.read(before..<end)
      var next = 0
      while let place = bytes[...].firstIndex(of: word, from: next) {
        let offset = before + place
        if !known.contains(offset) { return offset }
        next = place + 1
      }
      position = end
    }
    return nil
  }

  private static let block = 1 << 20
}
