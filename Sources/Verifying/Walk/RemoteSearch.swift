import BroadsealDocuments
import BroadsealOpenSSL

/// Looks for the store of a document that holds none where the document says that it is.
///
/// A store inside the document, or in a file beside it, was looked for before: one that is fetched
/// never takes its place.
struct RemoteSearch {
  let document: Document
  let manifests: RemoteManifests

  /// What was found, and what is worth saying about it; nil when the document names no place.
  func run() throws(DocumentError) -> (found: FoundStore, finding: Finding?)? {
    guard let places = try document.carrier?.references(), let address = places.first else {
      return nil
    }
    guard let fetch = manifests.fetch else {
      return (
        .none,
        finding(
          "REMOTE-NOT-FETCHED", .note,
          "the file says that its manifest store is elsewhere, and nobody was asked")
      )
    }
    guard places.count == 1 else {
      return (
        .unusable(
          code: "REMOTE-AMBIGUOUS",
          reason: "the file names several places where its manifest store would be", offset: nil),
        nil
      )
    }
    switch fetch(address) {
    case .success(let bytes):
      return (
        .detached(bytes),
        finding("REMOTE-MANIFEST", .note, "the manifest store was fetched from \(address)")
      )
    case .failure(let error) where error.kind == .address:
      return (.unread(code: "REMOTE-REFUSED", reason: error.reason), nil)
    case .failure(let error):
      return (.unread(code: "manifest.inaccessible", reason: error.reason), nil)
    }
  }

  private func finding(
    _ code: String, _ severity: Finding.Severity, _ explanation: String
  ) -> Finding {
    Finding(code: code, severity: severity, place: nil, explanation: explanation)
  }
}
