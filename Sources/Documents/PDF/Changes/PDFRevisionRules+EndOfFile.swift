extension PDFRevisionRules {
  /// Blanks or zeros that may stand after `%%EOF`.
  static let maximumBlanks = 8

  /// A file ends with `startxref`, a number, `%%EOF`, and a few blanks at most (FILE-1): where more
  /// follows, some readers look for a cross-reference in it.
  func hasPlainEnd(_ file: PDFFile) throws(DocumentError) -> Bool {
    let count = min(file.size, PDFRevisionRules.maximumBlanks + 5)
    let tail = try file.read(file.size - count..<file.size)
    let blanks = tail.reversed().prefix(while: PDFLexer.isSpace).count
    return tail.dropLast(blanks).suffix(5).elementsEqual("%%EOF".utf8)
  }
}
