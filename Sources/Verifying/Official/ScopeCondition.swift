import BroadsealTrust

/// Condition 5: the signer is within the scope of its entry, and its country is the jurisdiction.
enum ScopeCondition: OfficialCondition {
  static func reasons(in facts: OfficialCase) -> [Reason] {
    (facts.candidate?.mismatches ?? []).map { reason(of: $0, condition: 5) }
  }

  /// A reason for one rule: `OFF-5-COUNTRY` for `SCOPE-COUNTRY`.
  static func reason(of mismatch: ScopeMismatch, condition: Int) -> Reason {
    let rule = mismatch.code.rawValue.dropFirst("SCOPE-".count)
    let found = mismatch.found.isEmpty ? "nothing" : mismatch.found.joined(separator: ", ")
    let expected = mismatch.expected.joined(separator: ", ")
    return Reason(
      code: "OFF-\(condition)-\(rule)",
      explanation: expected.isEmpty
        ? "the list's rule \(mismatch.code.rawValue) does not hold: found \(found)"
        : "the list's rule \(mismatch.code.rawValue) does not hold: "
          + "found \(found), wanted \(expected)")
  }
}
