import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

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
    #expect(verdict.origin?.reasons.map(\.code.name) == ["OFF-9-STALE"])
    #expect(throws: TrustError.self) { try pki.context(at: later) }
  }

  @Test("Where the time of signing is open, only a signer who is known for the rest is open too")
  func openInTime() throws {
    let pki = try TestPKI.shared()
    for (issuer, isListed, isOpen) in [
      (pki.demo.us.issuing, true, true), (pki.demo.aiRoot, false, true),
      (pki.impostor.issuing, false, false),
    ] {
      var manifest = TestManifest(
        pki, signer: try pki.signer(by: issuer) { $0.notAfter = TestPKI.now.adding(seconds: 60) })
      manifest.authority = try TimeThreats.authority(by: pki.impostor.issuing)
      let verdict = try OfficialTests.verdict(
        on: manifest, trust: try pki.context(), at: TestPKI.now.adding(seconds: 3_600))
      #expect(verdict.isUndecided && verdict.conclusion(for: .valid) == .unrecognised)
      #expect((verdict.origin?.agency != nil) == isListed)
      #expect(verdict.isOpenInTime == isOpen, "\(verdict.origin?.signer?.name ?? "")")
    }
  }

  @Test(
    "A clock that the list knows for another time, or its CA for another service, is no stranger")
  func knownClock() throws {
    let pki = try TestPKI.shared()
    let later = TestPKI.now.adding(seconds: 60)
    let ended = StatusPeriod(.withdrawn, from: pki.demo.start.adding(seconds: 30))
    for (current, history, authority, code, detail) in [
      (
        StatusPeriod(.granted, from: later), [], nil, "OFF-7-AUTHORITY-NOT-GRANTED",
        "the list believes in it since \(later), and the stamp is of \(TestPKI.now)"
      ),
      (
        ended, [StatusPeriod(.granted, from: pki.demo.start)], nil, "OFF-7-AUTHORITY-NOT-GRANTED",
        "the list believes in it no more since \(ended.start ?? later), and the stamp is of \(TestPKI.now)"
      ),
      (
        ended, [], try TimeThreats.authority(by: pki.demo.us.issuing), "OFF-7-STAMP-UNTRUSTED",
        "the list names the CA above it for signers, and not for time stamps"
      ),
    ] as [(StatusPeriod, [StatusPeriod], DemoCredential?, String, String)] {
      let clock = TrustedService(
        names: ["en": "A clock"], type: .timeStampAuthority,
        certificates: [pki.demo.tsaRoot.certificate], current: current, history: history)
      var trust = try ThreatTrust.list(pki, authority: clock)
      trust.authorities = []
      var manifest = TestManifest(pki)
      if let authority { manifest.authority = authority }
      let verdict = try OfficialTests.verdict(
        on: manifest, trust: TrustContext(trust.material, at: later), at: later)
      let reason = try #require(verdict.origin?.reasons.first)
      #expect(reason.code.name == code && reason.detail == detail, "\(reason)")
      #expect(verdict.origin?.agency != nil)
    }
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
