import BroadsealNotes
import BroadsealTrust

/// Condition 5: the signer is within the scope of its entry, and its country is the jurisdiction.
enum ScopeCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Note] {
    (facts.candidate?.mismatches ?? []).map { reason(of: $0, condition: .scope) }
  }

  /// A reason for one rule: `OFF-5-COUNTRY` for `SCOPE-COUNTRY`.
  static func reason(
    of mismatch: ScopeMismatch, condition: OfficialScopeCode.Condition
  ) -> Note {
    let found = mismatch.found.isEmpty ? "nothing" : mismatch.found.joined(separator: ", ")
    let expected = mismatch.expected.joined(separator: ", ")
    return Note(
      OfficialScopeCode(mismatch.code, condition),
      "the list's rule \(mismatch.code.name) does not hold: found \(found)"
        + (expected.isEmpty ? "" : ", wanted \(expected)"))
  }
}
