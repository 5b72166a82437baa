import OpenSSL
import Trust

/// Condition 4: the certificates keep RFC 5280 and the C2PA profile, and the signer's is made for
/// signing claims and for no other trade.
enum ChainRulesCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    var reasons = facts.credential.violations.prefix(1).map { violation in
      Reason(
        code: "OFF-4-PROFILE",
        explanation: "the signer's certificate breaks the profile: \(violation.reason)")
    }
    let purposes = facts.credential.purposes
    let trades = [Purpose.timeStamping, Purpose.ocspSigning, Purpose.any]
    if !purposes.contains(where: facts.context.trust.anchors.acceptedPurposes.contains)
      || purposes.contains(where: trades.contains)
    {
      reasons.append(
        Reason(
          code: "OFF-4-PURPOSE",
          explanation: "the signer's certificate is not made for signing documents"))
    }
    guard let candidate = facts.candidate, let claims = candidate.anchors.claims else {
      return reasons
    }
    if case .failure(let failure) = facts.context.chains.strictPath(
      of: facts.credential, to: claims)
    {
      reasons.append(
        Reason(
          code: "OFF-4-CHAIN", explanation: "the chain breaks RFC 5280: \(failure.description)"))
    }
    return reasons
  }
}
