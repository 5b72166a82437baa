import BroadsealCBOR
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
      basis: statements.map(\.basis), hints: found, stated: axis.stated(),
      isOfSignerAlone: found.isEmpty
        && axis.areOfSigner(contributors.compactMap(\.proof)))
  }

  /// What this version states, whatever it was made from: its manifest, and those that only add a time stamp to it.
  private func stated() -> AIUse.Status {
    let own =
      AIReading.statements(of: manifest, isActive: true).filter { $0.source != .ingredient }
      + store.updated.compactMap(\.proof)
      .flatMap { AIReading.statements(of: $0, isActive: false) }
    return own.strongest ?? .notStated
  }

  /// Whether each of `manifests` that says that AI was used was signed with the key of the active one.
  private func areOfSigner(_ manifests: [ProvedManifest]) -> Bool {
    let key = manifest.signature.credential.spki
    return manifests.allSatisfy { proof in
      proof.signature.credential.spki == key
        || !AIReading.statements(of: proof, isActive: false).contains { $0.basis.reading.saysAI }
    }
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

/// What all statements together amount to.
///
/// The strongest one decides: generated, altered, unknown, none declared. Two that cannot both be
/// true are a conflict. An unsigned hint never decides; it can only raise a conflict.
enum AIJudgement {
  /// The status of the third axis.
  ///
  /// - Parameters:
  ///   - statements: every statement of the active manifest and of contributing ingredients.
  ///   - hasHints: whether unsigned traces in the file say that AI was used.
  static func status(of statements: [AIStatement], hasHints: Bool) -> AIUse.Status {
    guard let strongest = statements.strongest else { return hasHints ? .conflict : .notStated }
    if contradictsItself(statements) { return .conflict }
    return hasHints && !strongest.saysAI ? .conflict : strongest
  }

  /// What a model does to a parent stands in the actions as an alteration, and in the label, when
  /// nothing of the parent is left, as the making of the whole.
  private static func isPart(_ own: AIUse.Status, of label: AIUse.Status) -> Bool {
    own == .altered && label == .generated
  }

  private static func contradictsItself(_ statements: [AIStatement]) -> Bool {
    let created = statements.from(.created).strongest
    let gathered = statements.from(.gathered).strongest
    if created == .noneDeclared, gathered?.saysAI ?? false { return true }
    guard let label = statements.from(.label).strongest else { return false }
    let own = (statements.from(.created) + statements.from(.gathered)).strongest
    if let own, own != .unknown, own != label, !isPart(own, of: label) { return true }
    return label == .noneDeclared && statements.from(.ingredient).strongest?.saysAI ?? false
  }
}

/// The model or tool that a proved manifest names: by the label, else by the program of an action
/// that involved AI, else by a disclosure.
struct AISystem {
  /// Name of the model or tool.
  let name: String?
  /// Its version.
  let version: String?
  /// Who provides it.
  let provider: String?
  /// What it was used for.
  let scope: String?

  init(_ manifest: ProvedManifest) {
    let label = manifest.labelReading.label?.ai
    let agent = AISystem.agent(in: manifest)
    let disclosure = manifest.assertions.first { $0.label.isOne(of: [AIDisclosure.label]) }?.value
    name = label?.system ?? agent?.name ?? disclosure?["modelName"]?.text
    version = label?.system == nil ? agent?.version : label?.version
    provider = label?.provider
    scope = label?.scope
  }

  private static func agent(in manifest: ProvedManifest) -> GeneratorInfo? {
    for actions in manifest.assertions.compactMap(\.actions) {
      for action in actions.actions {
        guard let type = actions.digitalSourceType(of: action),
          AIDeclaration(digitalSourceType: type, isCreation: true) > .unknown,
          let agent = actions.softwareAgent(of: action)
        else { continue }
        return agent
      }
    }
    return nil
  }
}
