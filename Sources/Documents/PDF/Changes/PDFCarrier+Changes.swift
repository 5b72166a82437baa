extension PDFCarrier {
  package func changes(
    after signatures: [DocumentSignature]
  ) throws(DocumentError) -> [LaterChanges] {
    var census = PDFChangeCensus(document)
    return try census.changes(after: signatures)
  }

  package func changes(after end: Int) throws(DocumentError) -> LaterChanges? {
    var census = PDFChangeCensus(document)
    return try census.changes(after: end)
  }
}
