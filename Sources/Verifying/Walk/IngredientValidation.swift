import BroadsealNotes
import BroadsealProvenance

/// What the checks found about one ingredient, and which of it the claim generator had recorded.
struct IngredientValidation: Sendable {
  /// The ingredient assertion and the manifest that it names.
  let edge: Lineage.Edge
  /// Whether the manifest is the one that was taken in.
  let isValidated: Bool
  /// Statuses of the reference, then those of the manifest that it names.
  let log: StatusLog
  /// How many statuses are the reference's own: no record can excuse those.
  private let ownCount: Int
  /// Failures that a later manifest recorded of this ingredient, as a change since it was taken in
  /// (C2PA 2.4 §15.2.2, `ingredientDeltas`).
  private let above: [C2PAStatus]

  init(_ edge: Lineage.Edge, log: StatusLog) {
    self.edge = edge
    self.log = log
    above = []
    ownCount = log.entries.count
    isValidated =
      log.has(.ingredientManifestValidated) || log.has(.ingredientClaimSignatureValidated)
  }

  private init(
    _ other: IngredientValidation, log: StatusLog, above: [C2PAStatus]
  ) {
    self.above = above
    edge = other.edge
    isValidated = other.isValidated
    ownCount = other.ownCount
    self.log = log
  }

  /// The same ingredient with the statuses of its manifest.
  func adding(_ statuses: StatusLog) -> IngredientValidation {
    var log = log
    log.add(statuses)
    return IngredientValidation(self, log: log, above: above)
  }

  /// The same ingredient with what later manifests recorded of it.
  func recorded(by deltas: [String: [C2PAStatus]]) -> IngredientValidation {
    IngredientValidation(self, log: log, above: deltas[place] ?? [])
  }

  /// JUMBF URI of the ingredient assertion, absolute.
  private var place: String { Place(manifest: edge.holder).assertion(edge.assertion.text) }

  /// Failures that the claim generator had not recorded: only these count against the asset.
  var newFailures: [Status] {
    let known = Set(recordedFailures.compactMap(\.known))
    return log.entries.enumerated().filter { index, entry in
      entry.code.kind == .failure && (index < ownCount || !known.contains(entry.code))
    }.map(\.element)
  }

  /// Failures that the claim generator recorded when it took the ingredient in.
  var recordedFailures: [C2PAStatus] {
    let results = edge.ingredient.validationResults
    let deltas = results?.ingredientDeltas.flatMap(\.deltas.failure) ?? []
    let old = edge.ingredient.validationStatus ?? []
    return (results?.activeManifest?.failure ?? []) + deltas + above
      + old.filter { $0.known?.kind != .success }
  }

  /// The public form.
  var result: IngredientResult {
    IngredientResult(
      assertion: place, relationship: edge.ingredient.relationship.rawValue,
      manifest: edge.target?.label,
      title: edge.ingredient.title, success: log.statuses(.success),
      informational: log.statuses(.informational), failure: newFailures.map(C2PAStatus.init),
      recordedFailure: recordedFailures)
  }
}
