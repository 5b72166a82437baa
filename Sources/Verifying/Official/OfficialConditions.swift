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

extension OfficialCase {
  /// The case at the place where every condition holds, else at the nearest, and what is wrong there.
  ///
  /// A document is official if any place fits all conditions at once. So each is asked all of them:
  /// the same agency may stand on a list twice, with an old certificate and a renewed one, or on two
  /// lists, of which one knows the time stamp.
  func judged() -> (facts: OfficialCase, reasons: [Note]) {
    let agency = manifest.labelReading.label?.origin?.agency.id
    let judged = context.candidates(for: credential).map { place in
      let facts = at(place)
      let reasons = OfficialConditions.reasons(in: facts)
      let rank = place.rank(agency: agency, at: facts.signedAt)
      return (facts, reasons, (reasons.isEmpty ? [0] : [1]) + rank + [reasons.count])
    }
    // The first of the nearest: places have an order of their own.
    let nearest = judged.min { $0.2.lexicographicallyPrecedes($1.2) }
    guard let (facts, reasons, _) = nearest else {
      return (self, OfficialConditions.reasons(in: self))
    }
    return (facts, reasons)
  }
}
