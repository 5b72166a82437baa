package import BroadsealBytes
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
  package let code: String?

  /// The matter with a file; nil when there is none.
  package init?(_ judgement: Judgement) {
    guard judgement.skip == nil else { return nil }
    let verdict = judgement.verdict
    path = judgement.path
    switch verdict.integrity {
    case .altered, .malformed:
      kind = .failed
      code = verdict.firstError
    case .unreadable:
      kind = .unread
      code = verdict.firstError
    case .intact where verdict.c2pa.state == .invalid:
      kind = .failed
      code = verdict.firstError ?? "OFF-1-INGREDIENT"
    case .intact, .noLabel:
      guard verdict.ai?.status == .conflict || !verdict.limits.isEmpty else { return nil }
      kind = verdict.limits.isEmpty ? .conflict : .unread
      code = nil
    }
  }
}

extension Verdict {
  /// Code of the first finding that makes the verdict worse.
  fileprivate var firstError: String? { findings.first { $0.severity == .error }?.code }
}
