import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// SEAL-6: the signer and the seal are within what the entry of the list allows.
enum SealScopeCondition: SealCondition {
  static func reasons(in facts: SealCase) -> [Note] {
    guard let candidate = facts.candidate, let entry = facts.entry else { return [] }
    var reasons = candidate.mismatches.map(reason)
    if let kind = SealKind(rawValue: facts.result.format), !entry.kinds.contains(kind) {
      reasons.append(Note(SealCode.otherKind, "it is of the kind \(kind.rawValue)"))
    }
    if let most = entry.certification {
      let permitted = facts.result.later?.permission
      if permitted.map({ $0 > most }) ?? true {
        reasons.append(
          Note(
            SealCode.certification,
            permitted.map { "DocMDP is \($0)" } ?? "it does not certify the document"))
      }
    }
    if entry.mustBeQualified, facts.credential.map({ !$0.leaf.isQualifiedForSeals }) ?? true {
      reasons.append(Note(SealCode.qualified))
    }
    return reasons
  }

  private static func reason(of mismatch: ScopeMismatch) -> Note {
    guard mismatch.code != .pin else { return Note(SealCode.key) }
    let found = mismatch.found.isEmpty ? "nothing" : mismatch.found.joined(separator: ", ")
    let expected = mismatch.expected.joined(separator: ", ")
    return Note(
      SealCode.scope,
      "the list's rule \(mismatch.code.name) does not hold: found \(found)"
        + (expected.isEmpty ? "" : ", wanted \(expected)"))
  }
}
