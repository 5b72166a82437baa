import BroadsealDocuments
import BroadsealNotes
package import BroadsealOpenSSL
import BroadsealProvenance

/// Looks for the store of a document that holds none where the document says that it is.
///
/// A store inside the document, or in a file beside it, was looked for before: one that is fetched
/// never takes its place.
struct RemoteSearch {
  let document: Document
  let manifests: RemoteManifests

  /// What was found, and what is worth saying about it; nil when the document names no place.
  func run() throws(DocumentError) -> (found: FoundStore, finding: Finding?)? {
    let places = try document.references()
    guard let address = places.first else { return nil }
    guard let fetch = manifests.fetch else {
      return (
        .none,
        Finding(.note, Note(PlaceCode.remoteNotFetched))
      )
    }
    guard places.count == 1 else {
      return (
        .unusable(Note(PlaceCode.remoteAmbiguous)), nil
      )
    }
    switch fetch(address) {
    case .success(let bytes):
      return (
        .detached(bytes),
        Finding(
          .note,
          Note(PlaceCode.remoteManifest, "the manifest store was fetched from \(address)"))
      )
    case .failure(let error) where error.kind == .address:
      return (.unread(Note(PlaceCode.remoteRefused, error.reason)), nil)
    case .failure(let error):
      return (.unread(Note(StatusCode.manifestInaccessible, error.reason)), nil)
    }
  }
}

/// Who fetches a manifest store that a document names and does not hold (C2PA 2.5 §15.5.3).
public struct RemoteManifests: Sendable {
  /// Fetches the bytes at an address that a document names. The address is an attacker's text: the
  /// one who fetches decides whom it may ask.
  package typealias Fetch = @Sendable (_ address: String) -> Result<[UInt8], HTTPError>

  let fetch: Fetch?

  /// Nobody: no socket is opened.
  public static let none = RemoteManifests(fetch: nil)

  /// Stores are fetched by `fetch`.
  package init(fetch: Fetch?) { self.fetch = fetch }
}
