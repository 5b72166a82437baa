import BroadsealNotes

/// The nine conditions, in their order.
enum SealConditions {
  static let all: [any SealCondition.Type] = [
    SealFormCondition.self, SealProofCondition.self, SealLaterCondition.self,
    SealListedCondition.self, SealCertificateCondition.self, SealScopeCondition.self,
    SealTimeCondition.self, SealRevocationCondition.self, SealFreshListCondition.self,
  ]

  /// Every reason why a signature is no seal of a recognised issuer; empty when it is.
  static func reasons(in facts: SealCase) -> [Note] {
    all.flatMap { $0.reasons(in: facts) }
  }
}

extension SealCase {
  /// The case at the place where every condition holds, else at the nearest, and what is wrong there.
  func judged() -> (facts: SealCase, reasons: [Note]) {
    let places = credential.map(context.sealCandidates) ?? []
    let judged = places.map { place in
      let facts = at(place)
      let reasons = SealConditions.reasons(in: facts)
      let rank = place.rank(agency: nil, at: facts.moment ?? context.time)
      return (facts, reasons, (reasons.isEmpty ? [0] : [1]) + rank + [reasons.count])
    }
    // The first of the nearest: places have an order of their own.
    guard let nearest = judged.min(by: { $0.2.lexicographicallyPrecedes($1.2) }) else {
      return (self, SealConditions.reasons(in: self))
    }
    return (nearest.0, nearest.1)
  }
}
