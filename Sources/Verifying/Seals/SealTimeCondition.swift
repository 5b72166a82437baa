import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// SEAL-7: when it was sealed is known, and certificates, key and entry were good then.
///
/// A stamp by an authority of the list says when. Where the list itself vouches for the period of a key, the
/// time that the signer states will do; it lies after everything with a time of its own that was sealed.
/// A service that was withdrawn since is no other case: the stated time lies within the time in which the
/// service was granted, and within that of the key.
enum SealTimeCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard let candidate = facts.candidate else { return [] }
    var reasons: [Note] = []
    if let moment = facts.moment {
      reasons += placeReasons(candidate, at: moment, in: facts)
      if facts.stamp == nil { reasons += claimReasons(moment, in: facts) }
    } else {
      reasons.append(lack(of: candidate, in: facts))
    }
    // Whatever the list asks for: somebody put it there that it was not made for.
    if facts.bearsWrongStamp, facts.moment != nil {
      reasons.append(Note(SealCode.stampUntrusted, "its time stamp is of something else"))
    }
    let isCompromised = facts.stamp == nil && facts.key?.ending == .compromised
    if isCompromised { reasons.append(Note(SealCode.compromised)) }
    let withdrawal = facts.credential.flatMap {
      facts.context.withdrawal(of: $0, signedAt: facts.stamp?.time)
    }
    // The end of a compromised key is a withdrawal itself, which its own entry tells by its own code.
    if let withdrawal, !isCompromised || withdrawal != facts.key?.withdrawal {
      reasons.append(
        Note(
          SealCode.withdrawn,
          "a list withdrew its trust from \(withdrawal.date) on: \(withdrawal.reason.rawValue)"))
    }
    return reasons
  }

  /// Why there is no time that counts.
  private static func lack(of candidate: OfficialCandidate, in facts: SealCase) -> Note {
    if facts.allowsClaimedTime { return Note(SealCode.noTime) }
    if let fault = facts.stamps.first?.fault(
      at: candidate, by: facts.revocation, in: facts.context)
    {
      return fault
    }
    return facts.bearsStamp
      ? Note(
        SealCode.stampUntrusted, facts.result.stampFault ?? "it is by nobody who is known here")
      : Note(SealCode.noStamp, "it bears no time stamp")
  }

  private static func placeReasons(
    _ candidate: OfficialCandidate, at moment: UTCTime, in facts: SealCase
  ) -> [Note] {
    var reasons: [Note] = []
    if !candidate.path.isValid(at: moment) {
      reasons.append(
        Note(
          SealCode.outsideValidity, "a certificate of the chain was not valid at \(moment)"))
    }
    if let key = facts.key, !key.isInForce(at: moment) {
      reasons.append(Note(SealCode.outsidePeriod, "the list does not know the key at \(moment)"))
    }
    if !candidate.entry.isGranted(at: moment) {
      reasons.append(
        Note(SealCode.notGranted, "the list did not believe in this service at \(moment)"))
    }
    return reasons
  }

  /// What speaks against the time that the signer states.
  private static func claimReasons(_ claimed: UTCTime, in facts: SealCase) -> [Note] {
    var reasons: [Note] = []
    if let newest = facts.notBefore, claimed < newest {
      reasons.append(
        Note(SealCode.beforeAnswer, "it states \(claimed), and covers something of \(newest)"))
    }
    if claimed > facts.context.latest.adding(seconds: ProvedTime.clockSkew) {
      reasons.append(Note(SealCode.future, "it states \(claimed)"))
    }
    // Nothing says which certificate of the key was meant, and when.
    if let message = facts.checked.message, !message.hasSignedAttributes {
      reasons.append(Note(SealCode.noStamp, "it has no signed attributes, and bears no time stamp"))
    }
    return reasons
  }
}
