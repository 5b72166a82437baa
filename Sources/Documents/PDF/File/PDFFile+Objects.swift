import BroadsealBytes

extension PDFFile {
  /// Reads the indirect object at `offset`, which stands for itself: `12 0 obj … endobj`.
  ///
  /// - Parameters:
  ///   - code: what a fault in the object's first line is called.
  ///   - length: resolves an indirect `Length`; nil when it cannot.
  /// - Returns: the object and the offset after its `endobj`.
  func object(
    at offset: Int, as code: PDFCode = .xref,
    length: (PDFReference) throws(DocumentError) -> Int?
  ) throws(DocumentError) -> (PDFIndirectObject, end: Int) {
    let head = try head(at: offset, as: code)
    guard let data = head.data else { return (head.object(at: offset, data: nil), head.end) }
    let stored: Int?
    switch head.value.object.dictionary?["Length"] {
    case .integer(let count): stored = count
    case .reference(let target): stored = try length(target)
    default: stored = nil
    }
    guard let stored, stored >= 0, stored <= size - data,
      let extent = ByteRange(start: origin + data, length: stored)
    else { throw .pdf(.syntax, "a stream without a usable length", at: offset) }
    return (head.object(at: offset, data: extent), try endOfStream(at: data + stored))
  }

  /// Reads the object at `offset` up to its stream, if it has one.
  private func head(at offset: Int, as code: PDFCode) throws(DocumentError) -> PDFObjectHead {
    if let known = cache?.head(at: offset), known.end <= size { return known }
    let reference = try header(at: offset, as: code)
    let head = try parse(at: offset) { lexer throws(Malformed) -> PDFObjectHead in
      lexer.skipToObject(tolerantly: isTolerant)
      for _ in 0..<3 {
        _ = lexer.word()
        lexer.skipSpace()
      }
      let value = try lexer.value()
      lexer.skipSpace()
      var data: Int?
      if lexer.peek() == UInt8(ascii: "s") {
        try lexer.expect("stream")
        if lexer.peek() == 13 { lexer.advance() }
        guard lexer.peek() == 10 else { throw lexer.malformed("stream without a line feed") }
        lexer.advance()
        data = lexer.offset
      } else {
        try lexer.expect("endobj")
      }
      return PDFObjectHead(
        reference: reference, value: value, text: lexer.text, values: lexer.values, data: data,
        end: lexer.offset)
    }
    // Where the file ends with it, its last word could be the beginning of a longer one.
    if head.end < size { cache?.keep(head, at: offset) }
    return head
  }

  /// Reads `12 0 obj`.
  func header(at offset: Int, as code: PDFCode) throws(DocumentError) -> PDFReference {
    try parse(at: offset, as: code) { lexer throws(Malformed) in
      lexer.skipToObject(tolerantly: isTolerant)
      return try lexer.objectHeader()
    }
  }

  /// Checks that the data really end where `Length` says; returns the offset after `endobj`.
  private func endOfStream(at offset: Int) throws(DocumentError) -> Int {
    guard offset < size else { throw .pdf(.syntax, "a stream without an end", at: offset) }
    if let known = cache?.end(ofData: offset), known <= size { return known }
    let end = try parse(at: offset) { lexer throws(Malformed) in
      lexer.skipBlanks()
      try lexer.expect("endstream")
      lexer.skipSpace()
      try lexer.expect("endobj")
      return lexer.offset
    }
    if end < size { cache?.keep(end: end, ofData: offset) }
    return end
  }
}

extension PDFLexer {
  /// Moves to the number of an object, over blanks; a tolerant reader moves over comments too.
  mutating func skipToObject(tolerantly: Bool) {
    if tolerantly { skipSpace() } else { skipBlanks() }
  }

  /// Takes `12 0 obj`.
  mutating func objectHeader() throws(Malformed) -> PDFReference {
    let start = offset
    let number = try natural()
    skipSpace()
    let generation = try natural()
    skipSpace()
    try expect("obj")
    guard (1...PDFLimits.maximumObjectNumber).contains(number), generation <= 65_535 else {
      throw Malformed("an object number that is too high", at: start)
    }
    return PDFReference(number: number, generation: generation)
  }
}
