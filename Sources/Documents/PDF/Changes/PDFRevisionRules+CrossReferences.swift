import BroadsealNotes

extension PDFRevisionRules {
  /// The chain of cross-reference sections is complete and has no loop (FILE-2), and nothing had to be
  /// repaired to read it (FILE-3).
  ///
  /// The reader makes no difference between the two but by its code.
  func rule(of fault: DocumentError) -> LaterRule {
    guard case .malformed(let code, _) = fault else { return .noRepair }
    switch code {
    case PDFCode.trailing.code, PDFCode.truncated.code: return .endOfFile
    case PDFCode.startxref.code: return .crossReferences
    default: return .noRepair
    }
  }

  /// Whether every later section has a `Size` that is right, or larger by little (FILE-2): readers give up
  /// sections that have none, or an absurd one, and search the file for objects.
  func laterSectionsSayTheirSize(after signed: PDFDocument) -> Bool {
    let sections = document.chain.sections
    let later = sections.count - signed.chain.sections.count
    var highest = 0
    for (place, section) in sections.enumerated().reversed() {
      highest = max(highest, section.entries.last?.number ?? 0)
      guard place < later else { continue }
      guard let size = section.trailer["Size"]?.integer, size > highest,
        size - highest <= PDFRevisionRules.maximumUnused
      else { return false }
    }
    return true
  }

  /// How many numbers more than are used a section may count.
  private static let maximumUnused = 4_096

  /// The first object of the signed revision that a later hybrid section takes away from some readers and
  /// not from others (FILE-2): its table frees the number, its stream leads to an object.
  ///
  /// The standard has the stream's word count (ISO 32000-1 §7.5.8.4); pdf.js and MuPDF take the table's. A
  /// signed sentence can be hidden so, and nothing has moved.
  func veiledObject(after signed: PDFDocument) -> Int? {
    let sections = document.chain.sections
    let later = sections.count - signed.chain.sections.count
    for (place, section) in sections.prefix(later).enumerated() {
      let before = sections[(place + 1)...]
      if let number = section.veiled.sorted().first(where: { isSeen($0, by: before) }) {
        return number
      }
    }
    return nil
  }

  /// Whether a reader that takes a table's word before its stream's finds an object through `sections`.
  private func isSeen(_ number: Int, by sections: ArraySlice<PDFXRefSection>) -> Bool {
    for section in sections {
      guard let entry = section.entry(number) else { continue }
      return entry.location != .free && !section.veiled.contains(number)
    }
    return false
  }
}
