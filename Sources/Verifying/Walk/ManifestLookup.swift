import BroadsealProvenance

/// Every manifest that references may name: those of the active store, then those of earlier
/// revisions, since all stores of a PDF act as one (C2PA 2.4 §A.4.2.1).
struct ManifestLookup: Sendable {
  private let stores: [ManifestStore]

  /// - Parameter stores: newest first.
  init(_ stores: [ManifestStore]) {
    self.stores = stores
  }

  /// The manifest called `label`; nil when there is none, or when a store holds two of that name.
  ///
  /// Labels are URNs and ASCII. One that is not could equal another one in Swift's eyes without
  /// having its bytes, so it names nothing.
  func manifest(labelled label: String) -> Manifest? {
    guard label.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    for store in stores {
      if store.ambiguousLabels.contains(label) { return nil }
      if let found = store.manifest(labelled: label) { return found }
    }
    return nil
  }
}
