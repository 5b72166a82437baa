import BroadsealNotes
import BroadsealProvenance

/// Condition 8: the signer's certificate was not revoked. Where nothing is known of it, that is no
/// obstacle unless the user asked for strictness.
enum RevocationCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    if facts.voice.revocation == .revoked {
      return [
        Note(OfficialCode.revoked)
      ]
    }
    guard facts.isStrict, facts.voice.revocation == .unknown else { return [] }
    return [
      Note(OfficialCode.revocationUnknown)
    ]
  }
}
