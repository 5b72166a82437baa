import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// What agencies hand over, and what must not be taken for an attack.
enum GenuineFiles {
  static let rows: [ThreatRow] = formats + changes + names + identities + recognised

  private static func japanese(_ pki: TestPKI) -> TestManifest {
    var manifest = TestManifest(pki, signer: pki.demo.jp.signer)
    manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
    return manifest
  }

  private static let formats: [ThreatRow] = TestFile.allCases.flatMap { file in
    [("the United States", false), ("Japan", true)].map { country, isJapanese in
      ThreatRow(nil, "\(file.rawValue.uppercased()) of \(country)", .official()) { pki in
        let manifest = isJapanese ? japanese(pki) : TestManifest(pki)
        return ThreatCase(file.name.display, try file.signed(manifest), trust: .demo(pki))
      }
    }
  }

  private static func document(
    _ description: String, _ expected: ThreatOutcome = .official(),
    _ make: @escaping @Sendable (TestPKI) throws -> ThreatCase
  ) -> ThreatRow {
    ThreatRow(nil, description, expected, make)
  }

  private static let changes: [ThreatRow] =
    [
      document("a stamped document after its certificate has expired") { pki in
        let signer = try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 3_600) }
        return try ThreatCase(
          TestManifest(pki, signer: signer), trust: .demo(pki),
          at: TestPKI.now.adding(seconds: 30 * 86_400))
      },
      document("a certificate that was renewed with the same key") { pki in
        var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.us.subject, years: 2)
        builder.extendedKeyUsage = DemoPKI.signerPurposes
        builder.policies = [DemoPKI.policy]
        let issuing = pki.demo.us.issuing
        let renewed = try builder.issued(
          to: pki.demo.us.signer.key.publicKey, by: issuing.certificate, key: issuing.key)
        var manifest = TestManifest(pki)
        manifest.chain[0] = renewed
        return try ThreatCase(manifest, trust: .demo(pki))
      },
      document("a new key of the same agency") { pki in
        try ThreatCase(TestManifest(pki, signer: try pki.signer()), trust: .demo(pki))
      },
      document("a document from before the agency's CA was replaced, under the new list") { pki in
        try ThreatCase(
          TestManifest(pki), trust: rotated(pki), at: TestPKI.now.adding(seconds: 7_200))
      },
      document("a document from after the agency's CA was replaced") { pki in
        let ca = try newAuthority(pki)
        var manifest = TestManifest(pki, signer: try pki.signer(by: ca))
        manifest.stampTime = TestPKI.now.adding(seconds: 3_700)
        return try ThreatCase(
          manifest, trust: rotated(pki, to: ca), at: TestPKI.now.adding(seconds: 7_200))
      },
      document("a stamp from before the list withdrew the key") { pki in
        try ThreatCase(
          TestManifest(pki),
          trust: TimeThreats.withdrawn(pki, from: TestPKI.now.adding(seconds: 1)),
          at: TestPKI.now.adding(seconds: 3_600))
      },
      document("a stamp from before its authority ceased to work") { pki in
        try ThreatCase(
          TestManifest(pki),
          trust: TimeThreats.authority(
            pki, .cessationOfOperation, from: TestPKI.now.adding(seconds: 1)),
          at: TestPKI.now.adding(seconds: 3_600))
      },
      document("a list that old and new keys have signed") { pki in
        let keys = pki.demo.us.listKeys.prefix(2) + pki.impostor.listKeys.prefix(2)
        let maker = try ListMaker()
        return try ThreatCase(
          TestManifest(pki),
          trust: .list(pki, maker.content(further: [maker.authority()]), keys: Array(keys)))
      },
      document("a PDF that somebody had approved by a PDF signature before it was labelled") {
        pki in
        let approved = try ApprovedPDF.bytes(by: pki.demo.jp.signer)
        return ThreatCase(
          "approved.pdf", try TestManifest(pki).embedded(in: approved, as: PDFCarrier.self),
          trust: .demo(pki))
      },
      document("a stamp in a whole response that grants it") { pki in
        var manifest = TestManifest(pki)
        manifest.stampHeader = { TimeStampHeader.value(of: TokenSurgery.response(status: 0, $0)) }
        return try ThreatCase(manifest, trust: .demo(pki))
      },
      document("the agency's own update of its document") { pki in
        try ThreatCase(LabelThreats.update(by: pki.demo.us.signer, pki), trust: .demo(pki))
      },
      document("a second version that names the first as its parent") { pki in
        var manifest = TestManifest(pki)
        manifest.parent = try LineageTests.parent(
          of: try TestManifest(pki).sidecar(for: OfficialTests.content))
        manifest.actions = []
        return try ThreatCase(manifest, trust: .demo(pki))
      },
      document("a stranger's root certifies the agency's CA as well") { pki in
        let issuing = pki.demo.us.issuing
        let builder = DemoPeriod(now: TestPKI.now)
          .authority(issuing.certificate.subject, years: 5, pathLength: 0)
        let cross = try builder.issued(
          to: issuing.key.publicKey, by: pki.impostor.root.certificate, key: pki.impostor.root.key)
        var manifest = TestManifest(pki)
        manifest.chain = [pki.demo.us.signer.certificate, cross]
        return try ThreatCase(manifest, trust: .demo(pki))
      },
    ]
    + RevocationCheckTests.cases.filter { $0.outcome == .notRevoked }.map { item in
      document(
        "a stapled answer: \(item.name)",
        .official(also: ["signingCredential.ocsp.notRevoked"])
      ) { pki in
        try RevocationThreats.stapled([RevocationCheckTests.maker(item, pki).response()], pki)
      }
    }

  private static let names: [ThreatRow] = [
    document("an agency's name in composed letters, in decomposed ones on the list") { pki in
      let composed = "Office d\u{E9}mo \u{30C7}\u{30E2}"
      let rule = SubjectRule(organizations: ["Office de\u{301}mo \u{30C6}\u{3099}\u{30E2}"])
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(TestPKI.subject(organization: composed))),
        trust: .list(pki, scope: DemoAgency.us.scope(subject: rule)))
    },
    document("a Japanese file name and Japanese text") { pki in
      let text = Array("令和八年十一月二十日 河川水位のお知らせ\n".utf8)
      var item = try ThreatCase(japanese(pki), trust: .demo(pki))
      (item.name, item.content) = ("お知らせ 令和8年.txt", text)
      item.sidecar = try japanese(pki).sidecar(for: text)
      return item
    },
    document("the signer's clock in Tokyo, its claimed time with +09:00") { pki in
      var manifest = japanese(pki)
      manifest.actions = [try created("2026-11-20T18:00:00+09:00")]
      return try ThreatCase(manifest, trust: .demo(pki))
    },
    document("the signer's clock in Washington, its claimed time with -05:00") { pki in
      var manifest = TestManifest(pki)
      manifest.actions = [try created("2026-11-20T04:00:00-05:00")]
      return try ThreatCase(manifest, trust: .demo(pki))
    },
    NameThreats.domain("a certificate for the listed domain", ["press.demo.example"]),
    NameThreats.domain("a certificate for a name below it", ["www.press.demo.example"]),
  ]

  private static let identities: [ThreatRow] = [
    document("a tool signs, and the agency's identity covers all that is said") {
      try ThreatCase(IdentityThreats.byTool($0), trust: .demo($0))
    },
    document("the same, the identity written as c2pa-rs reads it") { pki in
      var manifest = IdentityThreats.byTool(pki)
      manifest.identity = {
        try IdentityTests.identity($0, by: pki.demo.us.signer, encoding: .c2paRS)
      }
      return try ThreatCase(manifest, trust: .demo(pki))
    },
    document("the same under the list alone, which does not know the tool", byStranger) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.anchors = []
      return try ThreatCase(IdentityThreats.byTool(pki), trust: trust)
    },
    document("an identity of Japan's agency, long after its certificate has expired") { pki in
      let signer = try pki.signer(DemoAgency.jp.subject, by: pki.demo.jp.issuing) {
        $0.notAfter = TestPKI.now.adding(seconds: 3_600)
      }
      var manifest = IdentityThreats.byTool(pki, signer)
      manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
      return try ThreatCase(
        manifest, trust: .demo(pki), at: TestPKI.now.adding(seconds: 30 * 86_400))
    },
  ]

  /// Official, and by the standard alone signed by nobody known.
  private static let byStranger: ThreatOutcome = {
    var outcome = ThreatOutcome.official()
    outcome.state = "Valid"
    return outcome
  }()

  private static let recognised: [ThreatRow] = [
    document("a document of Japan under Japan's list alone") { pki in
      var trust = ThreatTrust.demo(pki)
      trust.lists.removeFirst()
      return try ThreatCase(japanese(pki), trust: trust)
    },
    document("a document of Japan under the United States' list, which recognises Japan's") {
      try ListThreats.recognised($0, [ListThreats.grant($0)])
    },
    document("a recognition that was renewed after it had ended") {
      try ListThreats.recognised(
        $0, [ListThreats.grant($0, from: -20, to: -10), ListThreats.grant($0)])
    },
    document("a document of the United States after its recognition of Japan has ended") { pki in
      var item = try ListThreats.recognised(pki, [ListThreats.grant(pki, from: -20, to: 0)])
      item.sidecar = try TestManifest(pki).sidecar(for: item.content)
      return item
    },
  ]

  private static func created(_ time: String) throws -> Action {
    Action(
      "c2pa.created", when: StatedTime(.tagged(0, .text(time))),
      digitalSourceType: .digitalCreation)
  }

  private static func newAuthority(_ pki: TestPKI) throws -> DemoCredential {
    var builder = DemoPeriod(now: TestPKI.now)
      .authority(DemoAgency.us.subject("issuing CA 2"), years: 10, pathLength: 0)
    builder.policies = [DemoPKI.policy]
    return try DemoCredential(builder, issuer: pki.demo.us.root)
  }

  /// A list on which another CA has taken the place of the old one, whose history stays.
  private static func rotated(
    _ pki: TestPKI, to authority: DemoCredential? = nil
  ) throws -> ThreatTrust {
    let start = TestPKI.now.adding(seconds: 3_600)
    let service = TrustedService(
      names: DemoAgency.us.agency.names, type: .certificateAuthority,
      certificates: [try authority?.certificate ?? newAuthority(pki).certificate],
      current: StatusPeriod(.granted, from: start), scope: DemoAgency.us.scope)
    return try .list(
      pki, current: StatusPeriod(.withdrawn, from: start),
      history: [StatusPeriod(.granted, from: pki.demo.start)], further: [service])
  }
}
