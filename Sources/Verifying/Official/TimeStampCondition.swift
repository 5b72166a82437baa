import BroadsealBytes
import BroadsealNotes
import BroadsealTrust

/// Condition 7: a stamp by an authority on the list, at a time when signer, CAs and entry were good
/// and before anything of them was withdrawn.
enum TimeStampCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    var reasons = stampReasons(in: facts)
    if facts.isUndecided { reasons.append(Note(OfficialCode.undecided)) }
    if let candidate = facts.candidate { reasons += placeReasons(candidate, in: facts) }
    if let withdrawal = facts.context.withdrawal(
      of: facts.credential, signedAt: facts.stamp?.time)
    {
      reasons.append(
        Note(
          OfficialCode.withdrawn,
          "a list withdrew its trust from \(withdrawal.date) on: " + withdrawal.reason.rawValue))
    }
    return reasons
  }

  private static func placeReasons(
    _ candidate: OfficialCandidate, in facts: OfficialCase
  ) -> [Note] {
    var reasons: [Note] = []
    if let stamp = facts.voice.stamp, !stamp.hasStrictForm {
      reasons.append(Note(OfficialCode.stampForm))
    }
    if facts.stamp != nil, let fault = facts.stampFault { reasons.append(fault) }
    if !candidate.path.isValid(at: facts.signedAt) {
      reasons.append(
        Note(
          OfficialCode.outsideValidity,
          "a certificate of the chain was not valid at \(facts.signedAt)"))
    }
    if !candidate.entry.isGranted(at: facts.signedAt) {
      reasons.append(
        Note(
          OfficialCode.notGranted, "the list did not believe in this service at \(facts.signedAt)"))
    }
    return reasons
  }

  private static func stampReasons(in facts: OfficialCase) -> [Note] {
    guard facts.stamp == nil, facts.candidate?.entry.scope.requiresTimeStamp ?? true else {
      return []
    }
    guard facts.voice.bearsStamp else { return [Note(OfficialCode.noStamp)] }
    guard facts.voice.identity == nil, let stamp = facts.manifest.signature.unbelieved else {
      return [Note(OfficialCode.stampUntrusted)]
    }
    return [stamp.fault(at: facts.candidate, in: facts.context)]
  }
}
