/// The standard security handler (ISO 32000-2 §7.6.4).
struct PDFSecurity: Sendable {
  /// Why nothing can be embedded.
  let refusal: Refusal?

  /// Reads `Encrypt` of the newest trailer; nil when the document is not encrypted.
  static func read(
    _ section: PDFXRefSection, through resolver: PDFResolver
  ) throws(DocumentError) -> PDFSecurity? {
    guard section.trailer["Encrypt"] != nil else { return nil }
    return PDFSecurity(
      refusal: Refusal("PDF-ENCRYPTED", "the document is encrypted", remedy: .sidecar))
  }

  /// Whether an embedded file stays as it is under `filter`, the stream's own crypt filter.
  func leavesEmbeddedFilesClear(_ filter: PDFName?) -> Bool { filter == "Identity" }

  /// The data of a stream as they were before encryption.
  func decrypt(
    _ data: [UInt8], of stream: PDFIndirectObject
  ) throws(DocumentError) -> [UInt8] { throw closed(at: stream.offset) }

  /// A string of the object `reference` as it was before encryption.
  func decrypt(
    string: [UInt8], of reference: PDFReference
  ) throws(DocumentError) -> [UInt8] { throw closed(at: 0) }

  /// A string as it has to stand in the object `reference`.
  func encrypt(
    string: [UInt8], of reference: PDFReference
  ) throws(DocumentError) -> [UInt8] { throw closed(at: 0) }

  private func closed(at offset: Int) -> DocumentError {
    refusal.map(DocumentError.refused) ?? .pdf(.encryption, "no key", at: offset)
  }
}
