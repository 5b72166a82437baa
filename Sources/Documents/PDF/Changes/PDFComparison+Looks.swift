extension PDFComparison {
  /// Whether every field that shows text has a look that is stored, so that no reader makes one of the default
  /// resources: a font that is added to those could make "00 EUR" of "100 EUR".
  mutating func looksAreStored(_ form: PDFPart?) throws(DocumentError) -> Bool {
    if let need = try old.resolve(form?["NeedAppearances"]), need.object.boolean != false {
      return false
    }
    var open = try (old.resolve(form?["Fields"])?.items ?? []).map { ($0, PDFName?.none) }
    var count = 0
    while let (part, inherited) = open.popLast() {
      count += 1
      guard count <= PDFLimits.maximumFields else {
        throw .pdf(.limit, "a form larger than the reader takes", at: part.offset)
      }
      guard let field = try old.resolve(part), field.dictionary != nil else { continue }
      let kind = try old.resolve(field["FT"])?.object.name ?? inherited
      if let kids = try old.resolve(field["Kids"])?.items, !kids.isEmpty {
        open += kids.map { ($0, kind) }
      } else if kind != "Sig" {
        guard try old.resolve(try old.resolve(field["AP"])?["N"]) != nil else { return false }
      }
    }
    return true
  }

  /// Whether every field of the form is for signatures: then nothing is drawn with its resources.
  mutating func holdsOnlySignatures(_ form: PDFPart?) throws(DocumentError) -> Bool {
    for field in try old.resolve(form?["Fields"])?.items ?? [] {
      guard let field = try old.resolve(field),
        try old.resolve(field["FT"])?.object.name == "Sig"
      else { return false }
    }
    return true
  }

  /// Whether every widget and text of a page has a look that is stored, whether a form lists it or not:
  /// readers draw one for those that have none, with the form's resources. A signature's widget shows no text.
  mutating func looksOfPagesAreStored() throws(DocumentError) -> Bool {
    var visited: Set<Int> = []
    var open = try [old.document.catalog(in: &old.resolver)["Pages"]].compactMap(\.self)
    var count = 0
    while let next = open.popLast() {
      guard let number = next.object.reference?.number, visited.insert(number).inserted,
        let page = try old.resolve(next)
      else { continue }
      open += try old.resolve(page["Kids"])?.items ?? []
      for item in try old.resolve(page["Annots"])?.items ?? [] {
        count += 1
        guard count <= PDFLimits.maximumFields else {
          throw .pdf(.limit, "more annotations than the reader takes", at: item.offset)
        }
        guard let annotation = try old.resolve(item), try !hasStoredLook(annotation) else {
          continue
        }
        return false
      }
    }
    return true
  }

  private mutating func hasStoredLook(_ annotation: PDFPart) throws(DocumentError) -> Bool {
    switch try old.resolve(annotation["Subtype"])?.object.name {
    case "Widget": if try isOfSignature(annotation) { return true }
    case "FreeText": break
    default: return true
    }
    return try old.resolve(try old.resolve(annotation["AP"])?["N"]) != nil
  }

  private mutating func isOfSignature(_ widget: PDFPart) throws(DocumentError) -> Bool {
    var part: PDFPart? = widget
    for _ in 0..<PDFLimits.maximumTreeDepth {
      guard let field = part else { return false }
      if let kind = try old.resolve(field["FT"]) { return kind.object.name == "Sig" }
      part = try old.resolve(field["Parent"])
    }
    return false
  }
}
