import BroadsealBytes
import BroadsealFolders
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import Testing

@testable import BroadsealAuditing

@Suite("A policy says of a file what it asks and the file is not")
struct PolicyTests {
  private func rule(
    _ id: String = "R", match: String = "**", when: [Criterion] = [], require: [Criterion] = [],
    deny: [Criterion] = [], severity: Finding.Severity = .error, controls: [String] = []
  ) -> PolicyRule {
    PolicyRule(
      id: id, match: [Glob(match)].compactMap(\.self), when: when, require: require, deny: deny,
      severity: severity, controls: controls)
  }

  private func findings(
    _ verdict: Verdict, _ rules: [PolicyRule], at path: String = "a/b.pdf", root: Int = 0,
    waivers: [Waiver] = [], reportsUnmatched: Bool = false
  ) -> [AuditFinding] {
    let policy = Policy(
      rules: rules, waivers: waivers, builtIn: [:], reportsUnmatched: reportsUnmatched)
    return Judgement(path: FilePath(path), verdict: verdict)
      .held(against: Made.measure(policy), rootLength: root).findings
  }

  private static let day = Int64(86_400)

  private static let full = Verdict(
    path: "", format: "pdf", mediaType: "application/pdf", isDetached: true, integrity: .intact,
    origin: Origin(
      status: .official, agency: Agency(id: "press", names: [:]), jurisdiction: "US",
      signer: SignerIdentity(
        subject: "", spki: "", algorithm: "", notAfter: Made.now.adding(seconds: 40 * day))),
    ai: AIUse(status: .generated, system: "S"),
    time: VerdictTime(trusted: Made.now.adding(seconds: -10 * day)),
    statement: LabelStatement(
      claim: .init(agency: Agency(id: "press", names: [:]), jurisdiction: "US"), humanReview: true),
    c2pa: C2PAResult(state: .trusted), findings: [Finding(.note, Note(RemarkCode.aiOtherEdits))])

  @Test(
    "each criterion is met by what it names and by nothing else",
    arguments: [
      (.judged(true), .judged(false)), (.integrity([.intact]), .integrity([.altered, .noLabel])),
      (.holds(true), .holds(false)), (.origin([.known, .official]), .origin([.unrecognised])),
      (.basis([.label]), .basis([.seal])), (.agency(["x", "press"]), .agency(["Press"])),
      (.jurisdiction(["US"]), .jurisdiction(["JP"])), (.claim(true), .claim(false)),
      (.timestamp([.trusted]), .timestamp([.claimed, .none])), (.ai([.generated]), .ai([.altered])),
      (.aiFields([.system]), .aiFields([.system, .version])),
      (.humanReview(true), .humanReview(false)), (.format(["pdf"]), .format(["png"])),
      (.label([.beside]), .label([.inside])), (.maximumAge(10), .maximumAge(9)),
      (.certificateDays(40), .certificateDays(41)), (.codes(["AI-OTHER-EDITS"]), .codes(["X"])),
    ] as [(Criterion, Criterion)])
  func criteria(met: Criterion, missed: Criterion) {
    let facts = Facts(Self.full, at: Made.now)
    #expect(met.isMet(by: facts) == true)
    #expect(missed.isMet(by: facts) == false)
    #expect(findings(Self.full, [rule(require: [met])]).isEmpty)
    #expect(findings(Self.full, [rule(deny: [missed])]).isEmpty)
    let required = findings(Self.full, [rule(require: [missed])])
    #expect(required.map(\.shortfalls.count) == [1])
    #expect(findings(Self.full, [rule(deny: [met])]).map(\.kind) == [.requirement])
    for language in Language.allCases {
      let clause = Wording(language).clause(required[0].shortfalls[0])
      #expect(clause.count > 8)
    }
    #expect(Criterion.keys.contains(met.key) && met.key == missed.key)
  }

  @Test("of a file that nobody looked into, nothing required is met and nothing denied was seen")
  func unjudged() {
    let locked = Made.verdict(.unreadable)
    #expect(findings(locked, [rule(require: [.origin([.official])])]).map(\.isGap) == [true])
    #expect(findings(locked, [rule(deny: [.origin([.none])])]).isEmpty)
    #expect(findings(locked, [rule(when: [.integrity([.noLabel])])]).isEmpty)
    #expect(findings(locked, [rule(require: [.judged(true)])]).count == 1)
  }

  @Test("official is only what is so for all of the file")
  func whole() {
    let partly = Verdict(
      path: "", format: "pdf", mediaType: "", integrity: .intact,
      origin: Origin(status: .official), c2pa: C2PAResult(state: .trusted),
      findings: [Finding(.warning, Note(RemarkCode.bindingPartial))])
    #expect(findings(partly, [rule(require: [.origin([.official])])]).count == 1)
    #expect(findings(partly, [rule(require: [.holds(true)])]).count == 1)
  }

