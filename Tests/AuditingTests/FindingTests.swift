import BroadsealBytes
import BroadsealDocuments
import BroadsealFolders
import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting
import Testing

@testable import BroadsealAuditing
@testable import BroadsealVerifying

/// Judgements made up for the tests.
enum Made {
  static let now = UTCTime(secondsSinceEpoch: 1_795_165_200)

  static func verdict(
    _ integrity: Integrity, state: C2PAResult.State? = nil, code: Code? = nil,
    origin: Origin? = nil, ai: AIUse? = nil, time: VerdictTime? = nil,
    statement: LabelStatement? = nil, format: String = "pdf", isDetached: Bool = false,
    size: Int = 10, severity: Finding.Severity = .error, limits: [String] = []
  ) -> Verdict {
    Verdict(
      path: "", size: size, format: format, mediaType: "application/pdf", isDetached: isDetached,
      integrity: integrity, origin: origin, ai: ai, time: time, statement: statement,
      c2pa: C2PAResult(state: state), findings: code.map { [Finding(severity, Note($0))] } ?? [],
      limits: limits)
  }

  static func judgement(
    _ path: String, _ verdict: Verdict, by policy: Policy = .builtIn
  ) -> Judgement {
    Judgement(path: FilePath(path), verdict: verdict).held(against: measure(policy))
  }

  static func measure(_ policy: Policy = .builtIn) -> AuditMeasure {
    var measure = AuditMeasure(at: now)
    measure.policy = policy
    return measure
  }

  static let official = verdict(
    .intact, state: .trusted, origin: Origin(status: .official),
    ai: AIUse(status: .noneDeclared))

  /// A PDF without a label that bears a signature which is no official seal.
  static func sealed(_ reason: SealCode) -> Verdict {
    var signature = PDFSignatureResult(
      field: "a", status: .intact, explanation: "", coverage: .file, coveredEnd: 9,
      isWithLabel: false, offset: 1)
    signature.seal = SealResult(reasons: [Note(reason)])
    signature.seal?.speaks = true
    return Verdict(
      path: "", size: 10, format: "pdf", mediaType: "application/pdf", integrity: .noLabel,
      origin: Origin(speaker: .seal, status: .unrecognised), c2pa: C2PAResult(state: nil),
      pdfSignatures: [signature])
  }

  static func signed(
    _ reason: OfficialCode, claim: Bool = false, ai: AIUse.Status = .notStated,
    isListed: Bool = false, isLate: Bool = false, isKnown: Bool = false
  ) -> Verdict {
    var origin = Origin(
      status: .unrecognised, agency: isListed ? Agency(id: "x", names: [:]) : nil,
      reasons: [Note(reason)] + (isLate ? [Note(OfficialCode.undecided)] : []))
    origin.isKnownApartFromTime = isKnown
    return verdict(
      .intact, state: isLate ? .invalid : .valid, origin: origin,
      ai: AIUse(status: ai),
      statement: claim
        ? LabelStatement(claim: .init(agency: Agency(id: "x", names: [:]), jurisdiction: "US"))
        : nil)
  }
}

@Suite("An audit says what is the matter with a file, how much it matters, and what to do")
struct FindingTests {
  @Test("what verify refuses is not counted as official, and says of what it is")
  func partlyOfficial() {
    let agency = Agency(id: "x", names: [:])
    let revision = Made.verdict(
      .intactRevision, state: .invalid, origin: Origin(status: .official, agency: agency))
    var summary = Summary()
    for (name, verdict) in [("a", Made.official), ("b", revision)] {
      summary.add(Made.judgement(name, verdict))
    }
    #expect(summary.origin == [.official: 2] && summary.officialInPart == 1)
    #expect(summary.conclusions == [.satisfied: 1, .unrecognised: 1])
    #expect(summary.places.total.official == 1)
    let wording = Wording(.english)
    #expect(wording.originWord(of: revision) == "official-in-part")
    #expect(wording.originWord(of: Made.official) == "official")
    #expect(wording.lines(of: revision).marked(for: revision).map(\.symbol)[1] == "?")
    let told = wording.blocks(of: revision, explains: false).compactMap { block in
      if case .remark(let sentence) = block { sentence.text } else { nil }
    }
    #expect(told.contains { $0.contains("does not count as official (exit code 5)") })
  }

