import BroadsealCBOR
import BroadsealProvenance

/// Reads what one proved manifest declares about AI.
struct AIReading {
  private let manifest: ProvedManifest
  private let isActive: Bool

  /// Every declaration of a manifest, in the order of its claim.
  ///
  /// - Parameter isActive: false for a manifest that came along with an ingredient.
  static func statements(of manifest: ProvedManifest, isActive: Bool) -> [AIStatement] {
    let reading = AIReading(manifest: manifest, isActive: isActive)
    return manifest.assertions.flatMap(reading.statements)
  }

  private func statements(in assertion: ProvedAssertion) -> [AIStatement] {
    if assertion.label.isActions { return actionStatements(in: assertion) }
    if assertion.label.isIngredient { return ingredientStatement(in: assertion) }
    if assertion.label.isOne(of: [KnownLabel.disclosure]) {
      return disclosureStatement(in: assertion)
    }
    if assertion.label.isOne(of: [KnownLabel.metadata]) { return metadataStatement(in: assertion) }
    if assertion.label.isOne(of: [KnownLabel.official]) { return labelStatement(in: assertion) }
    return []
  }

  private func statement(
    _ reading: AIUse.Status, _ field: String, _ value: String, in assertion: ProvedAssertion,
    source: AIStatement.Source? = nil
  ) -> AIStatement {
    let own = source ?? (assertion.isCreated ? .created : .gathered)
    return AIStatement(
      source: isActive ? own : .ingredient,
      basis: AIUse.Basis(
        place: manifest.place.assertion(assertion.label.text), field: field, value: value,
        reading: reading))
  }

  private func actionStatements(in assertion: ProvedAssertion) -> [AIStatement] {
    guard let actions = assertion.actions else { return [] }
    let hasParent = manifest.assertions.contains { $0.ingredient?.relationship == .parentOf }
    return actions.actions.compactMap { action in
      let isCreation = action.name == ActionName.created && !hasParent
      guard let type = actions.digitalSourceType(of: action) else {
        // What was created without saying from what may be anything.
        return action.name == ActionName.created
          ? statement(.unknown, "digitalSourceType", "", in: assertion) : nil
      }
      let declared = AIDeclaration(digitalSourceType: type, isCreation: isCreation)
      return statement(AIUse.Status(declared), "digitalSourceType", type, in: assertion)
    }
  }

  /// An ingredient without a manifest of its own may say what kind of source it is.
  private func ingredientStatement(in assertion: ProvedAssertion) -> [AIStatement] {
    guard let ingredient = assertion.ingredient, ingredient.relationship != .inputTo,
      let type = ingredient.digitalSourceType
    else { return [] }
    let declared = AIDeclaration(digitalSourceType: type, isCreation: true)
    return [
      statement(
        AIUse.Status(declared), "digitalSourceType", type, in: assertion, source: .ingredient)
    ]
  }

  /// A disclosure is attached only where a model took part; how far, it does not say.
  private func disclosureStatement(in assertion: ProvedAssertion) -> [AIStatement] {
    let model = assertion.value?["modelName"]?.text ?? assertion.value?["modelType"]?.text ?? ""
    return [statement(.altered, KnownLabel.disclosure, model, in: assertion)]
  }

  private func metadataStatement(in assertion: ProvedAssertion) -> [AIStatement] {
    let key = "DigitalSourceType"
    guard let json = assertion.assertion.json, let metadata = try? Metadata(json) else { return [] }
    return metadata.texts(named: key).map { type in
      let declared = AIDeclaration(digitalSourceType: type, isCreation: true)
      return statement(AIUse.Status(declared), key, type, in: assertion)
    }
  }

  private func labelStatement(in assertion: ProvedAssertion) -> [AIStatement] {
    guard assertion.isCreated, let value = assertion.value,
      let label = manifest.labelReading.label ?? (try? BroadsealLabel(value))
    else { return [] }
    return [
      statement(
        AIUse.Status(label.ai.declaration), "ai.use", label.ai.use.rawValue, in: assertion,
        source: .label)
    ]
  }
}

extension AIUse.Status {
  /// The status that one declaration alone amounts to.
  init(_ declaration: AIDeclaration) {
    self =
      switch declaration {
      case .noneDeclared: .noneDeclared
      case .unknown: .unknown
      case .altered: .altered
      case .generated: .generated
      }
  }
}

/// One declaration about the use of AI, found in a place that was proved.
struct AIStatement: Sendable, Hashable {
  /// What made the declaration.
  enum Source: Sendable, Hashable {
    /// An action or a disclosure that the signer made itself.
    case created
    /// An action or a disclosure that the signer only passes on.
    case gathered
    /// The signer's own `org.broadseal.label`.
    case label
    /// A manifest, or an ingredient without one, that still contributes content.
    case ingredient
  }

  /// What made the declaration.
  let source: Source
  /// Where it stands, what carries it, its value, and what it would amount to alone.
  let basis: AIUse.Basis
}

extension AIUse.Status {
  /// Order of strength: the strongest statement decides. Nil for what is no statement.
  var strength: Int? {
    switch self {
    case .generated: 3
    case .altered: 2
    case .unknown: 1
    case .noneDeclared: 0
    case .conflict, .notStated: nil
    }
  }

  /// Whether the statement says that AI was used.
  var saysAI: Bool { self == .generated || self == .altered }
}

extension Sequence<AIStatement> {
  /// The strongest reading among the statements; nil when there is none.
  var strongest: AIUse.Status? {
    map(\.basis.reading).filter { $0.strength != nil }.max {
      ($0.strength ?? 0) < ($1.strength ?? 0)
    }
  }

  /// The statements of one source.
  func from(_ source: AIStatement.Source) -> [AIStatement] {
    filter { $0.source == source }
  }
}
