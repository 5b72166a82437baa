package import BroadsealBytes
package import BroadsealFolders
package import BroadsealVerifying

/// What a run found, counted.
package struct Summary: Sendable {
  /// The policy that the files were held against.
  package let policy: Policy
  /// Files met that are audited, judged or not.
  package private(set) var files = 0
  /// Their bytes, as far as they are known.
  package private(set) var bytes = 0
  /// Files that nobody looked into, or not everywhere, by reason.
  package private(set) var unjudged: [Unjudged: Int] = [:]
  /// Files judged by the first axis.
  package private(set) var integrity: [Integrity: Int] = [:]
  /// Files judged by the second axis: the standing of whoever speaks for them.
  package private(set) var origin: [Origin.Status: Int] = [:]
  /// Files by what `verify` ends with for somebody who asks for an official label.
  package private(set) var conclusions: [Conclusion: Int] = [:]
  /// Files whose issuer is official by a seal alone.
  package private(set) var officialBySeal = 0
  /// Files of which an official label speaks for a part or an earlier revision alone.
  package private(set) var officialInPart = 0
  /// Files without a label by what their PDF signatures make of them.
  package private(set) var seals: [SealState: Int] = [:]
  /// Files without a label for which a seal speaks, and that were not found altered.
  package private(set) var sealedUnlabelled = 0
  /// Files judged by the third axis.
  package private(set) var ai: [AIUse.Status: Int] = [:]
  /// Files judged by the state that the C2PA standard defines; none for a file without a label.
  package private(set) var states: [C2PAResult.State: Int] = [:]
  /// Findings that count, by severity.
  package private(set) var findings: [Finding.Severity: Int] = [:]
  /// Findings that a waiver covers.
  package private(set) var waived = 0
  /// Files with an error that counts.
  package private(set) var failing = 0
  /// Archives with files at which nobody looked.
  package private(set) var closedArchives = 0
  /// What was left out by rule.
  package private(set) var skipped: [WalkEntry.Skip: Int] = [:]
  /// Whether the run went through to its end.
  package private(set) var isComplete = true
  /// Files by where they are and who issued them.
  package private(set) var places = PlaceTally()
  /// What changed since an earlier run; nil where there is none.
  package var drift: DriftTally?
  private var tally = FindingTally()
  private var usage: PolicyUsage
  private let register: Register?
  private var absent: Set<Int>
  /// What the files were drawn from; nil where all of them were judged.
  package let sample: SampleFrame?

  /// Nothing yet.
  package init(
    _ policy: Policy = .builtIn, register: Register? = nil, sample: SampleFrame? = nil
  ) {
    self.policy = policy
    self.register = register
    self.sample = sample
    usage = PolicyUsage(policy)
    absent = Set(0..<(register?.count ?? 0))
  }

  /// Documents that stand in the register; nil where there is none.
  package var registered: Int? { register?.count }

  /// Counts one judgement.
  package mutating func add(_ judgement: Judgement) {
    if let skip = judgement.skip {
      add(skip)
      return
    }
    let verdict = judgement.verdict
    files += 1
    bytes += verdict.size ?? 0
    conclusions[verdict.conclusion(for: .official), default: 0] += 1
    if let reason = verdict.unjudged {
      unjudged[reason, default: 0] += 1
    } else {
      integrity[verdict.integrity, default: 0] += 1
      origin[verdict.origin?.status ?? .none, default: 0] += 1
      switch OfficialScope(verdict) {
      case .seal: officialBySeal += 1
      case .part: officialInPart += 1
      case .whole, nil: break
      }
      ai[verdict.aiStatus, default: 0] += 1
      if let state = verdict.sealState {
        seals[state, default: 0] += 1
        if verdict.integrity == .noLabel { sealedUnlabelled += 1 }
      }
      if let state = verdict.c2pa.state { states[state, default: 0] += 1 }
    }
    if judgement.isClosed { closedArchives += 1 }
    places.add(judgement)
    note(judgement.rules)
    if let row = judgement.row { absent.remove(row) }
    if judgement.gravest?.severity == .error { failing += 1 }
    for finding in judgement.findings { add(finding, at: judgement.path) }
  }

  /// Notes that some rules are about a file, by their place in the policy.
  package mutating func note(_ rules: [Int]) { usage.add(rules) }

  /// Counts something that is left out by rule.
  package mutating func add(_ skip: WalkEntry.Skip) {
    skipped[skip, default: 0] += 1
  }

  /// Ends the count: what the run says of the policy itself.
  ///
  /// - Parameters:
  ///   - time: the moment of judgement.
  ///   - found: what else is the matter with the policy.
  package mutating func finish(
    isComplete: Bool = true, at time: UTCTime, also found: [AuditFinding] = []
  ) {
    self.isComplete = isComplete
    for finding in found { add(finding, at: nil) }
    // Of files that were not met yet nobody knows which rules are about them.
    for finding in usage.findings(at: time, isComplete: isComplete) { add(finding, at: nil) }
    if let drift {
      let kind = AuditFinding.Kind.documentLost
      let finding = AuditFinding(kind, .error, rule: kind.rule)
      for path in drift.documentsLost { add(finding, at: path) }
      for _ in drift.documentsLost.count..<drift.documentLosses { add(finding, at: nil) }
    }
    guard isComplete, sample == nil, let register,
      let missing = policy.registerFinding(.missing)
    else { return }
    for row in absent.sorted() { add(missing, at: FilePath(register.name(of: row))) }
  }

  private mutating func add(_ finding: AuditFinding, at path: FilePath?) {
    guard finding.waiver == nil else {
      waived += 1
      return
    }
    findings[finding.severity, default: 0] += 1
    tally.add(finding, at: path)
  }

  /// Files that were not judged to the end.
  package var incomplete: Int { unjudged.values.reduce(0, +) }

  /// Errors that are about no file that was met: documents that are not there, and the policy itself.
  package var matters: Int {
    groups.filter { $0.isOfRun && $0.finding.severity == .error }.reduce(0) { $0 + $1.count }
  }

  /// Every rule that some file does not keep, the gravest first, and of two alike the one with more files.
  package var groups: [FindingGroup] { tally.groups }

  /// The gravest findings by name, at most a thousand of each severity: by severity, then by path.
  package var gravest: [PlacedFinding] { tally.gravest }
}

/// Which rules of a policy are about files that were met.
private struct PolicyUsage: Sendable {
  private let policy: Policy
  private var unused: Set<Int>

  init(_ policy: Policy) {
    self.policy = policy
    unused = Set(policy.rules.indices)
  }

  mutating func add(_ rules: [Int]) {
    guard !unused.isEmpty else { return }
    unused.subtract(rules)
  }

  func findings(at time: UTCTime, isComplete: Bool) -> [AuditFinding] {
    let ended = policy.waivers.filter { $0.expires <= time }.map { waiver in
      AuditFinding(
        .endedWaiver, .error, rule: AuditFinding.Kind.endedWaiver.rule, title: waiver.rule)
    }
    guard isComplete else { return ended }
    return ended
      + unused.sorted().map { index in
        AuditFinding(
          .unusedRule, .warning, rule: AuditFinding.Kind.unusedRule.rule,
          title: policy.rules[index].id)
      }
  }
}
