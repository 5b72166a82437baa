extension PDFCarrier {
  package var revisionEnds: [Int] {
    guard document.fault == nil else { return [] }
    return document.revisions.map { $0.end + document.file.origin }
  }

  package func changes(
    after signatures: [DocumentSignature], newest count: Int
  ) throws(DocumentError) -> [LaterChanges] {
    var census = PDFChangeCensus(document)
    return try census.changes(after: signatures, newest: count)
  }

  package func changes(after end: Int) throws(DocumentError) -> LaterChanges? {
    var census = PDFChangeCensus(document)
    return try census.changes(after: end)
  }
}
