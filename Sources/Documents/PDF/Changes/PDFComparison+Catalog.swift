extension PDFComparison {
  /// Entries of the catalog that a rule of their own speaks of.
  private static let known: Set<PDFName> = [
    "DSS", "AcroForm", "Extensions", "Version", "Metadata", "AF", "Names",
  ]

  /// The catalog keeps everything but what a rule of its own speaks of (OBJ-2).
  mutating func compareCatalogs() throws(DocumentError) {
    let one = try old.document.catalog(in: &old.resolver)
    let other = try new.document.catalog(in: &new.resolver)
    if one.home == other.home {
      explain(one.home)
      if replaced(one) != nil, let number = one.home?.number, differences(one, other) != [] {
        _ = isUsed(number, times: 1)
      }
    }
    if differences(one, other).contains(where: { !PDFComparison.known.contains($0) }) {
      note(.changed, .catalog, "the catalog says something else")
    }
    if !isSame(one["Version"], other["Version"]) {
      let isName = other["Version"]?.object.name != nil
      note(isName ? .evidence : .changed, .catalog, "the version was raised")
    }
    try compareExtensions(one["Extensions"], other["Extensions"])
    try compareStores(one["DSS"], other["DSS"])
    try compareForms(one["AcroForm"], other["AcroForm"])
    try comparePages(one["Pages"])
    try compareMetadata(one["Metadata"], other["Metadata"], .catalog)
    try compareLabels(one, other)
  }

  /// Only extensions that a signature may need are declared anew.
  private mutating func compareExtensions(
    _ one: PDFPart?, _ other: PDFPart?
  ) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    let differences = differences(before, after)
    if !isSame(one, other) || !differences.isEmpty {
      let isKnown = differences.allSatisfy { key in
        after?[key] != nil
          && (key == "ESIC" || key == "ADBE" || key.bytes.starts(with: "ISO_".utf8))
      }
      let isDictionary = after?.dictionary != nil && before.map { $0.dictionary != nil } ?? true
      note(
        isKnown && isDictionary ? .evidence : .changed, .catalog, "an extension was declared")
    }
    guard let number = replaced(before), before?.home == after?.home else { return }
    if differences.isEmpty || isUsed(number, times: 1) { explain(before?.home) }
  }
}
