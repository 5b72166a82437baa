import BroadsealFiles

/// Whether two ways of counting offsets in one file lead to the same document.
///
/// With one line feed before `%PDF-`, a reader that counts from the header comes to each object, and so
/// does one that counts from the first byte: it meets the blank that stands before the object.
enum PDFReadings {
  /// Whether both come to the same sections, and through them to the same objects.
  static func agree(_ one: PDFDocument, _ other: PDFDocument) throws(DocumentError) -> Bool {
    guard one.chain.sections.count == other.chain.sections.count else { return false }
    for (section, twin) in zip(one.chain.sections, other.chain.sections) {
      guard section.end + one.file.origin == twin.end + other.file.origin,
        section.entries == twin.entries,
        try meet(section.offset, in: one.file, twin.offset, in: other.file)
      else { return false }
      for entry in section.entries {
        guard let offset = entry.offset else { continue }
        guard try meet(offset, in: one.file, offset, in: other.file) else { return false }
      }
    }
    return true
  }

  /// Whether nothing but blanks stands between two offsets.
  private static func meet(
    _ offset: Int, in file: PDFFile, _ twin: Int, in other: PDFFile
  ) throws(DocumentError) -> Bool {
    let places = [offset + file.origin, twin + other.origin].sorted()
    guard places[0] >= 0, places[1] <= file.source.size else { return false }
    let whole = PDFFile(source: file.source, origin: 0, end: file.source.size)
    return try whole.read(places[0]..<places[1]).allSatisfy(PDFLexer.isSpace)
  }
}
