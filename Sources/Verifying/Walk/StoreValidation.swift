import BroadsealBytes
import BroadsealProvenance

/// What was found out about a manifest store: its active manifest and everything it descends from,
/// without the file around it.
///
/// A class, because every condition looks at it and it never changes.
final class StoreValidation: Sendable {
  /// The active manifest.
  let active: ManifestValidation
  /// Every ingredient, depth first, with what is new about it.
  let ingredients: [IngredientValidation]
  /// How the manifests are joined.
  let lineage: Lineage

  private let validations: [String: ManifestValidation]

  /// Validates the active manifest of a store and its ingredients.
  ///
  /// - Parameter lookup: every manifest that references may name.
  init(_ manifest: Manifest, lookup: ManifestLookup, context: ValidationContext) {
    let lineage = Lineage(of: manifest, lookup: lookup)
    var validations: [String: ManifestValidation] = [:]
    var ingredients: [IngredientValidation] = []
    var times: [String: UTCTime] = [:]
    var stamps = LaterStamps()
    var digests = ManifestDigests()
    for manifest in lineage.manifests {
      let time = times[manifest.label] ?? context.time
      let validation = ManifestValidation(
        manifest, redactions: lineage.redactions, lookup: lookup, context: context, at: time,
        laterStamps: stamps[manifest.label])
      stamps.add(from: validation.proof)
      validations[manifest.label] = validation
      let claim = try? manifest.claim.get()
      for edge in lineage.edges(of: manifest.label) {
        let log = IngredientCheck.run(
          edge, algorithm: claim?.algorithm, redactions: lineage.redactions, digests: &digests)
        ingredients.append(IngredientValidation(edge, log: log))
        // What a stamped claim holds the hash of was there by the time of the stamp.
        if let target = edge.target, !log.hasFailure, validation.proof != nil {
          times[target.label] = validation.proof?.signature.time?.time ?? time
        }
      }
    }
    active =
      validations[manifest.label]
      ?? ManifestValidation(
        manifest, redactions: lineage.redactions, lookup: lookup, context: context,
        at: context.time)
    var described: Set<String> = []
    let deltas = StoreValidation.deltas(of: ingredients, in: validations)
    self.ingredients = ingredients.map { $0.recorded(by: deltas) }.map { ingredient in
      guard let target = ingredient.edge.target, described.insert(target.label).inserted,
        let validation = validations[target.label], !ingredient.edge.isCycle
      else { return ingredient }
      return ingredient.adding(validation.log)
    }
    self.lineage = lineage
    self.validations = validations
  }

  /// Failures that proved manifests recorded of ingredients further up, by the ingredient's assertion.
  private static func deltas(
    of ingredients: [IngredientValidation], in validations: [String: ManifestValidation]
  ) -> [String: [C2PAStatus]] {
    var deltas: [String: [C2PAStatus]] = [:]
    for ingredient in ingredients where validations[ingredient.edge.holder]?.proof != nil {
      for delta in ingredient.edge.ingredient.validationResults?.ingredientDeltas ?? [] {
        deltas[delta.ingredientAssertionURI, default: []] += delta.deltas.failure
      }
    }
    return deltas
  }

  /// What was found out about the manifest called `label`.
  func validation(of label: String) -> ManifestValidation? { validations[label] }

  /// The manifest whose hard binding binds the asset: the active one, or below an update manifest
  /// the first standard one along its parents (C2PA 2.5 §14.12); nil when there is none.
  var binding: ManifestValidation? {
    var current = active
    for _ in 0..<Lineage.maximumDepth {
      guard current.manifest.kind == .update else { return current }
      let parent = ingredients.first {
        $0.edge.holder == current.manifest.label && $0.edge.ingredient.isParent
      }
      guard let target = parent?.edge.target, parent?.isValidated ?? false,
        let next = validations[target.label]
      else { return nil }
      current = next
    }
    return nil
  }

  /// What an update manifest rests on: every manifest along its parents down to the standard one that
  /// binds the content; none for a standard manifest.
  var updated: [ManifestValidation] {
    var found: [ManifestValidation] = []
    var current = active
    while current.manifest.kind == .update, found.count < Lineage.maximumDepth {
      let parent = ingredients.first {
        $0.edge.holder == current.manifest.label && $0.edge.ingredient.isParent
      }
      guard let target = parent?.edge.target, let next = validations[target.label] else { break }
      found.append(next)
      current = next
    }
    return found
  }
}

/// Time stamps that manifests bring for the signatures of earlier ones: `c2pa.time-stamp`
/// (C2PA 2.4 §15.10.3.2.6). A token proves itself, so it matters little who brought it.
struct LaterStamps {
  private var tokens: [String: [[UInt8]]] = [:]

  /// The tokens for the manifest called `label`.
  subscript(label: String) -> [[UInt8]] { tokens[label] ?? [] }

  /// Notes what a proved manifest brings; there may be one assertion of the kind (§18.18.3).
  mutating func add(from manifest: ProvedManifest?) {
    let assertion = manifest?.assertions.first { $0.label.isOne(of: [TimeStamps.label]) }
    guard let value = assertion?.value, let stamps = try? TimeStamps(value) else { return }
    for (label, token) in stamps.tokens.prefix(LaterStamps.maximumCount) {
      guard self[label].count < TimeStampCheck.maximumLater else { continue }
      tokens[label, default: []].append(token)
    }
  }

  /// Most entries that are looked at in one assertion.
  static let maximumCount = 256
}
