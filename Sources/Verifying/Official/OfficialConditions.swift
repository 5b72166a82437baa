import BroadsealNotes

/// The nine conditions, in their order.
enum OfficialConditions {
  static let all: [any OfficialCondition.Type] = [
    StrictManifestCondition.self, ActiveSignerCondition.self, IdentityVoiceCondition.self,
    ListedAnchorCondition.self,
    ChainRulesCondition.self, ScopeCondition.self, LabelCondition.self, TimeStampCondition.self,
    RevocationCondition.self, FreshListCondition.self,
  ]

  /// Every reason why a document is not official; empty when it is.
  static func reasons(in facts: OfficialCase) -> [Note] {
    all.flatMap { $0.reasons(in: facts) }
  }
}
