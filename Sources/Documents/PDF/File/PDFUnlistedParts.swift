/// Everything in a file that no cross-reference names, and that a reader may show all the same (FILE-3).
struct PDFUnlistedParts {
  private let objects: PDFUnlistedObjects
  private let members: PDFUnlistedMembers
  private let text: PDFStrayText
  /// The end of the signed bytes that it can be asked of, and all later ones.
  let start: Int

  /// Looks through all bytes of a file, and between the objects behind the first `start`.
  init(_ document: PDFDocument, from start: Int) throws(DocumentError) {
    self.start = start
    objects = try PDFUnlistedObjects(document)
    members = try PDFUnlistedMembers(document)
    text = try PDFStrayText(document, members, from: start)
  }

  /// Where an object stands that no cross-reference names; nil where there is none.
  ///
  /// - Parameter end: where the signed bytes end: what is signed in them as a stream's data does not count.
  func object(forSigned end: Int) -> Int? { objects.one(forSigned: end) }

  /// What else there is, in the signed bytes before `end` too: a later revision can lead readers to it, or between
  /// what stands behind them; nil where there is nothing.
  func reason(behind end: Int) -> String? {
    if let offset = members.first {
      return "the stream at offset \(offset) holds what no cross-reference names"
    }
    if let offset = text.trailer {
      return "a trailer at offset \(offset) that is no section's"
    }
    return text.gap(from: end).map { offset in
      "text at offset \(offset) that is no part of an object or a section"
    }
  }
}