  @Test(
    "each verdict has the one finding that says most, and a good one has none",
    arguments: [
      (Made.official, nil, nil),
      (Made.verdict(.altered, state: .invalid), .altered, .error),
      (Made.verdict(.malformed, state: .invalid), .labelFails, .error),
      (
        Made.verdict(.intact, state: .invalid, origin: Origin(status: .unrecognised)), .labelFails,
        .error
      ),
      (Made.signed(.unlisted, claim: true), .claimed, .error),
      (Made.signed(.unlisted), .unrecognised, .warning),
      (Made.signed(.fileType, claim: true, isListed: true), .conditionFails, .error),
      (Made.signed(.noLabel, isListed: true), .notOfficial, .warning),
      (
        Made.verdict(
          .intact, state: .trusted,
          origin: Origin(status: .recognisedTool, reasons: [Note(OfficialCode.fileType)])),
        .misnamed, .warning
      ),
      (Made.signed(.fileType), .unrecognised, .warning),
      (Made.signed(.withdrawn, claim: true, isListed: true), .conditionFails, .error),
      (Made.signed(.noList, claim: true), .undecided, .warning),
      (Made.signed(.stale, claim: true), .claimed, .error),
      (Made.signed(.stale, claim: true, isListed: true), .undecided, .warning),
      (Made.signed(.unlisted, claim: true, isLate: true), .claimed, .error),
      (Made.signed(.unlisted, claim: true, isLate: true, isKnown: true), .claimed, .error),
      (
        Made.signed(.stampUntrusted, claim: true, isListed: true, isLate: true), .conditionFails,
        .error
      ),
      (Made.signed(.unlisted, isLate: true), .unrecognised, .warning),
      (Made.signed(.unlisted, isLate: true, isKnown: true), .undecided, .warning),
      (Made.signed(.noList, claim: true, isLate: true), .undecided, .warning),
      (Made.signed(.noList, ai: .conflict), .aiConflict, .warning),
      (Made.sealed(.changed), .sealChanged, .error),
      (Made.verdict(.noLabel), .noLabel, .note),
      (
        Made.verdict(.noLabel, code: PlaceCode.sidecarWithoutAsset.code, severity: .warning),
        .strayLabel, .warning
      ),
      (
        Made.verdict(.noLabel, code: PlaceCode.formatNotRead.code, severity: .note), .notRead,
        .error
      ),
      (Made.verdict(.unreadable, code: FileCode.changed.code), .changed, .error),
      (Made.verdict(.unreadable, code: FileCode.size.code), .tooLarge, .error),
      (Made.verdict(.unreadable, code: PDFCode.encrypted.code), .encrypted, .error),
      (Made.verdict(.unreadable, code: FileCode.unreadable.code), .unreadable, .error),
      (
        Made.verdict(.intact, state: .trusted, origin: Origin(status: .official), limits: ["x"]),
        .partial, .error
      ),
    ] as [(Verdict, AuditFinding.Kind?, Finding.Severity?)])
  func kinds(verdict: Verdict, kind: AuditFinding.Kind?, severity: Finding.Severity?) {
    let findings = Made.judgement("a", verdict).findings
    #expect(findings.map(\.kind) == (kind.map { [$0] } ?? []))
    #expect(findings.first?.severity == severity)
    #expect(findings.first?.isGap == kind?.isGap)
  }

