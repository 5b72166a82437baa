import BroadsealNotes
package import BroadsealVerifying

extension AuditFinding.Kind {
  /// What is the matter with a file whatever the policy; nil when nothing is.
  package init?(of verdict: Verdict) {
    if verdict.integrity == .altered {
      self = .altered
    } else if verdict.integrity == .malformed || verdict.hasFailedLabel {
      self = .labelFails
    } else if let unjudged = verdict.unjudged {
      self.init(unjudged)
    } else if verdict.integrity == .noLabel, verdict.origin == nil {
      self = verdict.has(PlaceCode.sidecarWithoutAsset) ? .strayLabel : .noLabel
    } else if verdict.conclusion(for: .sealed) == .satisfied {
      guard verdict.ai?.status == .conflict else { return nil }
      self = .aiConflict
    } else if !verdict.isOpen, verdict.statement?.claim != nil {
      self = .claimed
    } else if verdict.ai?.status == .conflict {
      self = .aiConflict
    } else if verdict.isOpen {
      self = .undecided
    } else if verdict.conclusion(for: .trusted) == .satisfied {
      return nil
    } else {
      self = .unrecognised
    }
  }
}

extension Verdict {
  /// Whether nobody can tell if it is official, with the lists that were given.
  fileprivate var isOpen: Bool {
    isUndecided || lacksGovernmentList || conclusion(for: .sealed) == .staleTrust
  }

  /// The code that tells most of why the verdict is not a better one.
  var tellingCode: Code? {
    if unjudged != nil {
      return findings.first { $0.code.nature.isObstacle }?.code ?? firstError
        ?? findings.first { $0.code == PlaceCode.formatNotRead.code }?.code
    }
    if let code = firstError ?? sealFault { return code }
    if hasFailedLabel { return OfficialCode.ingredient.code }
    return originInWhole == .official ? nil : origin?.reasons.first?.code
  }

  /// Code of what is wrong with the bytes under a seal.
  private var sealFault: Code? {
    let reasons = speakingSeal?.seal?.reasons.map(\.code) ?? []
    if sealState == .broken { return SealCode.broken.code }
    return reasons.first { $0.condition == 3 }
  }

  /// Code of the first finding that makes the verdict worse.
  private var firstError: Code? { findings.first { $0.severity == .error }?.code }
}
