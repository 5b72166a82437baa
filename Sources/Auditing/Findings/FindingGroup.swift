package import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying

/// Findings of one kind under one rule: how many, and one of them.
package struct FindingGroup: Sendable {
  /// The first of them, in path order; what it lacks is what all of them lack between them.
  package fileprivate(set) var finding: AuditFinding
  /// The file that it is about; nil for a finding about the policy.
  package let path: FilePath?
  /// How many files there are.
  package fileprivate(set) var count = 1

  /// Whether it is about the run as a whole, and not about files that were met.
  package var isOfRun: Bool { path == nil || finding.kind == .missing }
}

/// A finding, and the file that it is about.
package struct PlacedFinding: Sendable {
  /// The finding.
  package let finding: AuditFinding
  /// The file; nil for a finding about the policy.
  package let path: FilePath?
}

/// The findings of a run: counted all, and the gravest of them by name. Memory stays flat.
package struct FindingTally: Sendable {
  private struct Key: Hashable {
    let rule: String
    let kind: AuditFinding.Kind
    let title: String?
    let reason: Code?
  }

  private var counted: [Key: FindingGroup] = [:]
  private var named: [Finding.Severity: [PlacedFinding]] = [:]

  /// Most findings of one severity that are kept by name.
  package static let maximumNamed = 1_000

  /// Counts a finding about `path`.
  mutating func add(_ finding: AuditFinding, at path: FilePath?) {
    let key = Key(
      rule: finding.rule, kind: finding.kind, title: finding.title, reason: finding.reason)
    if counted[key] == nil {
      counted[key] = FindingGroup(finding: finding, path: path)
    } else {
      counted[key]?.count += 1
      counted[key]?.finding.addShortfalls(of: finding)
    }
    if named[finding.severity, default: []].count < FindingTally.maximumNamed {
      named[finding.severity, default: []].append(PlacedFinding(finding: finding, path: path))
    }
  }

  /// Every rule that some file does not keep, the gravest first, and of two alike the one with more files.
  var groups: [FindingGroup] {
    counted.values.sorted { left, right in
      let (one, other) = (left.finding, right.finding)
      if one.severity == other.severity, one.kind == other.kind, left.count != right.count {
        return left.count > right.count
      }
      if one < other || other < one { return one < other }
      let names = [one, other].map { ($0.title ?? "") + "\n" + ($0.reason?.name ?? "") }
      return names[0].utf8.lexicographicallyPrecedes(names[1].utf8)
    }
  }

  /// The gravest findings by name: by severity, then by path.
  var gravest: [PlacedFinding] {
    Finding.Severity.allCases.sorted(by: >).flatMap { named[$0] ?? [] }
  }
}
