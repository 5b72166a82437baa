package import BroadsealCBOR

/// An asset that another was made of: `c2pa.ingredient` in three versions (C2PA 2.4 §18.16).
package struct Ingredient: Hashable, Sendable {
  /// Label of what the house writes.
  package static let label = "c2pa.ingredient.v3"

  /// 1, 2 or 3, as the label says.
  package let version: Int
  /// How it relates to the asset.
  package let relationship: Relationship
  /// Name of the ingredient: an attacker's text in an unproved manifest.
  package let title: String?
  /// Media type of the ingredient.
  package let format: String?
  /// Identifier of the instance.
  package let instanceID: String?
  /// Reference to its active manifest in the same store: `activeManifest`, or `c2pa_manifest` in
  /// versions 1 and 2.
  package let activeManifest: HashedURI?
  /// Reference to the signature of that manifest; only version 3 has it.
  package let claimSignature: HashedURI?
  /// What the claim generator found in the ingredient; only version 3 has it.
  package let validationResults: ValidationResults?
  /// What the claim generator found amiss, in versions 1 and 2; nil when it says nothing.
  package let validationStatus: [C2PAStatus]?
  /// The kind of source, for an ingredient without a manifest, as received.
  package let digitalSourceType: String?
  /// Assertions about an ingredient without a manifest.
  package let relatedAssertions: [HashedURI]?
  /// Reference to a thumbnail.
  package let thumbnail: HashedURI?
  /// Free text.
  package let description: String?
  /// Every field.
  package let map: CBOR.Map

  /// Whether the ingredient is the asset this one was derived from.
  package var isParent: Bool { relationship == .parentOf }
}
