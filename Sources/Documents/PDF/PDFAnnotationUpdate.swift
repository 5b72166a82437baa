import Bytes

/// Refers to a store from the first page: the form for a certified document (C2PA 2.5 §A.4.2.1),
/// where level 3 permits new annotations and no new embedded file.
struct PDFAnnotationUpdate {
  private let document: PDFDocument
  private var resolver: PDFResolver
  private let codec: PDFStringCodec

  init(_ document: PDFDocument) {
    self.document = document
    resolver = document.resolver()
    codec = PDFStringCodec(security: document.security)
  }

  /// Adds an annotation without extent to the first page.
  ///
  /// - Parameter flags: annotation flags (ISO 32000-1 §12.5.3).
  mutating func add(
    to update: inout PDFUpdate, specification: PDFReference, flags: Int
  ) throws(DocumentError) {
    let page = try firstPage()
    guard let home = page.home else {
      throw .pdf(.syntax, "a page that is no object of its own", at: page.offset)
    }
    let own = try update.newReference()
    update.add(
      own,
      """
      << /Type /Annot /Subtype /FileAttachment /Rect [0 0 0 0] /F \(flags) /P \(home.text) \
      /FS \(specification.text) >>
      """.utf8)
    let list = try resolver.resolve(page["Annots"])
    let context = list?.home ?? home
    let strings: PDFStringContext = document.security == nil ? .plain : .object(context)
    var items = try (list?.items ?? []).map { item throws(DocumentError) in
      try codec.copy(item, into: strings)
    }
    items.append(Array(own.text.utf8))
    let text = Array("[".utf8) + items.joined(separator: [32]) + Array("]".utf8)
    if list?.home != nil {
      update.add(context, text)
    } else {
      var edit = PDFDictionaryEdit()
      edit.set("Annots", text)
      update.add(home, try edit.text(of: page, into: strings, codec: codec))
    }
  }

  private mutating func firstPage() throws(DocumentError) -> PDFPart {
    let catalog = try document.catalog(in: &resolver)
    var node = try resolver.resolve(catalog["Pages"])
    for _ in 0..<PDFLimits.maximumTreeDepth {
      guard let here = node else { break }
      if here["Type"]?.object.name == "Page" { return here }
      // A branch without pages cannot be the first of them.
      let kids = try resolver.resolve(here["Kids"])?.items ?? []
      node = nil
      for kid in kids.prefix(PDFLimits.maximumTreeDepth) {
        guard let branch = try resolver.resolve(kid) else { continue }
        let isEmpty = branch["Count"]?.object.integer == 0
        if !isEmpty {
          node = branch
          break
        }
      }
    }
    throw .refused(Refusal("PDF-PAGES", "the document has no first page", remedy: .sidecar))
  }
}
