import BroadsealBytes
import BroadsealFiles

/// Finds every `12 0 obj` in the bytes of a file, whether a cross-reference names it or not.
///
/// A reader that gives up a cross-reference rebuilds it so, and the last object of a number counts for it.
/// What one of them takes for such a line counts, with blanks and comments between the words. Where more
/// of them stand before a word than is looked at, the word counts too.
struct PDFObjectHeaders {
  /// A line that starts an object.
  struct Header {
    /// Where its number stands.
    let start: Int
    /// Where the blanks before it begin: a cross-reference may name any of them.
    let blanks: Int
  }

  private let file: PDFFile
  /// How far before a block is looked for what stands before a word in it.
  private static let reach = 256
  private static let block = 1 << 20

  init(_ file: PDFFile) {
    self.file = file
  }

  /// Hands them to `body` in the order of the file, until it answers false.
  func each(_ body: (Header) throws(DocumentError) -> Bool) throws(DocumentError) {
    var start = 0
    while start < file.size {
      let end = min(file.size, start + PDFObjectHeaders.block)
      let before = max(0, start - PDFObjectHeaders.reach)
      let bytes = try file.read(before..<end)
      // A word at the seam is found in the block that holds its last letter.
      var place = max(start - 2, before) - before
      while let word = PDFObjectHeaders.word(in: bytes.span, from: place) {
        place = word + 3
        guard
          let header = PDFObjectHeaders.header(before: word, in: bytes, isCut: before > 0)
        else { continue }
        let found = Header(start: before + header.start, blanks: before + header.blanks)
        guard try body(found) else { return }
      }
      start = end
    }
  }

  /// Where the letters `obj` stand next.
  private static func word(in bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    // Of three bytes in a row the last is looked at; another letter of the word leads on to where it may end.
    var last = start + 2
    while last < bytes.count {
      switch bytes[last] {
      case UInt8(ascii: "j"):
        if bytes[last - 1] == UInt8(ascii: "b"), bytes[last - 2] == UInt8(ascii: "o") {
          return last - 2
        }
        last += 3
      case UInt8(ascii: "b"): last += 1
      case UInt8(ascii: "o"): last += 2
      default: last += 3
      }
    }
    return nil
  }

  /// - Parameter isCut: whether something stands before `bytes`.
  private static func header(before word: Int, in bytes: [UInt8], isCut: Bool) -> Header? {
    var end = word
    for _ in 0..<2 {
      end = passed(before: end, in: bytes, isCut: isCut)
      let digits = bytes[..<end].reversed().prefix(while: PDFLexer.isDigit).count
      end -= digits
      if end == 0, isCut { return Header(start: 0, blanks: 0) }
      guard digits > 0 else { return nil }
    }
    let blanks = bytes[..<end].reversed().prefix(while: PDFLexer.isSpace).count
    return Header(start: end, blanks: end - blanks)
  }

  /// The place before blanks and comments that end at `end`; 0 where it is not seen how the line begins.
  private static func passed(before end: Int, in bytes: [UInt8], isCut: Bool) -> Int {
    var end = end
    while true {
      let blanks = bytes[..<end].reversed().prefix(while: PDFLexer.isSpace)
      end -= blanks.count
      guard blanks.contains(where: PDFLexer.isLineEnd) else { return end }
      let lineEnd = bytes[..<end].lastIndex(where: PDFLexer.isLineEnd)
      let line = bytes[(lineEnd.map { $0 + 1 } ?? 0)..<end]
      guard let comment = line.firstIndex(of: UInt8(ascii: "%")) else {
        return isCut && lineEnd == nil ? 0 : end
      }
      end = comment
    }
  }
}
