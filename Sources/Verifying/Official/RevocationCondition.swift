import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Condition 8: the signer's certificate was not revoked, and neither was one above it on the way to the place.
/// Where nothing is known of it, that is no obstacle unless the user asked for strictness.
///
/// What C2PA's status says is of all ways together and by any stamp that a reader believes. A place is one way
/// alone, and has authorities of its own: each is asked for itself.
enum RevocationCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    switch standing(in: facts) {
    case .revoked: [Note(OfficialCode.revoked)]
    case .unknown: facts.isStrict ? [unknown(facts)] : []
    case .good: []
    }
  }

  /// That nothing is known, with why a list that was given says nothing.
  private static func unknown(_ facts: OfficialCase) -> Note {
    let path = facts.candidate?.path
    let issuers = facts.context.chains.ancestry(of: facts.credential).issuers(at: 0)
    let limit = path?.links(besides: issuers).first?.lazy.compactMap { link in
      facts.context.evidence.limit(
        for: link.certificate, issuer: link.issuer, among: facts.context.judges(of: link).known)
    }.first
    return limit.map { Note(OfficialCode.revocationUnknown, $0.consequence) }
      ?? Note(OfficialCode.revocationUnknown)
  }

  private static func standing(in facts: OfficialCase) -> RevocationStanding {
    guard let path = facts.candidate?.path, facts.voice.revocation != .revoked else {
      return facts.voice.revocation
    }
    return RevocationCheck.standing(
      of: facts.credential, on: path, stapled: facts.voice.responses,
      stamp: facts.countedStamp?.time, in: facts.context)
  }
}
