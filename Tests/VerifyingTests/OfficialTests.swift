import Bytes
import CBOR
import Documents
import OpenSSL
import Provenance
import TestSupport
import Testing
import Trust
import Verifying

/// One document and what must be said of its origin.
struct OfficialRow: Sendable, CustomStringConvertible {
  let description: String
  /// Reason codes that must be given, all of them and no others.
  let reasons: [String]
  /// Makes the manifest and, where it is another than the demonstration's, the trust.
  let make: @Sendable (TestPKI) throws -> TestManifest

  init(
    _ description: String, _ reasons: [String] = [],
    _ make: @escaping @Sendable (TestPKI) throws -> TestManifest
  ) {
    self.description = description
    self.reasons = reasons
    self.make = make
  }
}

@Suite("When official may be said")
struct OfficialTests {
  static let content = Array("a press release, invented for this test\n".utf8)

  static func verdict(
    on manifest: TestManifest, trust: TrustContext, at time: UTCTime = TestPKI.now,
    options: VerifierOptions = VerifierOptions()
  ) throws -> Verdict {
    let document = try Document(ByteSource(bytes: content), path: "release.txt")
    return Verifier(trust: trust, at: time, options: options).session()
      .verify(document, sidecar: try manifest.sidecar(for: content))
  }

  static let rows: [OfficialRow] = [
    OfficialRow("a genuine release") { TestManifest($0) },
    OfficialRow("a genuine release of another country") { pki in
      var manifest = TestManifest(pki, signer: pki.demo.jp.signer)
      manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
      return manifest
    },
    OfficialRow(
      "a self-made certificate with the agency's name", ["OFF-3-SELF-SIGNED"]
    ) { pki in
      var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.us.subject, years: 2)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      return TestManifest(pki, signer: try DemoCredential(builder))
    },
    OfficialRow("an impostor's PKI of the same names", ["OFF-3-UNLISTED"]) { pki in
      TestManifest(pki, signer: pki.impostor.signer)
    },
    OfficialRow("the impostor's own root in x5chain", ["OFF-3-ROOT-IN-FILE"]) { pki in
      var manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.chain.append(pki.impostor.root.certificate)
      return manifest
    },
    OfficialRow("a maker of AI images with an agency's label", ["OFF-3-UNLISTED"]) { pki in
      TestManifest(pki, signer: pki.demo.aiService)
    },
    OfficialRow(
      "a CA of Japan that issues for the United States",
      ["OFF-5-COUNTRY", "OFF-5-ORGANIZATION", "OFF-5-ORGANIZATION-IDENTIFIER"]
    ) { pki in
      var manifest = TestManifest(pki, signer: try pki.signer(by: pki.demo.jp.issuing))
      manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
      return manifest
    },
    OfficialRow("a listed CA that issues to somebody else", ["OFF-5-ORGANIZATION"]) { pki in
      let subject = DistinguishedName(
        DemoAgency.us.subject.attributes.map { attribute in
          attribute.objectIdentifier == NameAttribute.organization
            ? NameAttribute(NameAttribute.organization, "Demo Press 0ffice (invented)") : attribute
        })
      return TestManifest(pki, signer: try pki.signer(subject))
    },
    OfficialRow("a government signer without the label", ["OFF-6-NO-LABEL"]) { pki in
      var manifest = TestManifest(pki)
      manifest.label = nil
      return manifest
    },
    OfficialRow("the label among what is only passed on", ["OFF-6-GATHERED"]) { pki in
      var manifest = TestManifest(pki)
      manifest.labelList = .gathered
      return manifest
    },
    OfficialRow("two labels", ["OFF-6-REPEATED"]) { pki in
      var manifest = TestManifest(pki)
      manifest.further = [
        (BroadsealLabel.label, .cbor(TestManifest.label(ai: .generated).asValue), .gathered)
      ]
      return manifest
    },
    OfficialRow("a label that cannot be read", ["OFF-6-MALFORMED"]) { pki in
      var manifest = TestManifest(pki)
      manifest.label = nil
      manifest.further = [(BroadsealLabel.label, .cbor(["version": 1]), .created)]
      return manifest
    },
    OfficialRow("a label about AI alone", ["OFF-6-NOT-OFFICIAL"]) { pki in
      var manifest = TestManifest(pki)
      manifest.label = TestManifest.label(official: false)
      return manifest
    },
    OfficialRow("a label of another agency", ["OFF-6-AGENCY"]) { pki in
      var manifest = TestManifest(pki)
      manifest.label = TestManifest.label(agency: "demo.us.other-office")
      return manifest
    },
    OfficialRow("a label of another jurisdiction", ["OFF-6-JURISDICTION"]) { pki in
      var manifest = TestManifest(pki)
      manifest.label = TestManifest.label(jurisdiction: "US-CA")
      return manifest
    },
    OfficialRow("no time stamp", ["OFF-7-NO-STAMP"]) { pki in
      var manifest = TestManifest(pki)
      manifest.authority = nil
      return manifest
    },
    OfficialRow("a time stamp of nobody's authority", ["OFF-7-STAMP-UNTRUSTED"]) { pki in
      var manifest = TestManifest(pki)
      var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.us.subject, years: 2)
      builder.extendedKeyUsage = [Purpose.timeStamping]
      builder.extendedKeyUsageIsCritical = true
      manifest.authority = try DemoCredential(builder, issuer: pki.impostor.issuing)
      return manifest
    },
    OfficialRow(
      "a time stamp from before the certificate", ["OFF-1-INVALID", "OFF-7-OUTSIDE-VALIDITY"]
    ) { pki in
      var manifest = TestManifest(
        pki, signer: try pki.signer { $0.notBefore = TestPKI.now.adding(seconds: 60) })
      manifest.stampTime = TestPKI.now
      return manifest
    },
    OfficialRow(
      "a certificate that may also stamp time",
      ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE"]
    ) { pki in
      TestManifest(
        pki, signer: try pki.signer { $0.extendedKeyUsage.append(Purpose.timeStamping) })
    },
    OfficialRow("an unknown header in the signature", ["OFF-1-SIGNATURE-FORM"]) { pki in
      var manifest = TestManifest(pki)
      manifest.headers = [("org.example.note", "anything")]
      return manifest
    },
  ]

  @Test("Each document gets exactly its reasons", arguments: rows)
  func reasons(_ row: OfficialRow) throws {
    let pki = try TestPKI.shared()
    let verdict = try OfficialTests.verdict(on: try row.make(pki), trust: try pki.context())
    let origin = try #require(verdict.origin)
    #expect(verdict.integrity == .intact)
    #expect(origin.reasons.map(\.code) == row.reasons)
    #expect((origin.status == .official) == row.reasons.isEmpty)
  }

  @Test("An official document names its agency in the list's own words")
  func names() throws {
    let pki = try TestPKI.shared()
    let verdict = try OfficialTests.verdict(on: TestManifest(pki), trust: try pki.context())
    let origin = try #require(verdict.origin)
    #expect(origin.agency?.id == "demo.us.press-office")
    #expect(origin.agency?.names["ja"] == "デモ報道局(架空)")
    #expect(origin.jurisdiction == "US")
    #expect(origin.list?.name == "Demo Government Trust List US (invented)")
    #expect(verdict.time?.trusted == TestPKI.now)
    #expect(verdict.c2pa.state == .trusted)
    #expect(verdict.ai?.status == .noneDeclared)
  }

  @Test("A list that is out of date says nothing any more")
  func staleList() throws {
    let pki = try TestPKI.shared()
    // Read while it was fresh, asked when it is stale, as a long-running service would.
    let later = pki.demo.nextUpdate
    let verdict = try OfficialTests.verdict(
      on: TestManifest(pki), trust: try pki.context(), at: later)
    #expect(verdict.origin?.reasons.map(\.code) == ["OFF-9-STALE"])
    #expect(throws: TrustError.self) { try pki.context(at: later) }
  }

  @Test("Without a government list nothing is official")
  func noList() throws {
    let pki = try TestPKI.shared()
    var material = TrustMaterial()
    material.addClaimAnchors(pki.demo.claimAnchors.flatMap(\.pem), name: "anchors.pem")
    material.addTSAAnchors(pki.demo.tsaAnchors.flatMap(\.pem), name: "tsa.pem")
    let trust = try TrustContext(material, at: TestPKI.now)
    let verdict = try OfficialTests.verdict(on: TestManifest(pki), trust: trust)
    #expect(verdict.origin?.status == .recognisedTool)
    #expect(verdict.origin?.reasons.map(\.code) == ["OFF-3-NO-LIST"])
  }

  @Test("A certificate believed by hand is known, not official")
  func known() throws {
    let pki = try TestPKI.shared()
    var material = pki.material
    material.addAllowed(pki.impostor.signer.certificate.pem, name: "allowed.pem")
    let trust = try TrustContext(material, at: TestPKI.now)
    let verdict = try OfficialTests.verdict(
      on: TestManifest(pki, signer: pki.impostor.signer), trust: trust)
    #expect(verdict.origin?.status == .known)
    #expect(verdict.c2pa.state == .trusted)
  }

  @Test("Under strictness an unknown revocation is an obstacle")
  func strictRevocation() throws {
    let pki = try TestPKI.shared()
    let verdict = try OfficialTests.verdict(
      on: TestManifest(pki), trust: try pki.context(), options: VerifierOptions(isStrict: true))
    #expect(verdict.origin?.reasons.map(\.code) == ["OFF-8-UNKNOWN"])
  }

  @Test("A stamped signature outlives its certificate")
  func outlives() throws {
    let pki = try TestPKI.shared()
    let short = try pki.signer { $0.notAfter = TestPKI.now.adding(seconds: 3_600) }
    var manifest = TestManifest(pki, signer: short)
    let later = TestPKI.now.adding(seconds: 86_400 * 30)
    let trust = try pki.context(at: later)
    #expect(
      try OfficialTests.verdict(on: manifest, trust: trust, at: later).origin?.status == .official)
    manifest.authority = nil
    let without = try OfficialTests.verdict(on: manifest, trust: trust, at: later)
    #expect(without.c2pa.state == .invalid)
    #expect(
      without.c2pa.failure.map(\.code)
        == ["signingCredential.untrusted", "claimSignature.outsideValidity"])
  }

  @Test("A file that is not the signed one has no origin and no AI statement")
  func altered() throws {
    let pki = try TestPKI.shared()
    let store = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let changed = OfficialTests.content + [0x20]
    let document = try Document(ByteSource(bytes: changed), path: "release.txt")
    let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(document, sidecar: store)
    #expect(verdict.integrity == .altered)
    #expect(verdict.origin?.status == Origin.Status.none)
    #expect(verdict.origin?.signer == nil)
    #expect(verdict.ai == nil)
  }
}
