package import BroadsealBytes
import BroadsealFolders
import BroadsealNotes
package import BroadsealVerifying

/// What an audit asks of files: the rules of a policy file, and those that are built in.
package struct Policy: Sendable {
  /// What people call it; nil for one without a name.
  package let name: String?
  /// Its rules, in the order of the file.
  package let rules: [PolicyRule]
  /// Its waivers.
  package let waivers: [Waiver]
  /// How much each kind of finding that is built in matters; one that is not here is not asked about.
  package let builtIn: [AuditFinding.Kind: Finding.Severity]
  /// Whether a file that no rule is about is a finding.
  package let reportsUnmatched: Bool
  /// The file that it stands in; nil for the one that is built in.
  package let source: Source?

  /// The file of a policy.
  package struct Source: Sendable, Hashable {
    /// Its path.
    package let path: FilePath
    /// SHA-256 of its bytes, in lower-case hex.
    package let sha256: String

    /// The file at `path`.
    package init(path: FilePath, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// A policy.
  package init(
    name: String? = nil, rules: [PolicyRule] = [], waivers: [Waiver] = [],
    builtIn: [AuditFinding.Kind: Finding.Severity] = Policy.usual,
    reportsUnmatched: Bool = false, source: Source? = nil
  ) {
    self.name = name
    self.rules = rules
    self.waivers = waivers
    self.builtIn = builtIn
    self.reportsUnmatched = reportsUnmatched
    self.source = source
  }

  /// What is asked without a policy file.
  package static let builtIn = Policy()

  /// How much each kind matters that is built in, unless a policy says otherwise.
  package static let usual: [AuditFinding.Kind: Finding.Severity] = [
    .altered: .error, .labelFails: .error, .claimed: .error, .unreadable: .error,
    .changed: .error, .encrypted: .error, .tooLarge: .error, .partial: .error, .notRead: .error,
    .aiConflict: .warning, .undecided: .warning, .strayLabel: .warning, .unrecognised: .warning,
    .noLabel: .note,
  ]

  /// Identifier of the rule that is built in for a kind.
  package static func rule(for kind: AuditFinding.Kind) -> String {
    let prefix =
      switch kind {
      case .unmatched, .unusedRule, .endedWaiver: "POL-"
      default: "BASE-"
      }
    return prefix + kind.rawValue.uppercased()
  }

  /// What there is to say against a file, the gravest first.
  ///
  /// - Parameters:
  ///   - place: where the file is.
  ///   - about: the rules that are about it, by their place in `rules`.
  package func findings(
    about place: PolicyPlace, rules about: [Int], _ facts: Facts
  ) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    if let kind = AuditFinding.Kind(of: facts.verdict), let severity = builtIn[kind] {
      findings.append(
        AuditFinding(
          kind, severity, rule: Policy.rule(for: kind), code: facts.verdict.tellingCode))
    }
    findings += about.compactMap { rules[$0].finding(about: facts) }
    if reportsUnmatched, about.isEmpty {
      findings.append(
        AuditFinding(.unmatched, .warning, rule: Policy.rule(for: .unmatched)))
    }
    for index in findings.indices where !waivers.isEmpty {
      findings[index].waiver = waivers.first {
        $0.rule == findings[index].rule && facts.time < $0.expires && place.matches($0.match)
      }
    }
    return findings.sorted()
  }
}

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
