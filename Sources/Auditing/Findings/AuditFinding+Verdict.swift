import BroadsealNotes
import BroadsealReporting
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
    } else if verdict.integrity == .noLabel, verdict.sealState == .broken {
      self = .altered
    } else if verdict.integrity == .noLabel, verdict.sealState == .changed {
      self = .sealChanged
    } else if verdict.integrity == .noLabel, verdict.origin == nil {
      self = verdict.has(PlaceCode.sidecarWithoutAsset) ? .strayLabel : .noLabel
    } else if verdict.conclusion(for: .sealed) == .satisfied {
      guard verdict.aiStatus == .conflict else { return nil }
      self = .aiConflict
    } else if verdict.claimsInVain {
      self = verdict.origin?.agency == nil ? .claimed : .conditionFails
    } else if verdict.aiStatus == .conflict {
      self = .aiConflict
    } else if verdict.isOpen {
      self = .undecided
    } else if verdict.conclusion(for: .trusted) == .satisfied {
      return nil
    } else if verdict.isMisnamed, verdict.origin?.status.isListed ?? false {
      self = .misnamed
    } else {
      self = verdict.origin?.agency == nil ? .unrecognised : .notOfficial
    }
  }
}

extension Verdict {
  /// Whether nobody can tell if it is official, with the lists that were given.
  fileprivate var isOpen: Bool { isOpenInTime || lacksGovernmentList || isOfStaleList }

  private var isOfStaleList: Bool { conclusion(for: .sealed) == .staleTrust }

  /// Whether its label claims to be official, and it is not by the lists that were given. A newer number of a list may
  /// still confirm its agency; a signer on no list stays on none, and waiting for the end of a certificate makes no
  /// claim a smaller one.
  fileprivate var claimsInVain: Bool {
    guard statement?.claim != nil, !isOfListedRevision, !lacksGovernmentList else { return false }
    return origin?.agency == nil || !isOfStaleList
  }

  /// Whether a listed agency's label speaks for an earlier revision, which nobody changed.
  fileprivate var isOfListedRevision: Bool {
    integrity == .intactRevision && origin?.agency != nil
  }

  /// The code that tells most of why the verdict is not a better one.
  var tellingCode: Code? {
    if unjudged != nil {
      return findings.first { $0.code.nature.isObstacle }?.code ?? firstError
        ?? findings.first { $0.code == PlaceCode.formatNotRead.code }?.code
    }
    if let code = firstError ?? sealFault { return code }
    if hasFailedLabel { return OfficialCode.ingredient.code }
    guard originInWhole != .official, let origin else { return nil }
    let reasons = origin.reasons.map(\.code)
    if isOpenInTime, !lacksGovernmentList { return OfficialCode.undecided.code }
    if isOfListedRevision, reasons.isEmpty { return laterCode }
    guard origin.agency == nil else { return Wording.decisive(reasons) }
    // By the standard the label of an expired signer is not valid, and that says least of it.
    let standing = isUndecided ? reasons.first { $0.condition == 3 } : nil
    return reasons.first { $0.condition == 5 } ?? standing ?? reasons.first
  }

  /// Code of what was added after the revision that the label speaks for.
  private var laterCode: Code? {
    findings.map(\.code).first { $0 == RemarkCode.laterChange || $0 == RemarkCode.laterEvidence }
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