  @Test(
    "what a rule asks for and what a file is have their Japanese words; English spells them as policies do"
  )
  func values() {
    let asked: [Criterion] = [
      .judged(true), .integrity(Integrity.allCases), .holds(true), .holds(false),
      .origin(Origin.Status.allCases), .basis(Origin.Speaker.allCases), .claim(true),
      .seal(SealState.allCases), .timestamp(Criterion.TimeState.allCases),
      .ai(AIUse.Status.allCases), .aiFields(Criterion.AIField.allCases), .humanReview(false),
      .label(Criterion.LabelPlace.allCases),
    ]
    for criterion in asked {
      for found in [criterion.values, ["none"], Unjudged.allCases.map(\.rawValue), []] {
        let shortfall = Shortfall(criterion, isDenied: false, found: found)
        let words = Wording(.japanese).clause(shortfall)
        let rest = words.replacing("AI", with: "").replacing("eシール", with: "")
          .replacing("PDF", with: "")
        #expect(
          !rest.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(words)")
        let english = Wording(.english).clause(shortfall)
        #expect(english.hasSuffix("required is " + criterion.values.joined(separator: ", ")))
      }
    }
    #expect(
      Wording(.japanese).clause(
        Shortfall(.origin([.official]), isDenied: false, found: ["unrecognised"]))
        == "発行元は未登録(要件:政府機関(登録済み))")
  }

  @Test("no label is said of a file only when it was looked into")
  func noLabel() {
    let unread = Made.verdict(
      .noLabel, code: PlaceCode.formatNotRead.code, severity: .note)
    let empty = Made.verdict(
      .noLabel, code: PlaceCode.formatNotRead.code, size: 0, severity: .note)
    #expect(unread.unjudged == .notRead)
    #expect(empty.unjudged == nil)
    var summary = Summary()
    for (path, verdict) in [("a", unread), ("b", empty), ("c", Made.verdict(.noLabel))] {
      let judgement = Made.judgement(path, verdict)
      summary.add(judgement)
      let isUnread = verdict.unjudged != nil
      #expect(judgement.json["integrity"]?.string == (isUnread ? "unread" : "no-label"))
      #expect(judgement.json["unjudged"]?.string == (isUnread ? "not-read" : nil))
      let row = String(decoding: CSVReport().entry(judgement), as: UTF8.self)
      #expect(row.contains(",no-label,") == !isUnread)
    }
    #expect(summary.integrity == [.noLabel: 2])
    #expect(summary.unjudged == [.notRead: 1])
    #expect(summary.ai == [.notStated: 2])
    #expect(summary.json["integrity"]?["unreadable"] == nil)
    #expect(summary.json["unjudged"]?["not-read"] == 1)
  }

  @Test("of a listed signer nobody says that no list knows it: the condition that fails is named")
  func listed() throws {
    var summary = Summary()
    for (path, verdict) in [
      ("r.png", Made.signed(.fileType, claim: true, isListed: true)),
      ("s.png", Made.signed(.fileType, claim: true, isListed: true)),
      ("t.pdf", Made.signed(.noStamp, claim: true, isListed: true)),
      ("ai.jpg", Made.signed(.noLabel, isListed: true)),
    ] {
      summary.add(Made.judgement(path, verdict))
    }
    #expect(summary.groups.map(\.count) == [2, 1, 1], "one group a condition")
    let wordings = Language.allCases.map { Wording($0) }
    for (group, (code, advice)) in zip(
      summary.groups,
      [
        (OfficialCode.fileType, "Give the file the name under which it was published."),
        (.noStamp, "Ask the issuer for a copy with the time stamp of a listed authority."),
        (.noLabel, "It is signed, and not said to be official; ask the agency if it ought to be."),
      ])
    {
      for wording in wordings {
        let text = wording.sentence(for: group.finding)
        #expect(text.hasSuffix(wording.sentence(for: code.code)), "\(text)")
        #expect(!text.contains("no list") && !text.contains("未登録"), "\(text)")
      }
      #expect(wordings.first?.remedy(for: group.finding) == advice)
    }
  }

  @Test("where files lack different things by one rule, the sentence about all of them names each")
  func manyFaults() {
    func finding(_ found: String) -> AuditFinding {
      AuditFinding(
        .requirement, .error, rule: "R", title: "Holds",
        shortfalls: [
          Shortfall(.integrity([.altered, .malformed]), isDenied: true, found: [found])
        ])
    }
    var summary = Summary()
    for (path, found) in [("a", "altered"), ("b", "malformed"), ("c", "altered")] {
      summary.add(
        Judgement(
          path: FilePath(path), verdict: Made.official, findings: [finding(found)]))
    }
    #expect(
      summary.groups.map { Wording(.english).sentence(for: $0.finding) }
        == ["Holds: integrity is altered, malformed, which is denied."])
  }

  @Test("rules that are not kept are counted, the gravest first, with one file each")
  func groups() {
    var summary = Summary()
    let fine = Made.judgement("fine", Made.official)
    #expect(fine.findings.isEmpty)
    for judgement in [
      Made.judgement("plain", Made.verdict(.noLabel)), fine,
      Made.judgement("gone", Made.verdict(.unreadable, code: FileCode.unreadable.code)),
      Made.judgement("one", Made.verdict(.altered)), Made.judgement("two", Made.verdict(.altered)),
      Made.judgement("claims", Made.signed(.unlisted, claim: true)),
      Made.judgement("conflict", Made.signed(.unlisted, ai: .conflict)),
    ] {
      summary.add(judgement)
    }
    summary.finish(at: Made.now)
    let kinds: [AuditFinding.Kind] = [.altered, .claimed, .unreadable, .aiConflict, .noLabel]
    #expect(summary.groups.map(\.finding.kind) == kinds)
    #expect(summary.groups.map(\.count) == [2, 1, 1, 1, 1])
    #expect(summary.groups.first?.path == FilePath("one"))
    #expect(summary.findings == [.error: 4, .warning: 1, .note: 1])
    #expect(
      summary.gravest.map { $0.path?.display }
        == ["gone", "one", "two", "claims", "conflict", "plain"])
    #expect(summary.json["rules"]?.array?.first?["example"]?.string == "one")
  }

  @Test("however many files there are, only some are named, and none is lost from the count")
  func cap() {
    var summary = Summary()
    for number in 0..<3_000 {
      summary.add(Made.judgement("\(number)", Made.verdict(.noLabel)))
    }
    summary.add(Made.judgement("worst", Made.verdict(.altered)))
    #expect(summary.gravest.count == FindingTally.maximumNamed + 1)
    #expect(summary.gravest.first?.path == FilePath("worst"))
    #expect(summary.groups.map(\.count) == [1, 3_000])
  }

  @Test("every kind has its words in both languages, and no two share them")
  func words() {
    for language in Language.allCases {
      let wording = Wording(language)
      let made = AuditFinding.Kind.allCases.map { AuditFinding($0, .error, rule: "R") }
      let words = [
        AuditFinding.Kind.allCases.map { wording.word(for: $0) },
        made.map { wording.sentence(for: $0) }, made.map { wording.remedy(for: $0) },
        Unjudged.allCases.map { wording.word(for: $0) },
        Integrity.allCases.map { wording.word(for: $0) },
        Origin.Status.allCases.map { wording.word(for: $0) },
        AIUse.Status.allCases.map { wording.word(for: $0) },
        C2PAResult.State.allCases.map { wording.word(for: $0) },
        Finding.Severity.allCases.map { wording.word(for: $0) },
        WalkEntry.Skip.allCases.map { wording.word(for: $0) },
      ]
      for (place, axis) in words.enumerated() {
        #expect(Set(axis).count == axis.count, "\(place)")
        #expect(
          axis.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) } == (language == .english),
          "\(place)")
      }
    }
  }

  @Test("what is left out by rule is skipped in every report, and held against nothing")
  func skipped() throws {
    let judgement = try #require(
      Judgement(unjudged: WalkEntry(FilePath("link"), .skipped(.symbolicLink))))
    #expect(judgement.held(against: Made.measure()).findings.isEmpty)
    #expect(judgement.json["skipped"]?.string == "symbolic-link")
    #expect(judgement.json["unjudged"] == nil)
    let row = String(decoding: CSVReport().entry(judgement), as: UTF8.self)
    #expect(row.hasPrefix("link,skipped,"))
  }

  @Test("what makes a run fail is a list of severities, kinds and rules")
  func failOn() throws {
    let altered = AuditFinding(.altered, .error, rule: "BASE-ALTERED")
    let note = AuditFinding(.noLabel, .note, rule: "BASE-NO-LABEL")
    let own = AuditFinding(.requirement, .warning, rule: "REL-001")
    func hits(_ list: String) throws -> [Bool] {
      let failOn = try FailOn(list, rules: ["REL-001"])
      return [altered, note, own].map(failOn.includes)
    }
    #expect([altered, note, own].map(FailOn.usual.includes) == [true, false, false])
    #expect(try hits("error") == [true, false, false])
    #expect(try hits("warning") == [true, false, true])
    #expect(try hits("error,note") == [true, true, true])
    #expect(try hits("no-label") == [false, true, false])
    #expect(try hits("BASE-NO-LABEL,REL-001") == [false, true, true])
    #expect(try hits("none") == [false, false, false])
    for wrong in ["", "errors", "none,error", "error,", "REL-002"] {
      #expect(throws: FailOn.UnknownName.self, "\(wrong)") { try hits(wrong) }
    }
    var waived = altered
    waived.waiver = Waiver(
      rule: "BASE-ALTERED", match: [], reason: "known", owner: "records", expires: Made.now)
    #expect(!FailOn.usual.includes(waived))
  }
}
