import BroadsealDocuments
import BroadsealProvenance

/// A document, the store that was found for it, and what was found out about both.
struct AssetValidation: Sendable {
  /// The document.
  let document: Document
  /// Where the store was.
  let found: FoundStore
  /// The store, as received.
  let store: ManifestStore
  /// What was found out about its manifests.
  let validation: StoreValidation
  /// What was found out about the binding to the document's bytes.
  let binding: BindingResult
  /// What came of the PDF signatures that the document holds.
  var pdfSignatures: [PDFSignatureResult] = []

  /// The PDF signature that was made with the label, when it does not hold; nil when there is none,
  /// or it holds.
  var faultyPDFSignature: PDFSignatureResult? {
    pdfSignatures.first { $0.isWithLabel && $0.status != .intact }
  }

  /// Statuses of the active manifest, those of the hard binding last.
  var log: StatusLog {
    var log = validation.active.log
    log.add(binding.log)
    return log
  }
}
