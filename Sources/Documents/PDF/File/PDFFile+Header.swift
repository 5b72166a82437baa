import BroadsealBytes
import BroadsealFiles

extension PDFFile {
  /// Finds the `%PDF-1.7` line, which has to start in the first kibibyte.
  init(_ source: ByteSource, tolerantly: Bool = false) throws(DocumentError) {
    let whole = PDFFile(source: source, origin: 0, end: source.size)
    let head = try whole.read(0..<min(source.size, PDFLimits.maximumHeaderOffset + 8))
    let mark = Array("%PDF-".utf8)
    var start = 0
    while start + 8 <= head.count, !head[start...].starts(with: mark) { start += 1 }
    guard start + 8 <= head.count, start <= PDFLimits.maximumHeaderOffset else {
      throw .pdf(.header, "no %PDF- header", at: 0)
    }
    guard PDFLexer.isDigit(head[start + 5]), head[start + 6] == UInt8(ascii: "."),
      PDFLexer.isDigit(head[start + 7])
    else { throw .pdf(.header, "a %PDF- header without a version", at: start + 5) }
    self.init(source: source, origin: start, end: source.size, isTolerant: tolerantly)
  }

  /// Reads what has to end the file, `startxref`, a number, `%%EOF` and white space at most.
  ///
  /// - Parameter strictly: otherwise anything may follow the number.
  /// - Returns: the offset that `startxref` gives, and where the keyword stands.
  func tail(strictly: Bool) throws(DocumentError) -> (target: Int, keyword: Int) {
    let start = max(0, size - PDFLimits.maximumTail)
    if !strictly { return try looseTail(try read(start..<size), from: start) }
    // Poppler and MuPDF look no further for the word, and search the file for objects.
    let near = max(0, size - PDFLimits.maximumPlainTail)
    let bytes = try read(near..<size)
    var end = bytes.count
    while end > 0, PDFLexer.isSpace(bytes[end - 1]) { end -= 1 }
    guard bytes[..<end].suffix(5).elementsEqual("%%EOF".utf8) else {
      throw .pdf(.trailing, "the file does not end with %%EOF", at: near + end)
    }
    end -= 5
    func skipSpaceBackwards() {
      while end > 0, PDFLexer.isPlainBlank(bytes[end - 1]) { end -= 1 }
    }
    skipSpaceBackwards()
    let last = end
    while end > 0, PDFLexer.isDigit(bytes[end - 1]) { end -= 1 }
    guard let target = PDFLexer.natural(bytes[end..<last]) else {
      throw .pdf(.startxref, "no offset before the last %%EOF", at: near + end)
    }
    skipSpaceBackwards()
    guard bytes[..<end].suffix(9).elementsEqual("startxref".utf8) else {
      throw .pdf(.startxref, "no startxref before the last %%EOF", at: near + end)
    }
    return (target, near + end - 9)
  }

  /// The offsets that the last words `startxref` give, the newest first: of a file whose newest part
  /// cannot be read, an older one may.
  func targets() throws(DocumentError) -> [Int] {
    let start = max(0, size - PDFLimits.maximumTail)
    let bytes = try read(start..<size)
    let keyword = Array("startxref".utf8)
    var targets: [Int] = []
    var tries = 0
    var index = bytes.count - keyword.count
    while index >= 0, tries < PDFLimits.maximumTargets {
      if bytes[index...].starts(with: keyword) {
        tries += 1
        if let found = try? looseTail(keyword, from: start + index) {
          targets.append(found.target)
        }
      }
      index -= 1
    }
    return targets
  }

  private func looseTail(
    _ bytes: [UInt8], from start: Int
  ) throws(DocumentError) -> (target: Int, keyword: Int) {
    let keyword = Array("startxref".utf8)
    var index = bytes.count - keyword.count
    while index >= 0, !bytes[index...].starts(with: keyword) { index -= 1 }
    guard index >= 0 else { throw .pdf(.startxref, "no startxref", at: start) }
    return try parse(at: start + index, as: .startxref) { lexer throws(Malformed) in
      try lexer.expect("startxref")
      lexer.skipBlanks()
      return (try lexer.natural(), start + index)
    }
  }
}
