import BroadsealBytes
import BroadsealDocuments

/// Where the manifest goes that carries a time stamp, and of which kind it is.
struct StampPlace {
  /// Into the document, or beside it: where the stamped label is.
  let form: FormDecision
  /// Whether the store grows in its place and nothing else of the file changes, so that the binding
  /// of the stamped manifest still holds (C2PA 2.4 §11.2.3).
  let isUpdate: Bool
  /// Whether the label is in a file of its own.
  let isDetached: Bool

  /// The formats in which other verifiers take update manifests. In a PDF the update would be a
  /// revision that the old hash does not cover; in an archive the directory freezes the store's size.
  static let updatable: Set<FileKind> = [.png, .jpeg]

  /// The place for `document`, which is labelled.
  init(_ document: Document, at path: FilePath) throws(SigningError) {
    do throws(DocumentError) {
      if let carrier = document.carrier, case .found(let store) = try carrier.locate() {
        form = .embed(carrier)
        isDetached = false
        guard StampPlace.updatable.contains(document.kind) else {
          isUpdate = false
          return
        }
        isUpdate = StampPlace.leavesTheRest(
          try carrier.reserve(store.bytes.count, insisting: true), store,
          of: document.source.size)
        return
      }
    } catch { throw .document(error, path: path) }
    form = .sidecar(because: nil)
    isDetached = true
    isUpdate = true
  }

  /// Whether writing a store as `placement` says leaves it where it is, and every byte around it as it
  /// was.
  static func leavesTheRest(
    _ placement: Placement, _ store: LocatedStore, of size: Int
  ) -> Bool {
    let isPlain = placement.pieces.allSatisfy { piece in
      switch piece {
      case .copy, .store: true
      case .bytes, .dependent: false
      }
    }
    return isPlain && placement.extent.start == store.extent.start
      && placement.outputSize - placement.extent.length == size - store.extent.length
  }
}
