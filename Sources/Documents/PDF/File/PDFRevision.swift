import BroadsealBytes

/// One state of the document: the base, or the base with some incremental updates.
struct PDFRevision: Sendable {
  /// Index of its newest section in the chain; what follows it in the chain is older.
  let section: Int
  /// Where the bytes of this revision begin: the end of the one before it.
  let start: Int
  /// Where they end: after the line of its `%%EOF`.
  let end: Int

  /// Whether a byte of the revision stands at `offset`.
  func contains(_ offset: Int) -> Bool { (start..<end).contains(offset) }

  /// The revisions that the sections of a chain make, oldest first.
  ///
  /// A linearised base has two sections; everywhere else `Prev` has to lead back. Two sections that
  /// follow one another without a `startxref` between them belong to one revision: Acrobat writes a
  /// table and, for readers of streams, a second table of nothing but a trailer behind it.
  static func list(
    of chain: PDFXRefChain, in file: PDFFile
  ) throws(DocumentError) -> [PDFRevision] {
    var ends: [(section: Int, end: Int)] = []
    var index = chain.sections.count - 1
    if chain.isLinearised {
      let end = try PDFRevision.end(of: chain.sections[index], named: nil, in: file)
      ends.append((index - 1, end))
      index -= 2
    }
    while index >= 0 {
      let section = chain.sections[index]
      guard section.offset >= ends.last?.end ?? 0 else {
        throw .pdf(.ambiguous, "an update that does not follow what it updates", at: section.offset)
      }
      var isJoined = false
      if index > 0 {
        isJoined = try PDFRevision.joins(section, chain.sections[index - 1], in: file)
      }
      if !isJoined {
        ends.append((index, try PDFRevision.end(of: section, named: section.offset, in: file)))
      }
      index -= 1
    }
    var start = 0
    return ends.map { section, end in
      defer { start = end }
      return PDFRevision(section: section, start: start, end: end)
    }
  }

  /// Whether `newer` stands right behind `older`.
  private static func joins(
    _ older: PDFXRefSection, _ newer: PDFXRefSection, in file: PDFFile
  ) throws(DocumentError) -> Bool {
    guard newer.offset >= older.end else { return false }
    func start(_ offset: Int) throws(DocumentError) -> Int {
      try file.parse(at: offset, as: .startxref) { lexer throws(Malformed) in
        lexer.skipBlanks()
        return lexer.offset
      }
    }
    return try start(older.end) == start(newer.offset)
  }

  /// Reads `startxref`, the offset and `%%EOF` after a section; returns the offset after the line.
  ///
  /// - Parameter offset: what `startxref` has to say; nil when it speaks of another section.
  private static func end(
    of section: PDFXRefSection, named offset: Int?, in file: PDFFile
  ) throws(DocumentError) -> Int {
    try file.parse(at: section.end, as: .startxref) { lexer throws(Malformed) in
      lexer.skipSpace()
      let keyword = lexer.offset
      try lexer.expect("startxref")
      lexer.skipPlainBlanks()
      let start = lexer.offset
      let target = try lexer.natural()
      guard offset == nil || target == offset else {
        throw Malformed("startxref does not name the section before it", at: start)
      }
      lexer.skipPlainBlanks()
      for expected in "%%EOF".utf8 {
        guard lexer.peek() == expected else { throw lexer.malformed("expected %%EOF") }
        lexer.advance()
      }
      guard lexer.offset - keyword <= PDFLimits.maximumEndOfRevision || file.isLenient else {
        throw Malformed("blanks in which readers lose the end of a revision", at: keyword)
      }
      if lexer.peek() == 13 { lexer.advance() }
      if lexer.peek() == 10 { lexer.advance() }
      return lexer.offset
    }
  }
}
