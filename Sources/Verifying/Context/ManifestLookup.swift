import BroadsealJUMBF
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

/// The assertions that any claim of the lineage redacts (C2PA 2.4 §15.10.2).
struct Redactions: Sendable {
  private var labels: [String: Set<String>] = [:]

  /// No redactions.
  init() {}

  /// Notes the reference `text` of a claim's `redacted_assertions`; a relative one is the claim's
  /// own and redacts nothing.
  mutating func insert(_ text: String) {
    guard let uri = URI(text), let manifest = uri.manifest, let label = uri.path.last else {
      return
    }
    labels[manifest, default: []].insert(label)
  }

  /// Whether any assertion of a manifest is redacted.
  func touch(manifest: String) -> Bool { labels[manifest] != nil }

  /// Whether an assertion of a manifest is redacted.
  func contains(manifest: String, label: String) -> Bool {
    labels[manifest]?.contains(label) ?? false
  }
}
