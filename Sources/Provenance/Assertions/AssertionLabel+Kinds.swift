import BroadsealBytes

extension AssertionLabel {
  /// What an assertion is, as far as many rules ask: found once, when the label is read.
  enum Kind: Hashable, Sendable {
    case actions
    case ingredient
    case hardBinding
    case multiAssetHash
    case thumbnail
    case other

    /// The kind of a label without its instance number, compared byte by byte.
    init(base: String) {
      self = Kind.labels.first { $0.label.isExactly(base) }?.kind ?? .other
    }

    /// `c2pa.hash.bmff` of version 1 counts for nothing since C2PA 2.1.
    private static let labels: [(label: String, kind: Kind)] = [
      ("c2pa.actions", .actions), ("c2pa.actions.v2", .actions),
      ("c2pa.ingredient", .ingredient), ("c2pa.ingredient.v2", .ingredient),
      ("c2pa.ingredient.v3", .ingredient),
      ("c2pa.hash.data", .hardBinding), ("c2pa.hash.boxes", .hardBinding),
      ("c2pa.hash.bmff.v2", .hardBinding), ("c2pa.hash.bmff.v3", .hardBinding),
      ("c2pa.hash.collection.data", .hardBinding), ("c2pa.hash.segment", .hardBinding),
      ("c2pa.hash.multi-asset", .multiAssetHash),
      ("c2pa.thumbnail.claim", .thumbnail), ("c2pa.thumbnail.ingredient", .thumbnail),
    ]
  }

  /// Whether the assertion lists actions, in either version.
  package var isActions: Bool { kind == .actions }

  /// Whether the assertion describes an ingredient, in any version.
  package var isIngredient: Bool { kind == .ingredient }

  /// Whether the assertion binds the manifest to the bytes of the asset (C2PA 2.5 §14.10.1.2).
  package var isHardBinding: Bool { kind == .hardBinding }

  /// Whether the assertion holds the hashes of a multi-part asset, which is no hard binding.
  package var isMultiAssetHash: Bool { kind == .multiAssetHash }

  /// Whether the assertion is a thumbnail, under its old labels too.
  package var isThumbnail: Bool { kind == .thumbnail }

  /// Whether `base` is, byte by byte, one of `labels`.
  package func isOne(of labels: [String]) -> Bool {
    labels.contains { base.isExactly($0) }
  }
}
