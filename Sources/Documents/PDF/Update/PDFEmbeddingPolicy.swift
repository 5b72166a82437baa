import BroadsealBytes
import BroadsealNotes

/// Whether a PDF stays what it claims to be with a store embedded.
struct PDFEmbeddingPolicy: Sendable {
  /// Why it should have a sidecar instead; nil when embedding is fine.
  let refusal: Refusal?
  /// Whether a certifying signature restricts changes: to annotations, if embedding is fine.
  let isCertified: Bool
  /// Flags of an annotation that nobody sees: hidden, but in PDF/A, which forbids that, printed
  /// without extent (ISO 19005-3 §6.3.2); locked in both.
  let annotationFlags: Int

  /// Judges `document` as it is now.
  static func of(_ document: PDFDocument) throws(DocumentError) -> PDFEmbeddingPolicy {
    if document.headerOffset > 0 {
      return PDFEmbeddingPolicy(
        Refusal(PDFCode.headerOffset, "the file does not start with %PDF-", remedy: .sidecar))
    }
    if let refusal = document.security?.refusal { return PDFEmbeddingPolicy(refusal) }
    if let irregular = document.irregularity {
      return PDFEmbeddingPolicy(
        Refusal(
          PDFCode.irregular, "not every reader would understand the file: \(irregular.reason)",
          remedy: .sidecar))
    }
    if let offset = try unlisted(in: document) {
      // Readers that search the file would show it today, and after the update what is named.
      return PDFEmbeddingPolicy(
        Refusal(
          PDFCode.irregular,
          "not every reader would understand the file: no cross-reference names what stands at \(offset)",
          remedy: .sidecar))
    }
    if let number = document.chain.returnedObject {
      return PDFEmbeddingPolicy(
        Refusal(
          PDFCode.irregular,
          "not every reader would understand the file: an update leads object \(number) back to an older one",
          remedy: .sidecar))
    }
    var resolver = document.resolver()
    let catalog = try document.catalog(in: &resolver)
    let permission = try PDFCertification.permission(of: catalog, through: &resolver)
    if let permission, permission != 3 {
      return PDFEmbeddingPolicy(
        Refusal(
          PDFCode.certified, "a certifying signature forbids changes (level \(permission))",
          remedy: .sidecar))
    }
    let conformance: PDFConformance?
    do throws(DocumentError) {
      conformance = try PDFConformance.read(catalog, through: &resolver)
    } catch {
      guard case .malformed(_, let fault) = error else { throw error }
      return PDFEmbeddingPolicy(
        Refusal(
          PDFCode.metadata, "its metadata, which may say PDF/A, cannot be read: \(fault.reason)",
          remedy: .sidecar))
    }
    return PDFEmbeddingPolicy(
      conformance.flatMap(refusal), isCertified: permission != nil,
      annotationFlags: conformance == nil ? 2 | 128 : 4 | 128)
  }

  /// Where something stands that no cross-reference names; nil where nothing does.
  private static func unlisted(in document: PDFDocument) throws(DocumentError) -> Int? {
    if let offset = try PDFUnlistedObjects(document).one(forSigned: document.size) { return offset }
    return try PDFUnlistedMembers(document).first
  }

  private static func refusal(_ conformance: PDFConformance) -> Refusal? {
    conformance.allowsEmbedding
      ? nil
      : Refusal(
        conformance.code,
        "the document says it is PDF/\(conformance.name), which allows no embedded manifest store",
        remedy: .sidecarOrInsist)
  }

  private init(_ refusal: Refusal?, isCertified: Bool = false, annotationFlags: Int = 0) {
    self.refusal = refusal
    self.isCertified = isCertified
    self.annotationFlags = annotationFlags
  }
}
