extension PDFRevisionRules {
  /// No signature of the signed revision is gone from the whole file (FILE-6).
  func hasLostSignature(of signed: PDFDocument) throws(DocumentError) -> Bool {
    var before = PDFSignatureFinder(signed)
    var after = PDFSignatureFinder(document)
    let kept = Set(try after.run().map(\.offset))
    return try before.run().contains { !kept.contains($0.offset) }
  }
}
