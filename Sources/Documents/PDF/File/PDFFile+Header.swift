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
      throw try breaksOff
        ? .pdf(.truncated, "the file ends before its last %%EOF", at: size)
        : .pdf(.trailing, "the file does not end with %%EOF", at: near + end)
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

  /// Whether the file, which does not end with `%%EOF`, was cut off: what stands behind the last one, or all of it where
  /// there is none, begins as a revision does and has no end. Anything else was put there, or changed.
  private var breaksOff: Bool {
    get throws(DocumentError) {
      let last = try lastMark
      guard try last.map({ place throws(DocumentError) in try isRevision(at: place) }) ?? true
      else { return false }
      let start = max(last ?? 0, size - PDFLimits.maximumTail)
      let rest = try read(start..<size)
      let keyword = Array("startxref".utf8)
      var index = rest.count - keyword.count
      while index >= 0, !rest[index...].starts(with: keyword) { index -= 1 }
      guard index >= 0 else { return true }
      // The offset is there: nothing but a part of the mark may follow it.
      var end = index + keyword.count
      while end < rest.count, PDFLexer.isSpace(rest[end]) { end += 1 }
      while end < rest.count, PDFLexer.isDigit(rest[end]) { end += 1 }
      while end < rest.count, PDFLexer.isSpace(rest[end]) { end += 1 }
      return "%%EOF".utf8.starts(with: rest[end...])
    }
  }

  /// Where the last `%%EOF` of the file ends; nil where there is none.
  private var lastMark: Int? {
    get throws(DocumentError) {
      let mark = Array("%%EOF".utf8)
      var end = size
      while end > 0 {
        let start = max(0, end - PDFLimits.maximumTail)
        let block = try read(start..<min(size, end + mark.count - 1))
        var index = block.count - mark.count
        while index >= 0, !block[index...].starts(with: mark) { index -= 1 }
        if index >= 0 { return start + index + mark.count }
        end = start
      }
      return nil
    }
  }

  /// Whether an object or a cross-reference table begins at `offset`, behind white space.
  private func isRevision(at offset: Int) throws(DocumentError) -> Bool {
    let bytes = try read(offset..<min(size, offset + 64)).drop(while: PDFLexer.isSpace)
    if bytes.starts(with: "xref".utf8) { return true }
    let words = bytes.split(maxSplits: 3, whereSeparator: PDFLexer.isSpace)
    return words.count > 2 && words[0].allSatisfy(PDFLexer.isDigit)
      && words[1].allSatisfy(PDFLexer.isDigit) && words[2].starts(with: "obj".utf8)
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
