import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// Time stamps that come in a manifest after the one that they are for (C2PA 2.4 §18.18).
@Suite("Labels that were stamped again")
struct RestampTests {
  /// Days after the demonstration was made.
  private static func day(_ number: Int64) -> UTCTime {
    TestPKI.now.adding(seconds: number * 86_400)
  }

  /// A signer of the United States' agency whose certificate ends on day 30.
  private static func shortSigner() throws -> DemoCredential {
    try TestPKI.shared().signer { $0.notAfter = day(30) }
  }

  private static func token(
    over store: [UInt8], at time: UTCTime, by authority: DemoCredential? = nil
  ) throws -> [UInt8] {
    let authority = try authority ?? TestPKI.shared().demo.tsa
    let manifest = try ManifestStore(parsing: store).active
    let sign1 = try Sign1(decoding: manifest.signature.get().bytes)
    let stamper = try TimeStampAuthority(
      key: authority.key, certificate: authority.certificate,
      chain: Array(authority.chain.dropFirst()))
    return try stamper.stamp(try Digest.of(sign1.counterSignatureInput(), .sha256), at: time).der
  }

  /// An update of `store` by `signer`, made at `time`, that brings `tokens` for it.
  private static func update(
    of store: [UInt8], by signer: DemoCredential? = nil, at time: UTCTime, tokens: [[UInt8]],
    recorded: [C2PAStatus] = []
  ) throws -> TestManifest {
    var update = TestManifest(try TestPKI.shared(), signer: signer)
    update.isUpdate = true
    update.stampTime = time
    update.parent = try LineageTests.parent(
      of: store,
      results: ValidationResults(activeManifest: RecordedStatuses(failure: recorded)))
    update.actions = [Action("c2pa.published")]
    let label = try ManifestStore(parsing: store).active.label
    update.further = tokens.map {
      (TimeStamps.label, .cbor(TimeStamps(of: label, token: $0).asValue), .created)
    }
    return update
  }

  private static func verdict(on manifest: TestManifest, at time: UTCTime) throws -> Verdict {
    try OfficialTests.verdict(
      on: manifest, trust: try TestPKI.shared().context(at: time), at: time)
  }

  private static func codes(_ verdict: Verdict) -> [String] {
    verdict.c2pa.ingredients.flatMap { $0.success + $0.informational + $0.failure }.map(\.code)
  }

  private static func reasons(_ verdict: Verdict) -> [String] {
    verdict.origin?.reasons.map(\.code.name) ?? []
  }

  @Test("A label that was stamped again stays official in both countries", arguments: ["US", "JP"])
  func official(country: String) throws {
    let pki = try TestPKI.shared()
    let isUS = country == "US"
    func labelled(_ manifest: TestManifest) -> TestManifest {
      var manifest = manifest
      if !isUS {
        manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
      }
      return manifest
    }
    let signer = isUS ? pki.demo.us.signer : pki.demo.jp.signer
    for isStamped in [true, false] {
      var original = labelled(TestManifest(pki, signer: signer))
      if !isStamped { original.authority = nil }
      let store = try original.sidecar(for: OfficialTests.content)
      let later = Self.day(20)
      let verdict = try Self.verdict(
        on: labelled(
          try Self.update(
            of: store, by: signer, at: later,
            tokens: [try Self.token(over: store, at: later)])), at: Self.day(40))
      #expect(verdict.origin?.status == .official, "\(Self.reasons(verdict))")
      #expect(verdict.c2pa.state == .trusted)
      #expect(Self.codes(verdict).contains("timeStamp.trusted"))
      let findings = verdict.findings.map(\.code.name)
      #expect(findings.contains("TIME-STAMPED-AGAIN"))
      #expect(findings.contains("TIME-SEVERAL") == isStamped)
    }
  }

  @Test(
    "A stamp that was added in time outlives the certificate; one that came later does not help")
  func expiry() throws {
    let pki = try TestPKI.shared()
    var original = TestManifest(pki, signer: try Self.shortSigner())
    original.authority = nil
    let store = try original.sidecar(for: OfficialTests.content)
    let expired = C2PAStatus(code: "claimSignature.outsideValidity", url: nil, explanation: nil)
    for (stamped, recorded, isOfficial) in [
      (20, [], true), (100, [], false), (100, [expired], false),
    ] as [(Int64, [C2PAStatus], Bool)] {
      let time = Self.day(stamped)
      let update = try Self.update(
        of: store, by: pki.demo.us.signer, at: time,
        tokens: [try Self.token(over: store, at: time)], recorded: recorded)
      let verdict = try Self.verdict(on: update, at: Self.day(200))
      #expect((verdict.origin?.status == .official) == isOfficial, "\(stamped)")
      #expect(Self.reasons(verdict).contains("OFF-1-UPDATED") == !isOfficial)
      #expect(verdict.integrity == .intact)
    }
  }

