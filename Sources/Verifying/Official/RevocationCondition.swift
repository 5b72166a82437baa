import BroadsealProvenance

/// Condition 8: the signer's certificate was not revoked. Where nothing is known of it, that is no
/// obstacle unless the user asked for strictness.
enum RevocationCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    if facts.voice.revocation == .revoked {
      return [
        Reason(code: "OFF-8-REVOKED", explanation: "the signer's certificate was revoked")
      ]
    }
    guard facts.isStrict, facts.voice.revocation == .unknown else { return [] }
    return [
      Reason(
        code: "OFF-8-UNKNOWN",
        explanation: "it is not known whether the signer's certificate was revoked")
    ]
  }
}
