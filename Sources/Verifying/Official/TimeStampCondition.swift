import BroadsealBytes
import BroadsealNotes
import BroadsealTrust

/// Condition 7: a stamp by an authority on the list, at a time when signer, CAs and entry were good
/// and before anything of them was withdrawn.
enum TimeStampCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    guard let candidate = facts.candidate else { return stampReasons(in: facts) }
    var reasons = stampReasons(in: facts)
    if let stamp = facts.stamp, !stamp.hasStrictForm {
      reasons.append(
        Note(OfficialCode.stampForm))
    }
    if let stamp = facts.stamp,
      let fault = authorityFault(stamp, by: candidate.anchors, context: facts.context)
    {
      reasons.append(fault)
    }
    if !isPathValid(candidate, in: facts) {
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
    if let invalidation = invalidation(of: candidate, in: facts) {
      reasons.append(
        Note(
          OfficialCode.withdrawn,
          "the list withdrew its trust from \(invalidation.date) on: "
            + invalidation.reason.rawValue))
    }
    return reasons
  }

  /// By the list itself, or by a later one of the same scheme: what is found out afterwards counts
  /// for every moment that is judged.
  private static func invalidation(
    of candidate: OfficialCandidate, in facts: OfficialCase
  ) -> Invalidation? {
    let chain = candidate.path.certificates
    let later = laterLists(of: candidate.anchors, in: facts.context)
    // A withdrawal counts in whichever entry of the list it stands.
    let entries = OfficialCandidate.all(for: facts.credential, in: facts.context)
      .filter { $0.anchors.list.scheme.isExactly(candidate.anchors.list.scheme) }.map(\.entry)
    return (entries + later.flatMap { $0.entries(forChain: chain) }).lazy
      .compactMap { $0.invalidation(chain: chain, signedAt: facts.stamp?.time) }.first
  }

  private static func laterLists(
    of anchors: ListAnchors, in context: ValidationContext
  ) -> [GovernmentTrustList] {
    context.trust.later.filter { $0.scheme.isExactly(anchors.list.scheme) }
  }

  private static func stampReasons(in facts: OfficialCase) -> [Note] {
    guard facts.stamp == nil, facts.candidate?.entry.scope.requiresTimeStamp ?? true else {
      return []
    }
    if facts.voice.bearsStamp {
      return [
        Note(OfficialCode.stampUntrusted)
      ]
    }
    return [Note(OfficialCode.noStamp, "the signature bears no time stamp")]
  }

  /// Why the list that knows the signer does not believe the authority of the stamp.
  private static func authorityFault(
    _ stamp: ProvedTime, by anchors: ListAnchors, context: ValidationContext
  ) -> Note? {
    let unlisted = Note(OfficialCode.authorityUnlisted)
    guard let authorities = anchors.timeStamps,
      case .success(let path) = context.chains.path(
        of: stamp.authority, to: authorities, at: stamp.time)
    else { return unlisted }
    let chain = path.certificates
    let lists = [anchors.list] + laterLists(of: anchors, in: context)
    let withdrawn = lists.lazy
      .compactMap { $0.invalidation(ofStampBy: chain, at: stamp.time) }.first
    guard let withdrawn else {
      return anchors.list.acceptsTimeStamp(chain: chain, at: stamp.time) ? nil : unlisted
    }
    return Note(
      OfficialCode.authorityWithdrawn,
      "the list withdrew its trust in the time stamp's authority from "
        + "\(withdrawn.date) on: \(withdrawn.reason.rawValue)")
  }

  private static func isPathValid(_ candidate: OfficialCandidate, in facts: OfficialCase) -> Bool {
    candidate.path.isValid(at: facts.signedAt)
  }
}