  @Test("a rule that only says when finds the files for which it is so")
  func finding() {
    let unlabelled = rule(when: [.integrity([.noLabel])], severity: .warning)
    #expect(findings(Made.verdict(.noLabel), [unlabelled]).map(\.severity) == [.warning])
    #expect(findings(Self.full, [unlabelled]).isEmpty)
  }

  @Test(
    "patterns are held against the path below the folder and as it was named, in one normal form",
    arguments: [
      ("releases/**", "releases/a/b.pdf", 0, true), ("releases/**", "./releases/b.pdf", 0, true),
      ("releases/**", "/srv/releases/b.pdf", 5, true),
      ("releases/**", "/srv/releases/b.pdf", 0, false),
      ("*.pdf", "x/y/z.pdf", 0, true), ("releases/*.pdf", "releases/a/b.pdf", 0, false),
      ("releases/**", "other/releases/b.pdf", 0, false), ("caf\u{E9}/**", "cafe\u{301}/a", 0, true),
      ("cafe\u{301}.pdf".precomposed, "caf\u{E9}.pdf", 0, true),
    ])
  func places(pattern: String, path: String, root: Int, isAbout: Bool) {
    let found = findings(
      Made.verdict(.noLabel), [rule(match: pattern, require: [.holds(true)])], at: path, root: root)
    #expect(found.isEmpty == !isAbout)
  }

  @Test("every rule is asked, the gravest answer stands first, and a rule about nothing is told")
  func several() {
    let rules = [
      rule("W", require: [.timestamp([.trusted])], severity: .warning),
      rule("E", require: [.origin([.official])]),
      rule("N", match: "elsewhere/**", deny: [.claim(true)]),
    ]
    #expect(findings(Made.verdict(.noLabel), rules).map(\.rule) == ["E", "W"])
    var summary = Summary(Policy(rules: rules, builtIn: [:]))
    summary.add(
      Judgement(path: FilePath("a"), verdict: Self.full).held(
        against: Made.measure(Policy(rules: rules, builtIn: [:]))))
    var broken = summary
    summary.finish(at: Made.now)
    #expect(summary.groups.map(\.finding.kind) == [.unusedRule])
    #expect(summary.groups.first?.finding.title == "N")
    broken.finish(isComplete: false, at: Made.now)
    #expect(broken.groups.isEmpty)
  }

  @Test("a file that no rule is about is told, where the policy wants it")
  func unmatched() {
    let rules = [rule(match: "releases/**", require: [.holds(true)])]
    let found = findings(Self.full, rules, at: "x", reportsUnmatched: true)
    #expect(found.map(\.rule) == ["POL-UNMATCHED"])
    #expect(findings(Self.full, rules, at: "x").isEmpty)
  }

  @Test("a waiver covers its rule and files until its day, and is told when it has ended")
  func waived() {
    let rules = [rule(require: [.holds(true)])]
    func waiver(_ days: Int64, _ match: String = "a/**") -> Waiver {
      Waiver(
        rule: "R", match: [Glob(match)].compactMap(\.self), reason: "r", owner: "o",
        expires: Made.now.adding(seconds: days * Self.day))
    }
    let verdict = Made.verdict(.noLabel)
    #expect(findings(verdict, rules, waivers: [waiver(1)]).map { $0.waiver?.owner } == ["o"])
    #expect(findings(verdict, rules, waivers: [waiver(0)]).map(\.waiver) == [nil])
    #expect(findings(verdict, rules, waivers: [waiver(1, "b/**")]).map(\.waiver) == [nil])
    let policy = Policy(rules: rules, waivers: [waiver(1), waiver(0)], builtIn: [:])
    var summary = Summary(policy)
    summary.add(
      Judgement(path: FilePath("a/b"), verdict: verdict).held(against: Made.measure(policy)))
    summary.finish(at: Made.now)
    #expect(summary.waived == 1)
    #expect(summary.findings == [.error: 1])
    #expect(summary.groups.map(\.finding.kind) == [.endedWaiver])
  }

  @Test("a control is named whole or by its framework")
  func controls() {
    let policy = Policy(rules: [
      rule("A", require: [.holds(true)], controls: ["NIST AI RMF MEASURE 2.8", "X"]),
      rule("B", require: [.holds(true)], controls: ["NIST AI 600-1 MS-2.8-003"]),
      rule("C", require: [.holds(true)]),
    ])
    #expect(policy.serving(["NIST AI RMF"])?.rules.map(\.id) == ["A"])
    #expect(policy.serving(["NIST AI 600-1 MS-2.8-003", "X"])?.rules.map(\.id) == ["A", "B"])
    #expect(policy.serving(["NIST AI RM"]) == nil)
    let errors = policy.serving(["X"])?.builtIn
    #expect(errors?[.altered] == .error && errors?[.partial] == .error && errors?[.noLabel] == nil)
    #expect(errors?.values.allSatisfy { $0 == .error } == true)
  }
}
