import ArgumentParser
import BroadsealVerifying

/// What a file must be for `verify` to be satisfied.
enum Acceptance: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Issued by a recognised government issuer.
  case official
  /// Signed by somebody on a list that was given.
  case trusted
  /// Intact and signed by anybody.
  case valid

  /// How a run over that one file ends.
  func exitCode(of verdict: Verdict) -> ExitCode {
    switch verdict.integrity {
    case .unreadable: return .incomplete
    case .altered, .malformed: return .failed
    case .noLabel: return verdict.limits.isEmpty ? .unlabelled : .incomplete
    case .intact: break
    }
    if verdict.c2pa.state == .invalid { return .failed }
    if !verdict.limits.isEmpty { return .incomplete }
    if isSatisfied(by: verdict) { return .success }
    return verdict.lacksFreshList ? .trust : .unrecognised
  }

  private func isSatisfied(by verdict: Verdict) -> Bool {
    guard let origin = verdict.origin, verdict.isWhollyBound else { return false }
    let isListed = origin.status.isListed
    switch self {
    case .official: return origin.status == .official || isListed && verdict.isPlainAILabel
    case .trusted: return isListed
    case .valid: return origin.status != .none
    }
  }
}

extension Origin.Status {
  /// Whether some list that was given knows the signer.
  fileprivate var isListed: Bool {
    switch self {
    case .official, .recognisedTool, .known: true
    case .unrecognised, .none: false
    }
  }
}

extension Verdict {
  /// Whether nobody can tell if it is official, because the trust list is out of date, or the kept
  /// evidence is another file's.
  fileprivate var lacksFreshList: Bool {
    let codes: Set<String> = ["OFF-9-STALE", "OFF-9-NOT-YET-ISSUED", "OFF-9-EVIDENCE"]
    return origin?.reasons.contains { codes.contains($0.code) } ?? false
  }

  /// Whether no government list was given that could know the signer.
  var lacksGovernmentList: Bool {
    origin?.reasons.contains { $0.code == "OFF-3-NO-LIST" } ?? false
  }

  /// Whether the signature covers every byte that the format lets it cover.
  fileprivate var isWhollyBound: Bool { !findings.contains { $0.code == "BINDING-PARTIAL" } }

  /// Whether the label says how AI was used and does not claim to be official.
  fileprivate var isPlainAILabel: Bool {
    guard let ai else { return false }
    let disclaimers: Set<String> =
      switch ai.status {
      case .generated, .altered: ["OFF-6-NO-LABEL", "OFF-6-NOT-OFFICIAL"]
      // "No AI" counts only where the issuer chose to say so in a label of ours.
      case .noneDeclared: ["OFF-6-NOT-OFFICIAL"]
      case .unknown, .conflict, .notStated: []
      }
    return origin?.reasons.contains { disclaimers.contains($0.code) } ?? false
  }
}
