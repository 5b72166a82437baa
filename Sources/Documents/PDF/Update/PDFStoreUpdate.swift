import BroadsealBytes

/// The update that gives a document a manifest store, or takes it away.
enum PDFStoreUpdate {
  /// What follows the document so that it carries a store of `storeSize` bytes; the same bytes for
  /// the same document, size and signature.
  static func pieces(
    for document: PDFDocument, storeSize: Int, policy: PDFEmbeddingPolicy,
    signature: PDFSignatureRoom? = nil
  ) throws(DocumentError) -> [Piece] {
    var update = try start(document)
    let specification = try update.newReference()
    let stream = try update.newReference()
    try update.add(
      specification,
      try PDFFileSpecification.text(
        specification, stream: stream, codec: PDFStringCodec(security: document.security)))
    try update.addStore(
      stream,
      dictionary: PDFFileSpecification.stream(
        size: storeSize, encrypted: document.security != nil),
      length: storeSize)
    var annotations: [PDFReference] = []
    let page = PDFAnnotationUpdate(document)
    if policy.isCertified {
      annotations.append(
        try page.attach(specification, to: &update, flags: policy.annotationFlags))
    }
    var entries: [(key: PDFName, value: [UInt8])] = []
    if let signature {
      var form = PDFFormUpdate(document)
      let field = try form.addField(signature, to: &update, on: page.reference())
      annotations.append(field)
      if let value = try form.list(field, in: &update) { entries.append(("AcroForm", value)) }
    }
    if !annotations.isEmpty { try page.list(annotations, in: &update) }
    var catalog = try PDFCatalogUpdate(document)
    try catalog.add(
      to: &update, specification: specification, naming: !policy.isCertified, entries: entries)
    return try update.finish()
  }

  /// What follows the document so that its catalog names no manifest store.
  static func removal(for document: PDFDocument) throws(DocumentError) -> [Piece] {
    var update = try start(document)
    var catalog = try PDFCatalogUpdate(document)
    try catalog.add(to: &update, specification: nil, naming: true)
    return try update.finish()
  }

  private static func start(_ document: PDFDocument) throws(DocumentError) -> PDFUpdate {
    var resolver = document.resolver()
    let catalog = try document.catalog(in: &resolver)
    return try PDFUpdate(
      document,
      numberingFrom: PDFCatalogUpdate.firstFreeNumber(of: document, catalog: catalog))
  }
}

extension PDFDocument {
  /// Puts `pieces` after the last byte.
  func appending(_ pieces: [Piece]) throws(DocumentError) -> Edit {
    guard let end = ByteRange(start: file.end, length: 0) else {
      throw .pdf(.limit, "a file of no size", at: 0)
    }
    return Edit(end, with: pieces)
  }
}
