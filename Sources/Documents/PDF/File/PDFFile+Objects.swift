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
    let reference = try header(at: offset, as: code)
    let (value, text, values, data, end) = try parse(at: offset) {
      lexer throws(Malformed) -> (PDFValue, PDFText, Int, Int?, Int) in
      lexer.skipToObject(tolerantly: isTolerant)
      for _ in 0..<3 {
        _ = lexer.word()
        lexer.skipSpace()
      }
      let value = try lexer.value()
      lexer.skipSpace()
      if lexer.peek() == UInt8(ascii: "s") {
        try lexer.expect("stream")
        if lexer.peek() == 13 { lexer.advance() }
        guard lexer.peek() == 10 else { throw lexer.malformed("stream without a line feed") }
        lexer.advance()
        return (value, lexer.text, lexer.values, lexer.offset, 0)
      }
      try lexer.expect("endobj")
      return (value, lexer.text, lexer.values, nil, lexer.offset)
    }
    guard let data else {
      let object = PDFIndirectObject(
        reference: reference, value: value, text: text, values: values, container: nil, data: nil,
        offset: offset)
      return (object, end)
    }
    let stored: Int?
    switch value.object.dictionary?["Length"] {
    case .integer(let count): stored = count
    case .reference(let target): stored = try length(target)
    default: stored = nil
    }
    guard let stored, stored >= 0, stored <= size - data,
      let extent = ByteRange(start: origin + data, length: stored)
    else { throw .pdf(.syntax, "a stream without a usable length", at: offset) }
    let object = PDFIndirectObject(
      reference: reference, value: value, text: text, values: values, container: nil, data: extent,
      offset: offset)
    return (object, try endOfStream(at: data + stored))
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
    return try parse(at: offset) { lexer throws(Malformed) in
      lexer.skipBlanks()
      try lexer.expect("endstream")
      lexer.skipSpace()
      try lexer.expect("endobj")
      return lexer.offset
    }
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
