import BroadsealBytes

/// Adds annotations without extent to the first page: one that refers to a store, the form for a
/// certified document (C2PA 2.5 §A.4.2.1), where level 3 permits new annotations and no new embedded
/// file; and the widget of a signature.
struct PDFAnnotationUpdate {
  private let document: PDFDocument
  private let codec: PDFStringCodec

  init(_ document: PDFDocument) {
    self.document = document
    codec = PDFStringCodec(security: document.security)
  }

  /// The first page.
  func reference() throws(DocumentError) -> PDFReference {
    var resolver = document.resolver()
    return try home(of: firstPage(&resolver))
  }

  /// Adds the annotation that refers to a store; `list` puts it on the page.
  ///
  /// - Parameter flags: annotation flags (ISO 32000-1 §12.5.3).
  func attach(
    _ specification: PDFReference, to update: inout PDFUpdate, flags: Int
  ) throws(DocumentError) -> PDFReference {
    let page = try reference()
    let own = try update.newReference()
    try update.add(
      own,
      """
      << /Type /Annot /Subtype /FileAttachment /Rect [0 0 0 0] /F \(flags) /P \(page.text) \
      /FS \(specification.text) >>
      """.utf8)
    return own
  }

  /// Puts new annotations on the page.
  func list(
    _ annotations: [PDFReference], in update: inout PDFUpdate
  ) throws(DocumentError) {
    var resolver = document.resolver()
    let page = try firstPage(&resolver)
    let home = try home(of: page)
    let list = try resolver.resolve(page["Annots"])
    let context = list?.home ?? home
    let strings: PDFStringContext = document.security == nil ? .plain : .object(context)
    var items = try (list?.items ?? []).map { item throws(DocumentError) in
      try codec.copy(item, into: strings)
    }
    items += annotations.map { Array($0.text.utf8) }
    let text = Array("[".utf8) + items.joined(separator: [32]) + Array("]".utf8)
    if list?.home != nil {
      try update.add(context, text)
    } else {
      var edit = PDFDictionaryEdit()
      edit.set("Annots", text)
      try update.add(home, try edit.text(of: page, into: strings, codec: codec))
    }
  }

  private func home(of page: PDFPart) throws(DocumentError) -> PDFReference {
    guard let home = page.home else {
      throw .pdf(.syntax, "a page that is no object of its own", at: page.offset)
    }
    return home
  }

  private func firstPage(_ resolver: inout PDFResolver) throws(DocumentError) -> PDFPart {
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
    throw .refused(Refusal(PDFCode.pages, remedy: .sidecar))
  }
}
