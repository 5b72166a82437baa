package import BroadsealBytes
package import BroadsealNotes
import BroadsealVerifying

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
      code = verdict.firstError ?? (verdict.hasFailedLabel ? OfficialCode.ingredient.code : nil)
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
  /// Code of the first finding that makes the verdict worse.
  fileprivate var firstError: Code? { findings.first { $0.severity == .error }?.code }
}
