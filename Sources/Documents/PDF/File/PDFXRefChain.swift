import BroadsealBytes

/// All cross-reference sections of a file, newest first.
struct PDFXRefChain: Sendable {
  /// The sections in the order they override each other.
  let sections: [PDFXRefSection]

  /// Follows `Prev` from the section at `start` (ISO 32000-1 §7.5.5, §7.5.6).
  ///
  /// - Parameter strictly: otherwise the chain ends before an older section that is broken.
  init(in file: PDFFile, from start: Int, strictly: Bool) throws(DocumentError) {
    var sections: [PDFXRefSection] = []
    var visited: Set<Int> = []
    var room = PDFLimits.maximumEntries
    var next: Int? = start
    while let offset = next {
      guard visited.insert(offset).inserted else {
        if !strictly { break }
        throw .pdf(.xref, "cross-reference sections that lead to each other", at: offset)
      }
      guard sections.count < PDFLimits.maximumSections else {
        throw .pdf(.limit, "more cross-reference sections than the reader takes", at: offset)
      }
      let section: PDFXRefSection
      do throws(DocumentError) {
        section = try PDFXRefChain.section(at: offset, in: file, room: room)
      } catch {
        if strictly || sections.isEmpty { throw error }
        break
      }
      room -= section.entries.count
      sections.append(section)
      next = section.previous
    }
    self.sections = sections
  }

  /// Whether the base is linearised: its newer section near the start has a `Prev` that leads
  /// forward to the other (ISO 32000-1 Annex F).
  var isLinearised: Bool {
    let pair = sections.suffix(2)
    guard let newer = pair.first, let older = pair.last else { return false }
    return older.offset > newer.offset
  }

  /// The section at `offset`, which may be kept already.
  private static func section(
    at offset: Int, in file: PDFFile, room: Int
  ) throws(DocumentError) -> PDFXRefSection {
    if let known = file.cache?.section(at: offset), known.end <= file.size,
      known.entries.count <= room
    {
      return known
    }
    let section = try read(at: offset, in: file, room: room)
    // The stream of a hybrid section may stand anywhere, and not be there in an earlier state of the file.
    if section.end < file.size, section.trailer["XRefStm"] == nil {
      file.cache?.keep(section, at: offset)
    }
    return section
  }

  private static func read(
    at offset: Int, in file: PDFFile, room: Int
  ) throws(DocumentError) -> PDFXRefSection {
    let isTable = try file.parse(at: offset, as: .startxref) { lexer throws(Malformed) in
      lexer.skipBlanks()
      if lexer.peek() == UInt8(ascii: "x") { return true }
      do {
        _ = try lexer.objectHeader()
        return false
      } catch { throw Malformed("no cross-reference section where one should be", at: offset) }
    }
    guard isTable else { return try PDFXRefSection(stream: offset, in: file, room: room) }
    let table = try PDFXRefSection(table: offset, in: file, room: room)
    guard let hidden = table.hidden else { return table }
    let more = try PDFXRefSection(
      stream: hidden, in: file, room: room - table.entries.count)
    // The standard has nobody follow it (ISO 32000-2 §7.5.8.4); pdf.js does, after the table's own.
    guard file.isLenient || more.previous == nil || more.previous == table.previous else {
      throw .pdf(
        .ambiguous, "the stream of a hybrid section leads to a section of its own", at: hidden)
    }
    return try table.adding(more, tolerantly: file.isTolerant)
  }
}
