package import BroadsealBytes
package import BroadsealFolders
package import BroadsealNotes
package import BroadsealVerifying

/// What a run found, counted.
package struct Summary: Sendable {
  /// Files judged, and what could not be read.
  package private(set) var files = 0
  /// Bytes of the files judged.
  package private(set) var bytes = 0
  /// Files by the first axis.
  package private(set) var integrity: [Integrity: Int] = [:]
  /// Files by the second axis.
  package private(set) var origin: [Origin.Status: Int] = [:]
  /// Files without a label by what their PDF signatures make of them.
  package private(set) var seals: [SealState: Int] = [:]
  /// Files by the third axis.
  package private(set) var ai: [AIUse.Status: Int] = [:]
  /// Files by the state that the C2PA standard defines; none for a file without a label.
  package private(set) var states: [C2PAResult.State: Int] = [:]
  /// Findings by severity.
  package private(set) var findings: [Finding.Severity: Int] = [:]
  /// What was not judged by rule.
  package private(set) var skipped: [WalkEntry.Skip: Int] = [:]
  /// Files that were not judged to the end.
  package private(set) var incomplete = 0
  /// Files that somebody should look at.
  package private(set) var needingAttention = 0
  private var gravest: [Attention.Kind: [Attention]] = [:]
  /// Whether the run went through to its end.
  package var isComplete = true

  /// Nothing yet.
  package init() {}

  /// Counts one judgement.
  package mutating func add(_ judgement: Judgement) {
    for finding in judgement.verdict.findings { findings[finding.severity, default: 0] += 1 }
    if let skip = judgement.skip {
      add(skip)
      return
    }
    let verdict = judgement.verdict
    files += 1
    bytes += verdict.size ?? 0
    integrity[verdict.integrity, default: 0] += 1
    origin[verdict.origin?.status ?? .none, default: 0] += 1
    ai[verdict.ai?.status ?? .notStated, default: 0] += 1
    if let state = verdict.sealState { seals[state, default: 0] += 1 }
    if let state = verdict.c2pa.state { states[state, default: 0] += 1 }
    if let attention = Attention(judgement) { add(attention) }
    if !verdict.isJudgedToTheEnd { incomplete += 1 }
  }

  /// Counts something that is not judged by rule.
  package mutating func add(_ skip: WalkEntry.Skip) {
    skipped[skip, default: 0] += 1
  }

  /// Most files that `attention` names.
  package static let maximumAttention = 20

  /// The first files that somebody should look at, gravest first.
  package var attention: [Attention] {
    Array(
      Attention.Kind.allCases.flatMap { gravest[$0] ?? [] }.prefix(Summary.maximumAttention))
  }

  private mutating func add(_ attention: Attention) {
    needingAttention += 1
    if gravest[attention.kind, default: []].count < Summary.maximumAttention {
      gravest[attention.kind, default: []].append(attention)
    }
  }
}

/// A file of a run that somebody should look at, and why.
package struct Attention: Sendable {
  /// What is the matter, gravest first.
  package enum Kind: Int, Sendable, CaseIterable {
    /// Altered, malformed, or with a label that does not hold.
    case failed
    /// Not judged to the end.
    case unread
    /// Statements about AI contradict each other.
    case conflict
  }

  /// The file.
  package let path: FilePath
  /// What is the matter.
  package let kind: Kind
  /// Code of what was found; nil where the kind says it all.
  package let code: Code?

  /// The matter with a file; nil when there is none.
  package init?(_ judgement: Judgement) {
    guard judgement.skip == nil else { return nil }
    let verdict = judgement.verdict
    path = judgement.path
    switch verdict.conclusion(for: .valid) {
    case .failed:
      kind = .failed
      code =
        verdict.firstError ?? verdict.sealFault
        ?? (verdict.hasFailedLabel ? OfficialCode.ingredient.code : nil)
    case .incomplete:
      kind = .unread
      code = verdict.integrity == .unreadable ? verdict.firstError : nil
    case .satisfied, .unlabelled, .unrecognised, .staleTrust:
      guard verdict.ai?.status == .conflict else { return nil }
      kind = .conflict
      code = nil
    }
  }
}

extension Verdict {
  /// Code of what is wrong with the bytes under a seal.
  fileprivate var sealFault: Code? {
    let reasons = speakingSeal?.seal?.reasons.map(\.code) ?? []
    if sealState == .broken { return SealCode.broken.code }
    return reasons.first { $0.condition == 3 }
  }

  /// Code of the first finding that makes the verdict worse.
  fileprivate var firstError: Code? { findings.first { $0.severity == .error }?.code }
}