  @Test("A stamp added after the signing counts although the update itself came after expiry")
  func dated() throws {
    let pki = try TestPKI.shared()
    var original = TestManifest(pki, signer: try Self.shortSigner())
    original.authority = nil
    let store = try original.sidecar(for: OfficialTests.content)
    for (tokens, isOfficial) in [
      ([try Self.token(over: store, at: Self.day(20))], true), ([], false),
    ] {
      let update = try Self.update(
        of: store, by: pki.demo.us.signer, at: Self.day(100), tokens: tokens)
      let verdict = try Self.verdict(on: update, at: Self.day(200))
      #expect((verdict.origin?.status == .official) == isOfficial, "\(Self.reasons(verdict))")
    }
  }

  @Test("A stamp of something else, by nobody's authority, or that is none is ignored and told")
  func ignored() throws {
    let pki = try TestPKI.shared()
    var original = TestManifest(pki)
    original.authority = nil
    let store = try original.sidecar(for: OfficialTests.content)
    let other = try original.sidecar(for: OfficialTests.content + [0x20])
    let impostor = try pki.signer(by: pki.impostor.issuing) {
      $0.extendedKeyUsage = [Purpose.timeStamping]
      $0.extendedKeyUsageIsCritical = true
    }
    let now = Self.day(1)
    for (token, code) in [
      (try Self.token(over: other, at: now), "timeStamp.mismatch"),
      (try Self.token(over: store, at: now, by: impostor), "timeStamp.untrusted"),
      (try Self.token(over: store, at: Self.day(90)), "timeStamp.outsideValidity"),
      ([0x30, 0x00], "timeStamp.malformed"),
    ] {
      let update = try Self.update(of: store, at: now, tokens: [token])
      let verdict = try Self.verdict(on: update, at: Self.day(2))
      #expect(Self.codes(verdict).contains(code), "\(Self.codes(verdict))")
      #expect(!Self.codes(verdict).contains("timeStamp.trusted"))
      #expect(!verdict.findings.map(\.code.name).contains("TIME-STAMPED-AGAIN"))
    }
    var empty = try Self.update(of: store, at: now, tokens: [])
    empty.further = [(TimeStamps.label, .cbor(.map([:])), .created)]
    let verdict = try Self.verdict(on: empty, at: Self.day(2))
    #expect(verdict.c2pa.failure.map(\.code).contains("assertion.timestamp.malformed"))
    #expect(verdict.origin?.status != .official)
  }

  @Test("Of competing stamps the earliest is told, and that there are others")
  func competing() throws {
    let pki = try TestPKI.shared()
    var original = TestManifest(pki)
    original.stampTime = Self.day(5)
    let store = try original.sidecar(for: OfficialTests.content)
    let first = try Self.update(
      of: store, at: Self.day(3), tokens: [try Self.token(over: store, at: Self.day(3))])
    let verdict = try Self.verdict(on: first, at: Self.day(6))
    let finding = verdict.findings.first { $0.code.name == "TIME-SEVERAL" }
    #expect(finding?.explanation.contains("2 trusted") ?? false)
    #expect(finding?.explanation.contains("\(Self.day(3))") ?? false)
    #expect(finding?.severity == .note)
  }

  @Test("A stranger's stamp, even with the agency's label, does not leave the document official")
  func stranger() throws {
    let pki = try TestPKI.shared()
    let store = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let now = Self.day(1)
    for signer in [pki.impostor.signer, pki.demo.aiService, pki.demo.jp.signer] {
      for hasLabel in [true, false] {
        var update = try Self.update(
          of: store, by: signer, at: now, tokens: [try Self.token(over: store, at: now)])
        if !hasLabel { update.label = nil }
        let verdict = try Self.verdict(on: update, at: Self.day(2))
        #expect(verdict.integrity == .intact)
        #expect(verdict.origin?.status != .official)
        #expect(!Self.reasons(verdict).isEmpty)
      }
    }
  }
}
