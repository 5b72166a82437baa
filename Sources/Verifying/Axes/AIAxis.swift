import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// The third axis of a proved asset.
struct AIAxis {
  private let manifest: ProvedManifest
  private let store: StoreValidation

  /// What is declared about AI in the active manifest and in every ingredient that still
  /// contributes content.
  ///
  /// - Parameter hints: unsigned traces in the file, found only where they can matter.
  static func read<Failure: Error>(
    _ manifest: ProvedManifest, in store: StoreValidation,
    hints: () throws(Failure) -> [Note]
  ) throws(Failure) -> AIUse {
    let axis = AIAxis(manifest: manifest, store: store)
    let contributors = axis.contributors()
    let statements =
      AIReading.statements(of: manifest, isActive: true)
      + contributors.compactMap(\.proof)
      .flatMap { AIReading.statements(of: $0, isActive: false) }
    let declared = AIJudgement.status(of: statements, hasHints: false)
    let traces = contributors.filter { $0.proof == nil }
      .compactMap { AITrace.hint(in: $0.manifest) }.prefix(1)
    let found = declared.saysAI ? [] : try hints() + traces
    let system = AISystem(manifest)
    return AIUse(
      status: AIJudgement.status(of: statements, hasHints: !found.isEmpty), system: system.name,
      version: system.version, provider: system.provider, scope: system.scope,
      basis: statements.map(\.basis), hints: found)
  }

  /// The manifests of parents and components, and of theirs, that were not removed again.
  private func contributors() -> [ManifestValidation] {
    guard !store.ingredients.isEmpty else { return [] }
    let removed = removedIngredients()
    var found: [ManifestValidation] = []
    var reached: Set<String> = [manifest.label]
    var rest = [manifest.label]
    while let holder = rest.popLast() {
      for ingredient in store.ingredients where ingredient.edge.holder == holder {
        let edge = ingredient.edge
        guard edge.ingredient.relationship != .inputTo, let target = edge.target,
          !removed.contains(
            JUMBF.URI(
              manifest: holder, path: [KnownLabel.store, edge.assertion.text])),
          reached.insert(target.label).inserted
        else { continue }
        rest.append(target.label)
        if let validation = store.validation(of: target.label) { found.append(validation) }
      }
    }
    return found
  }

  /// Components of earlier manifests that a later one says it took out again.
  private func removedIngredients() -> Set<JUMBF.URI> {
    var removed: Set<JUMBF.URI> = []
    for label in [manifest.label] + store.lineage.manifests.map(\.label) {
      guard let proof = store.validation(of: label)?.proof else { continue }
      for action in proof.assertions.compactMap(\.actions).flatMap(\.actions)
      where action.name == ActionName.removed || action.name == ActionName.deleted {
        for reference in action.parameters?.ingredients ?? [] {
          if let uri = reference.uri, uri.manifest != nil { removed.insert(uri) }
        }
      }
    }
    return removed
  }
}
