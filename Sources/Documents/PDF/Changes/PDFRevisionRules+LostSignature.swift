extension PDFRevisionRules {
  /// No signature of the signed revision is gone from the whole file (FILE-6).
  ///
  /// - Parameter kept: the signatures of the whole file. They are not read again: a file with many
  ///   signatures is compared as often.
  func hasLostSignature(
    of signed: PDFDocument, kept: PDFKnownSignatures
  ) throws(DocumentError) -> Bool {
    var before = PDFSignatureFinder(signed, passingOver: kept.offsets)
    return try before.run().contains { !kept.offsets.contains($0.offset) }
  }
}
