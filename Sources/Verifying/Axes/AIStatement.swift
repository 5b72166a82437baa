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
