import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealJSON
import BroadsealReporting
import BroadsealSettings
import BroadsealTrust

/// Checks one policy.
struct PolicyCheck {
  let path: FilePath
  let folders: [FilePath]
  /// Who is believed: which agencies there are.
  let context: TrustContext
  let time: UTCTime
  let format: PlainFormat
  let wordings: [Wording]

  /// Says what is wrong, and how the run ends.
  func run() throws(Failure) -> ExitCode {
    let reader: PolicyReader
    do throws(SettingsError) { reader = try PolicyReader(path) } catch {
      throw Failure(policy: error)
    }
    try folders.requireThere()
    guard let policy = reader.policy else {
      for fault in reader.faults { Console.report(Failure(policy: fault)) }
      return .usage
    }
    let findings = findings(of: policy)
    if format == .json {
      try Console.write(json(of: policy, findings))
    } else {
      for wording in wordings { try Console.write(text(of: policy, findings, wording)) }
    }
    return findings.isEmpty ? .success : .failed
  }

  private func text(of policy: Policy, _ findings: [AuditFinding], _ wording: Wording) -> String {
    let (rules, waivers) = (policy.rules.count, policy.waivers.count)
    return findings.map { finding in
      "\(wording.word(for: finding.severity)): \(wording.sentence(for: finding)) "
        + "\(wording.remedy(for: finding))\n"
    }.joined()
      + wording.say(
        "\(Untrusted.path(path)): \(Progress.count(rules, "rule")), "
          + "\(Progress.count(waivers, "waiver")); it can be used"
          + (findings.isEmpty ? ".\n" : ", and has the faults above.\n"),
        "\(Untrusted.path(path)):規則\(rules)件、適用除外\(waivers)件。使用できます"
          + (findings.isEmpty ? "。\n" : "が、上記の指摘があります。\n"))
  }

  /// The same as its schema `broadseal.policy/1` has it.
  private func json(of policy: Policy, _ findings: [AuditFinding]) -> JSON.Value {
    Tool.document(
      .policy,
      path.members("policy") + [
        ("rules", .integer(Int64(policy.rules.count))),
        ("waivers", .integer(Int64(policy.waivers.count))),
        ("findings", .array(findings.map(\.told))),
      ])
  }

  /// What the policy says of itself, and of files in the folders.
  private func findings(of policy: Policy) -> [AuditFinding] {
    var summary = Summary(policy)
    var walk = Walk(folders)
    while !folders.isEmpty, let entry = walk.next() {
      if case .file = entry.kind { summary.note(policy.rules(about: entry)) }
    }
    summary.finish(
      isComplete: !folders.isEmpty, at: time, also: policy.findings(by: context))
    return summary.groups.map(\.finding)
  }
}

extension AuditFinding {
  /// The finding in JSON, with its sentence in English.
  var told: JSON.Value {
    [
      "rule": .string(rule), "kind": .string(kind.rawValue),
      "severity": .string(severity.rawValue),
      "explanation": .string(Wording(.english).sentence(for: self)),
    ]
  }
}
