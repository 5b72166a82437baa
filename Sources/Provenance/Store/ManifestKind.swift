import BroadsealJUMBF

/// What a superbox of a manifest store is (C2PA 2.4 §11.1.4.2).
package enum ManifestKind: Hashable, Sendable {
  /// A standard manifest: it binds to the bytes of the asset.
  case standard
  /// An update manifest: it adds to the manifest of its parent.
  case update
  /// A manifest in compressed form; its content cannot be read without a decoder.
  case compressed

  /// The kind that a superbox's type means; nil when it is no manifest.
  init?(_ type: ContentUUID) {
    switch type {
    case .standardManifest, .deprecatedManifest: self = .standard
    case .updateManifest: self = .update
    case .compressedManifest: self = .compressed
    default: return nil
    }
  }
}
