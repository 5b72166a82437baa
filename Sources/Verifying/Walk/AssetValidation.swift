import Documents
import Provenance

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

  /// Statuses of the active manifest, those of the hard binding last.
  var log: StatusLog {
    var log = validation.active.log
    log.add(binding.log)
    return log
  }
}
