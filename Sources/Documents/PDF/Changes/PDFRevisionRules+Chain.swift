extension PDFRevisionRules {
  /// The chain of cross-reference sections leads through the signed revision's own last section
  /// (FILE-4): a chain around it would show another document.
  func leadsThrough(_ signed: PDFDocument) -> Bool {
    let (own, all) = (signed.chain.sections, document.chain.sections)
    return own.count <= all.count
      && zip(own, all.suffix(own.count)).allSatisfy {
        $0.offset == $1.offset && $0.end == $1.end && $0.entries == $1.entries
      }
  }
}
