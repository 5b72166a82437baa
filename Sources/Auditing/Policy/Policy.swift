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
  /// The controls whose rules alone are asked; none where every rule is.
  package let served: [String]

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
    reportsUnmatched: Bool = false, source: Source? = nil, served: [String] = []
  ) {
    self.name = name
    self.rules = rules
    self.waivers = waivers
    self.builtIn = builtIn
    self.reportsUnmatched = reportsUnmatched
    self.source = source
    self.served = served
  }

  /// What is asked without a policy file.
  package static let builtIn = Policy()

  /// How much each kind matters that is built in, unless a policy says otherwise.
  package static let usual: [AuditFinding.Kind: Finding.Severity] = [
    .altered: .error, .labelFails: .error, .claimed: .error, .conditionFails: .error,
    .sealChanged: .error,
    .unreadable: .error,
    .changed: .error, .encrypted: .error, .tooLarge: .error, .partial: .error, .notRead: .error,
    .missing: .error, .unregistered: .warning, .aiConflict: .warning, .undecided: .warning,
    .strayLabel: .warning, .misnamed: .warning, .unrecognised: .warning, .notOfficial: .warning,
    .noLabel: .note,
  ]

  /// What there is to say against a file, the gravest first.
  ///
  /// - Parameters:
  ///   - place: where the file is.
  ///   - about: the rules that are about it, by their place in `rules`.
  ///   - isRegistered: whether it stands in the register; nil where there is none.
  package func findings(
    about place: PolicyPlace, rules about: [Int], isRegistered: Bool? = nil, _ facts: Facts
  ) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    if let kind = AuditFinding.Kind(of: facts.verdict), let severity = builtIn[kind] {
      findings.append(
        AuditFinding(
          kind, severity, rule: kind.rule, code: facts.verdict.tellingCode))
    }
    if isRegistered == false, let finding = registerFinding(.unregistered) {
      findings.append(finding)
    }
    findings += about.compactMap { rules[$0].finding(about: facts) }
    if reportsUnmatched, about.isEmpty {
      findings.append(
        AuditFinding(.unmatched, .warning, rule: AuditFinding.Kind.unmatched.rule))
    }
    for index in findings.indices where !waivers.isEmpty {
      findings[index].waiver = waivers.first {
        $0.rule == findings[index].rule && facts.time < $0.expires && place.matches($0.match)
      }
    }
    return findings.sorted()
  }
}

extension Policy {
  /// What is the matter with rules that ask for agencies which are not `listed`: a mistyped identifier, or that of the
  /// demo, makes an error of every file.
  package func findings(listed: Set<String>) -> [AuditFinding] {
    rules.compactMap { rule in
      let asked = (rule.when + rule.require).flatMap { criterion -> [String] in
        if case .agency(let ids) = criterion { ids } else { [] }
      }
      let unlisted = asked.filter { !listed.contains($0) }
      guard !unlisted.isEmpty else { return nil }
      let kind = AuditFinding.Kind.unlistedAgency
      return AuditFinding(
        kind, .warning, rule: kind.rule, title: rule.id,
        shortfalls: [Shortfall(.agency(unlisted), isDenied: false, found: [])])
    }
  }

  /// A finding that a register gives; nil where the policy does not ask for it.
  func registerFinding(_ kind: AuditFinding.Kind) -> AuditFinding? {
    builtIn[kind].map { AuditFinding(kind, $0, rule: kind.rule) }
  }
}
