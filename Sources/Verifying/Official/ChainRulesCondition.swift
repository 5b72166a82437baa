import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// Condition 4: the certificates keep RFC 5280 and the C2PA profile, and the signer's is made for
/// signing claims and for no other trade.
enum ChainRulesCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    var reasons = facts.credential.violations.prefix(1).map { violation in
      Note(OfficialCode.profile, "the signer's certificate breaks the profile: \(violation.reason)")
    }
    let purposes = facts.credential.purposes
    let trades = [Purpose.timeStamping, Purpose.ocspSigning, Purpose.any]
    if !purposes.contains(where: facts.context.trust.anchors.acceptedPurposes.contains)
      || purposes.contains(where: trades.contains)
    {
      reasons.append(
        Note(OfficialCode.purpose, "the signer's certificate is not made for signing documents"))
    }
    reasons += authorityReasons(in: facts)
    if let candidate = facts.candidate,
      let failure = facts.context.chains.strictFailure(of: candidate.path)
    {
      reasons.append(
        Note(OfficialCode.chain, "the chain breaks RFC 5280: \(failure.description)"))
    }
    return reasons
  }

  /// The authorities between the signer and the one on the list: the list does not name them, so they
  /// keep the profile too, and may vouch for what the signer is made for.
  private static func authorityReasons(in facts: OfficialCase) -> [Note] {
    guard let path = facts.candidate?.path.certificates else { return [] }
    let purposes = Set(facts.credential.purposes)
      .intersection(facts.context.trust.anchors.acceptedPurposes)
    return path.dropFirst().dropLast().flatMap { authority in
      var reasons = CertificateProfile.violations(ofAuthority: authority).prefix(1).map {
        Note(
          OfficialCode.profile, "the certificate of an authority breaks the profile: \($0.reason)")
      }
      if let allowed = authority.extendedKeyUsage,
        !allowed.contains(Purpose.any), purposes.isDisjoint(with: allowed)
      {
        reasons.append(
          Note(OfficialCode.purpose, "an authority of the chain is not made for such signers"))
      }
      return reasons
    }
  }
}
