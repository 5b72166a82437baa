package import BroadsealVerifying

/// Which findings make a run fail.
package struct FailOn: Sendable, Hashable {
  /// This severity and those above; nil: no severity alone.
  package let severity: Finding.Severity?
  /// Kinds and rules, whatever their severity.
  package let names: Set<String>

  /// What makes a run fail.
  package init(severity: Finding.Severity?, names: Set<String> = []) {
    self.severity = severity
    self.names = names
  }

  /// What makes a run fail unless somebody says otherwise: errors.
  package static let usual = FailOn(severity: .error)

  /// Reads a list, separated by commas: severities, kinds, rules of the policy, or `none`.
  ///
  /// - Throws: the first part that is none of them.
  package init(_ list: String, rules: [String]) throws(UnknownName) {
    var severity: Finding.Severity?
    var names: Set<String> = []
    let known = Set(AuditFinding.Kind.allCases.flatMap { [$0.rawValue, $0.rule] })
      .union(rules)
    for part in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if part == "none", list == part { break }
      if let named = Finding.Severity(rawValue: part) {
        severity = min(severity ?? named, named)
      } else if known.contains(part) {
        names.insert(part)
      } else {
        throw UnknownName(name: part)
      }
    }
    self.init(severity: severity, names: names)
  }

  /// A name that is no severity, no kind and no rule.
  package struct UnknownName: Error, Hashable {
    /// The name.
    package let name: String
  }

  /// Whether a finding makes the run fail: one that counts and is in the list.
  package func includes(_ finding: AuditFinding) -> Bool {
    guard finding.waiver == nil else { return false }
    if let severity, finding.severity >= severity { return true }
    return names.contains(finding.kind.rawValue) || names.contains(finding.rule)
  }
}
