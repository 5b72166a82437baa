/// Checks that every object stands where the cross-reference says.
///
/// A reader that rebuilds a broken table by searching the file could find other objects than a
/// reader that believes it; such a file has two readings, and this is what refuses it.
struct PDFStructureCheck {
  private let file: PDFFile
  private var block: [UInt8] = []
  private var blockStart = 0
  private var knownContainer = 0
  /// The lines that were read for another earlier state of the file, by offset.
  private var headers: [Int: PDFReference]

  init(_ file: PDFFile) {
    self.file = file
    headers = file.isCut ? file.cache?.headers ?? [:] : [:]
  }

  /// Throws unless every entry that no newer section overrides leads to its object.
  mutating func run(_ chain: PDFXRefChain) throws(DocumentError) {
    defer { if file.isCut { file.cache?.keep(headers: headers) } }
    let highest = chain.sections.compactMap(\.entries.last?.number).max() ?? 0
    var seen = [Bool](repeating: false, count: highest + 1)
    for section in chain.sections {
      for entry in PDFStructureCheck.inFileOrder(section.entries) where !seen[entry.number] {
        seen[entry.number] = true
        switch entry.location {
        case .free: break
        case .plain(let offset, let generation):
          let expected = PDFReference(number: entry.number, generation: generation)
          guard try header(at: offset) == expected else {
            throw .pdf(.xref, "object \(entry.number) is not where it should be", at: offset)
          }
        case .compressed(let container, _):
          guard container == knownContainer || isPlain(container, in: chain) else {
            throw .pdf(
              .xref, "object \(entry.number) is in an object stream that is not there",
              at: section.offset)
          }
          knownContainer = container
        }
      }
    }
  }

  /// The entries so that one block of the file serves many; sorted only where they have to be.
  private static func inFileOrder(_ entries: [PDFXRefEntry]) -> [PDFXRefEntry] {
    let offsets = entries.lazy.compactMap(\.offset)
    let inOrder = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    return inOrder ? entries : entries.sorted { ($0.offset ?? 0) < ($1.offset ?? 0) }
  }

  private func isPlain(_ number: Int, in chain: PDFXRefChain) -> Bool {
    for section in chain.sections {
      guard let entry = section.entry(number) else { continue }
      if case .plain = entry.location { return true }
      return false
    }
    return false
  }

  /// Reads `12 0 obj` from a block that serves the objects after it as well.
  private mutating func header(at offset: Int) throws(DocumentError) -> PDFReference? {
    if file.isTolerant { return try? file.header(at: offset, as: .xref) }
    guard offset >= 0, offset < file.size else { return nil }
    // Nearer to where an earlier state of the file ended, the line could be longer in a later one.
    let isWhole = offset <= file.size - PDFStructureCheck.line
    if isWhole, let known = headers[offset] { return known }
    if offset < blockStart || offset + PDFStructureCheck.line > blockStart + block.count {
      blockStart = offset
      block = try file.read(offset..<min(file.size, offset + PDFLimits.checkBlock))
    }
    let start = offset - blockStart
    let line = block[start..<min(block.count, start + PDFStructureCheck.line)]
    var lexer = PDFLexer(Array(line), base: offset)
    lexer.skipBlanks()
    let found = try? lexer.objectHeader()
    if isWhole, file.isCut, let found { headers[offset] = found }
    return found
  }

  /// Bytes that `12 0 obj` is looked for in.
  private static let line = 64
}
