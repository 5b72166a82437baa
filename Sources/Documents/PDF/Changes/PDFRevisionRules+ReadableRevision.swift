extension PDFRevisionRules {
  /// The file cut where the signature ends.
  var signedFile: PDFFile { document.file.cut(at: end) }

  /// The signed revision alone is a readable document (FILE-5): it is what the signer saw.
  func read(_ file: PDFFile) throws(DocumentError) -> PDFDocument {
    let signed = try PDFDocument(file, headerOffset: document.headerOffset)
    var resolver = signed.resolver()
    _ = try signed.catalog(in: &resolver)
    return signed
  }
}
