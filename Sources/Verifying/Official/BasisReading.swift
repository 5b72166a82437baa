import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// Collects what an official verdict rests on.
enum BasisReading {
  /// The basis of `facts`, for which every condition holds; nil unless kept evidence was given.
  static func basis(of facts: OfficialCase) -> OfficialBasis? {
    guard facts.context.evidence.subject != nil, let candidate = facts.candidate else { return nil }
    let content = candidate.anchors.list.content
    return OfficialBasis(
      judged: facts.context.time,
      list: OfficialBasis.Period(from: content.issued, to: content.nextUpdate),
      signer: OfficialBasis.Period(
        from: candidate.path.notBefore, to: candidate.path.notAfter),
      authority: facts.stamp.map { stamp in
        OfficialBasis.Period(
          from: stamp.authority.leaf.notBefore, to: stamp.authority.leaf.notAfter)
      },
      answers: answers(for: facts).map {
        OfficialBasis.Answer(thisUpdate: $0.thisUpdate, nextUpdate: $0.nextUpdate)
      })
  }

  /// Kept answers are about the claim's signer; of an identity's, none is told.
  private static func answers(for facts: OfficialCase) -> [OCSPAnswer] {
    guard facts.voice.identity == nil else { return [] }
    return RevocationCheck.clearing(facts.manifest.signature, in: facts.context)
  }
}
