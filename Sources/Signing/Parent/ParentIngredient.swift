import BroadsealJUMBF
import BroadsealOpenSSL
import BroadsealProvenance

/// The ingredient that a document was opened from (C2PA 2.4 §18.16, ingredient v3 `parentOf`).
enum ParentIngredient {
  /// The ingredient of a parent whose credentials are kept.
  static func known(
    _ parent: ParentCredentials, _ algorithm: DigestAlgorithm
  ) throws(OpenSSLError) -> Ingredient {
    let label = parent.active.label
    let active = HashedURI(
      uri: JUMBF.URI(manifest: label, path: []),
      hash: try Digest.of(parent.active.superbox.payload, algorithm).bytes)
    let signature = HashedURI(
      uri: JUMBF.URI(manifest: label, path: [parent.signature.label]),
      hash: try Digest.of(parent.signature.payload, algorithm).bytes)
    return Ingredient(
      relationship: .parentOf, format: parent.mediaType,
      manifest: (active, signature, results(parent.validation)))
  }

  /// The ingredient of a parent of which only its type and its making are known.
  static func unknown(mediaType: String, source: DigitalSourceType?) -> Ingredient {
    Ingredient(relationship: .parentOf, format: mediaType, digitalSourceType: source)
  }

  /// The ingredient of a parent whose label cannot be read: what was found stands alone, without a manifest
  /// (C2PA 2.5 §18.16).
  static func lost(mediaType: String, _ validation: RecordedValidation) -> Ingredient {
    Ingredient(relationship: .parentOf, format: mediaType, results: results(validation))
  }

  private static func results(_ validation: RecordedValidation) -> ValidationResults {
    ValidationResults(
      activeManifest: RecordedStatuses(
        success: validation.success, informational: validation.informational,
        failure: validation.failure),
      ingredientDeltas: validation.deltas.map { delta in
        ValidationResults.Delta(
          ingredientAssertionURI: delta.assertion,
          deltas: RecordedStatuses(failure: delta.failure))
      },
      specVersion: ClaimGenerator.specificationVersion)
  }
}
