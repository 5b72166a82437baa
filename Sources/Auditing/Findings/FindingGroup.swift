package import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying

/// Findings of one kind under one rule: how many, and some of them.
package struct FindingGroup: Sendable {
  /// The first of them, in path order; what it lacks is what all of them lack between them.
  package fileprivate(set) var finding: AuditFinding
  /// A file, and the code that tells most about it.
  package struct Example: Sendable {
    /// The file.
    package let path: FilePath
    /// The code; nil where the kind says it all.
    package let code: Code?
  }

  /// Files that it is about, the first of many; none for a finding about the policy.
  package fileprivate(set) var examples: [Example] = []
  /// How many files there are.
  package fileprivate(set) var count = 1

  /// Most files that are kept by name.
  package static let maximumExamples = 20

  /// The first file that it is about; nil for a finding about the policy.
  package var path: FilePath? { examples.first?.path }

  /// Counts a finding about `path`.
  fileprivate mutating func add(_ finding: AuditFinding, at path: FilePath?) {
    guard let path, examples.count < FindingGroup.maximumExamples else { return }
    examples.append(Example(path: path, code: finding.code))
  }

  /// Whether it is about the run as a whole, and not about files that were met.
  package var isOfRun: Bool { path == nil || finding.kind.isOfAbsence }
}

/// A finding, and the file that it is about.
package struct PlacedFinding: Sendable {
  /// The finding.
  package let finding: AuditFinding
  /// The file; nil for a finding about the policy.
  package let path: FilePath?

  /// Whether it is about the run as a whole, and not about a file that was met.
  package var isOfRun: Bool { path == nil || finding.kind.isOfAbsence }
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
      counted[key] = FindingGroup(finding: finding)
    } else {
      counted[key]?.count += 1
      counted[key]?.finding.addShortfalls(of: finding)
    }
    counted[key]?.add(finding, at: path)
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
