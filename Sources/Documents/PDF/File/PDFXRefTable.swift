import BroadsealBytes

extension PDFXRefSection {
  /// Reads the classic table at `offset` and its trailer (ISO 32000-1 §7.5.4, §7.5.5).
  init(table offset: Int, in file: PDFFile, room: Int) throws(DocumentError) {
    var position = try file.parse(at: offset, as: .startxref) { lexer throws(Malformed) in
      lexer.skipBlanks()
      try lexer.expect("xref")
      return lexer.offset
    }
    var entries: [PDFXRefEntry] = []
    var isPlain = true
    while let head = try PDFXRefSection.subsection(
      at: position, isFirst: entries.isEmpty, in: file)
    {
      let (first, count, start) = (head.first, head.count, head.start)
      isPlain = isPlain && head.isPlain
      guard isPlain || file.isTolerant else {
        throw .pdf(.xref, "a subsection of a table that not every reader takes", at: position)
      }
      guard count <= room - entries.count else {
        throw .pdf(.limit, "more cross-reference entries than the reader takes", at: position)
      }
      position =
        try file.isTolerant
        ? PDFXRefSection.readLoosely(count: count, from: first, at: start, in: file, into: &entries)
        : PDFXRefSection.read(count: count, from: first, at: start, in: file, into: &entries)
      isPlain = isPlain && position == start + count * 20
    }
    let trailer = try file.parse(at: position, as: .xref) { lexer throws(Malformed) in
      lexer.skipSpace()
      let keyword = lexer.offset
      try lexer.expect("trailer")
      let value = try lexer.value()
      guard let dictionary = value.object.dictionary else {
        throw Malformed("a trailer that is no dictionary", at: value.bounds.lowerBound)
      }
      return (dictionary, lexer.text, keyword, lexer.offset)
    }
    self.init(
      offset: offset, form: .table,
      entries: try PDFXRefSection.sorted(entries, at: offset, takingLast: file.isLenient),
      trailer: trailer.0, text: trailer.1,
      previous: try PDFXRefSection.offset("Prev", in: trailer.0, at: position),
      hidden: try PDFXRefSection.offset("XRefStm", in: trailer.0, at: position),
      keyword: trailer.2, end: trailer.3)
    self.isPlain = isPlain
  }

  /// The line before the entries of a subsection.
  private struct Head {
    /// The number of the first entry, and how many there are.
    let first, count: Int
    /// Where they start.
    let start: Int
    /// Whether it is `0 12`, one blank more at most, and a line end; and stands behind the entry before it.
    let isPlain: Bool
  }

  /// The head of the subsection at `offset`; nil at the trailer.
  private static func subsection(
    at offset: Int, isFirst: Bool, in file: PDFFile
  ) throws(DocumentError) -> Head? {
    try file.parse(at: offset, as: .xref) { lexer throws(Malformed) in
      let start = lexer.offset
      // Readers know no comments here.
      if file.isTolerant { lexer.skipBlanks() } else { lexer.skipPlainBlanks() }
      var isPlain = isFirst || lexer.offset == start
      if file.isTolerant, lexer.peek() == UInt8(ascii: "%") {
        lexer.skipSpace()
        isPlain = false
      }
      if lexer.peek() == UInt8(ascii: "t") { return nil }
      let first = try lexer.natural()
      let gap = lexer.offset
      isPlain = isPlain && lexer.peek() == 32
      if file.isTolerant { lexer.skipBlanks() } else { lexer.skipPlainBlanks() }
      isPlain = isPlain && lexer.offset == gap + 1
      let count = try lexer.natural()
      guard first <= PDFLimits.maximumObjectNumber else {
        throw lexer.malformed("an object number that is too high")
      }
      let behind = lexer.offset
      while lexer.peek() == 32 { lexer.advance() }
      isPlain = isPlain && lexer.offset <= behind + 1
      let end = lexer.offset
      if lexer.peek() == 13 { lexer.advance() }
      if lexer.peek() == 10 { lexer.advance() }
      isPlain = isPlain && lexer.offset > end && (count > 0 || first == 0)
      return Head(first: first, count: count, start: lexer.offset, isPlain: isPlain)
    }
  }

  /// Reads `count` entries of 20 bytes; returns the offset after them.
  private static func read(
    count: Int, from first: Int, at start: Int, in file: PDFFile,
    into entries: inout [PDFXRefEntry]
  ) throws(DocumentError) -> Int {
    guard count <= (file.size - start) / 20 else {
      throw .pdf(.xref, "a cross-reference table longer than the file", at: start)
    }
    let block = 16_384
    var done = 0
    while done < count {
      let now = min(block, count - done)
      let position = start + done * 20
      let bytes = try file.read(position..<position + now * 20)
      for index in 0..<now {
        let line = bytes[index * 20..<index * 20 + 20]
        guard let location = location(of: line),
          let entry = PDFXRefEntry(number: first + done + index, location)
        else { throw .pdf(.xref, "a malformed cross-reference entry", at: position + index * 20) }
        entries.append(entry)
      }
      done += now
    }
    return start + count * 20
  }

  /// Reads ten digits, a space, five digits, a space, `n` or `f`, and two bytes of line end.
  private static func location(of line: ArraySlice<UInt8>) -> PDFXRefEntry.Location? {
    let start = line.startIndex
    let ends: [(UInt8, UInt8)] = [(32, 10), (32, 13), (13, 10)]
    guard ends.contains(where: { $0 == (line[start + 18], line[start + 19]) }) else { return nil }
    return fields(of: line)
  }

  /// Reads `count` entries whose lines end in one to three blanks; returns the offset after them.
  private static func readLoosely(
    count: Int, from first: Int, at start: Int, in file: PDFFile,
    into entries: inout [PDFXRefEntry]
  ) throws(DocumentError) -> Int {
    guard count <= (file.size - start) / 19 else {
      throw .pdf(.xref, "a cross-reference table longer than the file", at: start)
    }
    var position = start
    var block: [UInt8] = []
    var blockStart = start
    for done in 0..<count {
      if position + 21 > blockStart + block.count {
        blockStart = position
        block = try file.read(position..<min(file.size, position + 65_536))
      }
      let line = block[(position - blockStart)...].prefix(21)
      let blanks = line.dropFirst(18).prefix(while: PDFLexer.isSpace).count
      guard line.count > 18, blanks > 0, let location = fields(of: line),
        let entry = PDFXRefEntry(number: first + done, location)
      else { throw .pdf(.xref, "a malformed cross-reference entry", at: position) }
      entries.append(entry)
      position += 18 + blanks
    }
    return position
  }

  /// Reads an entry up to its `n` or `f`.
  private static func fields(of line: ArraySlice<UInt8>) -> PDFXRefEntry.Location? {
    let start = line.startIndex
    guard let offset = PDFLexer.natural(line[start..<start + 10]), line[start + 10] == 32,
      let generation = PDFLexer.natural(line[start + 11..<start + 16]), line[start + 16] == 32
    else { return nil }
    switch line[start + 17] {
    case UInt8(ascii: "n"): return .plain(offset: offset, generation: generation)
    case UInt8(ascii: "f"): return .free
    default: return nil
    }
  }

  /// The offset under `key`, which has to be a direct integer.
  static func offset(
    _ key: PDFName, in trailer: PDFDictionary, at position: Int
  ) throws(DocumentError) -> Int? {
    guard let value = trailer[key] else { return nil }
    guard let offset = value.integer, offset >= 0 else {
      throw .pdf(.xref, "a trailer with a link that is no offset", at: position)
    }
    return offset
  }
}
