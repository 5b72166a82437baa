import BroadsealBytes

/// The update that gives a document a manifest store, or takes it away.
enum PDFStoreUpdate {
  /// What follows the document so that it carries a store of `storeSize` bytes; the same bytes for
  /// the same document, size, signature, proofs and time.
  ///
  /// - Parameter storeSize: nil where the document keeps the store that it has, or has none.
  static func pieces(
    for document: PDFDocument, storeSize: Int?, policy: PDFEmbeddingPolicy,
    signature: PDFSignatureRoom? = nil, proofs: ValidationData = ValidationData(),
    time: UTCTime? = nil
  ) throws(DocumentError) -> [Piece] {
    var update = try start(document)
    let specification = try storeSize.map { size throws(DocumentError) in
      try addStore(of: size, to: &update, for: document, at: time)
    }
    var annotations: [PDFReference] = []
    let page = PDFAnnotationUpdate(document)
    if policy.isCertified, let specification {
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
    var security = PDFSecurityStoreUpdate(document)
    entries += try security.add(proofs, to: &update, isStamped: signature?.kind == .timeStamp)
    var catalog = try PDFCatalogUpdate(document)
    if specification == nil {
      try catalog.add(to: &update, entries: entries)
    } else {
      try catalog.add(
        to: &update, specification: specification, naming: !policy.isCertified, entries: entries)
    }
    return try update.finish()
  }

  /// Adds the store and its file specification.
  private static func addStore(
    of size: Int, to update: inout PDFUpdate, for document: PDFDocument, at time: UTCTime?
  ) throws(DocumentError) -> PDFReference {
    let codec = PDFStringCodec(security: document.security)
    let specification = try update.newReference()
    let stream = try update.newReference()
    try update.add(
      specification, try PDFFileSpecification.text(specification, stream: stream, codec: codec))
    try update.addStore(
      stream,
      dictionary: try PDFFileSpecification.stream(stream, size: size, time: time, codec: codec),
      length: size)
    return specification
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
