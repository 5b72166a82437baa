import BroadsealBytes
import BroadsealFiles

/// Finds every `12 0 obj` in the bytes of a file, whether a cross-reference names it or not.
///
/// A reader that gives up a cross-reference rebuilds it so, and the last object of a number counts for it.
/// What one of them takes for such a line counts, with blanks and comments between the words.
struct PDFObjectHeaders {
  /// A line that starts an object.
  struct Header {
    /// Where its number stands.
    let start: Int
    /// Where the blanks before it begin: a cross-reference may name any of them.
    let blanks: Int
  }

  private let file: PDFFile
  /// The longest such line that is looked for, with its comments.
  private static let reach = 256
  private static let block = 1 << 20

  init(_ file: PDFFile) {
    self.file = file
  }

  /// All of them, in the order of the file.
  func list() throws(DocumentError) -> [Header] {
    var headers: [Header] = []
    var start = 0
    while start < file.size {
      let end = min(file.size, start + PDFObjectHeaders.block)
      let before = max(0, start - PDFObjectHeaders.reach)
      // A word at the seam is found in the block that holds its last letter.
      let bytes = try file.read(before..<end)
      for word in PDFObjectHeaders.words(in: bytes.span, from: max(start - 2, before) - before) {
        if let header = PDFObjectHeaders.header(before: word, in: bytes) {
          headers.append(Header(start: before + header.start, blanks: before + header.blanks))
        }
      }
      start = end
    }
    return headers
  }

  /// Where the letters `obj` stand.
  private static func words(in bytes: borrowing Span<UInt8>, from start: Int) -> [Int] {
    var words: [Int] = []
    var place = start
    while place + 2 < bytes.count {
      if bytes[place] == UInt8(ascii: "o"), bytes[place + 1] == UInt8(ascii: "b"),
        bytes[place + 2] == UInt8(ascii: "j")
      {
        words.append(place)
      }
      place += 1
    }
    return words
  }

  private static func header(before word: Int, in bytes: [UInt8]) -> Header? {
    var end = word
    for _ in 0..<2 {
      end = passed(before: end, in: bytes)
      let digits = bytes[..<end].reversed().prefix(while: PDFLexer.isDigit).count
      guard digits > 0 else { return nil }
      end -= digits
    }
    let blanks = bytes[..<end].reversed().prefix(while: PDFLexer.isSpace).count
    return Header(start: end, blanks: end - blanks)
  }

  /// The place before blanks and comments that end at `end`.
  private static func passed(before end: Int, in bytes: [UInt8]) -> Int {
    var end = end
    while true {
      let blanks = bytes[..<end].reversed().prefix(while: PDFLexer.isSpace)
      end -= blanks.count
      guard blanks.contains(where: PDFLexer.isLineEnd) else { return end }
      let line = bytes[max(0, end - reach)..<end]
      let start = line.lastIndex(where: PDFLexer.isLineEnd).map { $0 + 1 } ?? line.startIndex
      guard let comment = line[start...].firstIndex(of: UInt8(ascii: "%")) else { return end }
      end = comment
    }
  }
}
