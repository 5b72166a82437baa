import BroadsealBytes

extension AssertionLabel {
  /// Whether the assertion lists actions, in either version.
  package var isActions: Bool { isOne(of: ["c2pa.actions", "c2pa.actions.v2"]) }

  /// Whether the assertion describes an ingredient, in any version.
  package var isIngredient: Bool {
    isOne(of: ["c2pa.ingredient", "c2pa.ingredient.v2", "c2pa.ingredient.v3"])
  }

  /// Whether the assertion binds the manifest to the bytes of the asset (C2PA 2.5 §14.10.1.2).
  ///
  /// `c2pa.hash.bmff` of version 1 counts for nothing since C2PA 2.1.
  package var isHardBinding: Bool {
    isOne(of: [
      "c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.bmff.v2", "c2pa.hash.bmff.v3",
      "c2pa.hash.collection.data", "c2pa.hash.segment",
    ])
  }

  /// Whether the assertion holds the hashes of a multi-part asset, which is no hard binding.
  package var isMultiAssetHash: Bool { isOne(of: ["c2pa.hash.multi-asset"]) }

  /// Whether the assertion is a thumbnail, under its old labels too.
  package var isThumbnail: Bool {
    isOne(of: ["c2pa.thumbnail.claim", "c2pa.thumbnail.ingredient"])
  }

  /// Whether `base` is, byte by byte, one of `labels`.
  package func isOne(of labels: [String]) -> Bool {
    labels.contains { base.isExactly($0) }
  }
}
