import BroadsealNotes
import BroadsealOpenSSL

/// SEAL-8: nothing in the chain was revoked when it sealed. Where nothing is known, that is no obstacle
/// unless the user asked for strictness.
enum SealRevocationCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard let path = facts.candidate?.path else { return [] }
    let standing = facts.revocation.standing(
      of: path, stamped: facts.stamp?.time, at: facts.moment,
      key: facts.key, in: facts.context)
    switch standing {
    case .revoked: return [Note(SealCode.revoked)]
    case .unknown:
      guard facts.isStrict else { return [] }
      return facts.revocation.limit(of: path, in: facts.context).map {
        [Note(SealCode.revocationUnknown, $0.consequence)]
      } ?? [Note(SealCode.revocationUnknown)]
    case .good: return []
    }
  }
}
