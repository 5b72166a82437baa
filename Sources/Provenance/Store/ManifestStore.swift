package import BroadsealBytes
package import BroadsealJUMBF

/// Every manifest of an asset (C2PA 2.4 §11.1.2): what was parsed, not what was proved.
package struct ManifestStore: Hashable, Sendable {
  /// Label of the store.
  package static let label = "c2pa"

  /// The store's superbox exactly as received.
  package let superbox: Superbox
  /// The manifests in order; never empty.
  package let manifests: [Manifest]
  /// The active manifest: the last of the store.
  package let active: Manifest
  /// Labels that more than one manifest bears; such a label names nothing.
  package let ambiguousLabels: [String]
  private let index: LabelIndex

  /// Reads a store.
  ///
  /// - Parameters:
  ///   - bytes: the store from its header on.
  ///   - allowTrailingZeros: whether the format may pad a store with zeros.
  /// - Throws: `Malformed` when the boxes are unsound, when this is no manifest store, or when it
  ///   holds no manifest. Whatever is wrong inside a manifest is kept in it as a problem.
  package init(
    parsing bytes: [UInt8], allowTrailingZeros: Bool = false
  ) throws(Malformed) {
    let superbox = try Superbox.parse(bytes, allowTrailingZeros: allowTrailingZeros)
    guard superbox.description.type == .manifestStore, superbox.label.isExactly(ManifestStore.label)
    else { throw Malformed("the outermost box is no manifest store", at: 0) }
    guard ManifestStore.structuredSize(of: superbox) <= ManifestStore.maximumStructuredSize else {
      throw Malformed("the manifest store holds too much CBOR and JSON", at: 0)
    }
    let boxes = superbox.superboxes.compactMap { box in
      ManifestKind(box.description.type).map { (box, $0) }
    }
    let manifests = boxes.map { Manifest($0.0, kind: $0.1) }
    guard let active = manifests.last else {
      throw Malformed("the manifest store holds no manifest", at: 0)
    }
    self.superbox = superbox
    self.manifests = manifests
    self.active = active
    index = LabelIndex(boxes.map(\.0))
    ambiguousLabels = LabelIndex(superbox.superboxes).ambiguous
  }

  /// The most CBOR and JSON that a store may hold altogether, in bytes. Decoded, a byte of it can
  /// take sixty in memory; pictures and other files inside a store do not count.
  package static let maximumStructuredSize = 4 << 20

  private static func structuredSize(of superbox: Superbox) -> Int {
    superbox.contents.reduce(0) { sum, content in
      switch content {
      case .superbox(let inner): sum + structuredSize(of: inner)
      case .box(let box): sum + (box.type == .cbor || box.type == .json ? box.payload.count : 0)
      }
    }
  }

  /// The manifest called `label`; nil when there is none or the label is ambiguous.
  package func manifest(labelled label: String) -> Manifest? {
    index[label].map { manifests[$0] }
  }

  /// The superbox that a reference in `manifest` names; nil when it names nothing for certain.
  package func resolve(_ uri: JUMBF.URI, from manifest: Manifest) -> Superbox? {
    guard let label = uri.manifest else { return manifest.resolve(uri) }
    return self.manifest(labelled: label)?.resolve(uri)
  }
}
