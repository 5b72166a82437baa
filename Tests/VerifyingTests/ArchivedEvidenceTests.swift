import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// T-77: a document whose signer, CA and time-stamp authority have all expired, judged as of year
/// 11 by a reader who lives in year 14 and has the list of that year.
@Suite("Archives: official at a moment of the past, by kept evidence or not at all")
struct ArchivedEvidenceTests {
  private static let judged = ArchiveLists.year(11)

  /// What the reader has and gets.
  private struct Reading {
    var own: [UInt8]?
    var ownKeys: [UInt8]?
    var listKeys: [UInt8]?
    var kept: [UInt8]
    var responses: [[UInt8]] = []
    var isStrict = false
    /// Whether the evidence is that of another file.
    var isForeign = false
    var time = ArchivedEvidenceTests.judged

    init() throws {
      let lists = try ArchiveLists()
      own = try lists.list(9, from: 13, to: 15)
      ownKeys = try TestPKI.shared().demo.us.pinned.pem
      kept = try lists.list(2, from: 0, to: 12)
    }

    func verdict() throws -> Verdict {
      let manifest = TestManifest(try TestPKI.shared())
      let store = try manifest.sidecar(for: OfficialTests.content)
      let document = try Document(ByteSource(bytes: OfficialTests.content), path: "release.txt")
      let digest = try Digest.of(OfficialTests.content, .sha256).hex
      let bundle = EvidenceBundle(
        document: digest, manifest: "", created: TestPKI.now, certificates: [], authorities: [],
        lists: [EvidenceBundle.List(name: "us.json", bytes: kept)])
      var material = TrustStore()
      if let own { material.addGovernmentList(own, name: "us.json", keys: ownKeys) }
      if let listKeys { material.addListKeys(listKeys, name: "us.keys.pem") }
      let trust = try TrustContext(material, evidence: bundle, named: "e", at: time)
      let label = try ManifestStore(parsing: store).active.label
      let evidence = RevocationEvidence(
        responses: try responses.map { try OCSPResponse(der: $0) },
        subject: RevocationEvidence.Subject(
          sha256: digest, manifest: isForeign ? "urn:c2pa:other" : label))
      return Verifier(
        trust: trust, at: time, options: VerifierOptions(isStrict: isStrict), evidence: evidence
      ).session().verify(document, sidecar: store)
    }

    func error() -> TrustError.Kind? {
      do {
        _ = try verdict()
        return nil
      } catch { return (error as? TrustError)?.kind }
    }
  }

  private static func reasons(_ verdict: Verdict) -> [String] {
    verdict.origin?.reasons.map(\.code.name) ?? []
  }

  @Test("With evidence that proves itself it was official then, and the basis is told")
  func official() throws {
    let pki = try TestPKI.shared()
    for chain in [pki.demo.us.signer, pki.demo.us.issuing, pki.demo.tsa] {
      #expect(chain.certificate.notAfter < Self.judged)
    }
    let verdict = try Reading().verdict()
    #expect(verdict.origin?.status == .official, "\(Self.reasons(verdict))")
    #expect(verdict.integrity == .intact)
    #expect(verdict.origin?.list?.sequence == 2)
    let basis = verdict.origin?.basis
    #expect(basis?.judged == Self.judged)
    #expect(basis?.list.to == ArchiveLists.year(12))
    #expect(basis?.signer.to == pki.demo.us.signer.certificate.notAfter)
    #expect(basis?.authority?.to == pki.demo.tsa.certificate.notAfter)
    #expect(basis?.answers == [])
  }

  @Test("Without the bundle, the reader's list of today says nothing of that moment")
  func missing() throws {
    var material = TrustStore()
    let reading = try Reading()
    material.addGovernmentList(try #require(reading.own), name: "us.json", keys: reading.ownKeys)
    let error = #expect(throws: TrustError.self) {
      try TrustContext(material, at: Self.judged)
    }
    #expect(error?.kind == .notYetValid)
  }

  @Test("A list of the bundle counts only by keys that the reader has")
  func keys() throws {
    var reading = try Reading()
    reading.own = nil
    #expect(reading.error() == .keysMissing)
    reading.listKeys = reading.ownKeys
    #expect(try reading.verdict().origin?.status == .official)
    reading.listKeys = try TestPKI.shared().demo.jp.pinned.pem
    #expect(reading.error() == .keysMissing)
    let impostors = try TestPKI.shared().impostor.listKeys
    reading = try Reading()
    reading.kept = try ArchiveLists().list(
      2, from: 0, to: 12, keys: [impostors[0], impostors[1]])
    #expect(reading.error() == .notEnoughSignatures)
  }

  @Test("An altered list, and one that was not in force at that moment, stop the run")
  func lists() throws {
    var reading = try Reading()
    let text = String(decoding: reading.kept, as: UTF8.self)
    // The payload is Base64 of `{`, a line break and blanks: one blank becomes a tab.
    reading.kept = Array(text.replacing("\"ewog", with: "\"ewoJ", maxReplacements: 1).utf8)
    #expect(reading.error() == .notEnoughSignatures)
    reading = try Reading()
    reading.kept = try ArchiveLists().list(2, from: 0, to: 5)
    #expect(reading.error() == .stale)
    reading.kept = try ArchiveLists().list(2, from: 12, to: 13)
    #expect(reading.error() == .notYetValid)
    reading = try Reading()
    reading.own = try ArchiveLists().list(
      9, from: 13, to: 15, keys: [try TestPKI.shared().impostor.listKeys[0]])
    #expect(reading.error() == .notEnoughSignatures, "the reader's own list is proved too")
  }

  @Test("Keys that changed since: a list that old and new keys signed leads from one to the other")
  func rotation() throws {
    let us = try TestPKI.shared().demo.us
    let next = try ListKeys(
      scheme: us.pinned.scheme, threshold: 1, keys: [try PrivateKey.generate(.es256).publicKey],
      name: "next")
    let key = try PrivateKey.generate(.es256)
    let named = try ListKeys(
      scheme: us.pinned.scheme, threshold: 1, keys: [key.publicKey], name: "next")
    var reading = try Reading()
    reading.kept = try ArchiveLists().list(2, from: 0, to: 12, keys: [key])
    for (keys, isBelieved) in [(named, true), (next, false)] {
      reading.own = try ArchiveLists().list(
        9, from: 13, to: 15, nextKeys: keys, keys: [us.listKeys[0], us.listKeys[1], key])
      #expect((reading.error() == nil) == isBelieved)
    }
  }

  @Test("Evidence of another file makes nothing official")
  func swapped() throws {
    var reading = try Reading()
    reading.isForeign = true
    let verdict = try reading.verdict()
    #expect(verdict.origin?.status != .official)
    #expect(Self.reasons(verdict) == ["OFF-9-EVIDENCE"])
    #expect(verdict.origin?.basis == nil)
  }

  @Test("A kept answer clears the certificate for good; without it, strictness is not satisfied")
  func answers() throws {
    let us = try TestPKI.shared().demo.us
    func response(_ status: OCSPAnswer.Status, by issuer: DemoCountry) throws -> [UInt8] {
      let time = TestPKI.now.adding(seconds: 60)
      return try OCSPMaker(
        responder: issuer.responder, subject: us.signer.certificate,
        issuer: issuer.issuing.certificate, status: status, thisUpdate: time,
        nextUpdate: time.adding(seconds: 86_400), producedAt: time
      ).response()
    }
    var reading = try Reading()
    reading.isStrict = true
    #expect(Self.reasons(try reading.verdict()) == ["OFF-8-UNKNOWN"])
    reading.responses = [try response(.good, by: try TestPKI.shared().impostor)]
    #expect(Self.reasons(try reading.verdict()) == ["OFF-8-UNKNOWN"], "nobody's answer")
    reading.responses = [try response(.good, by: us)]
    let verdict = try reading.verdict()
    #expect(verdict.origin?.status == .official, "\(Self.reasons(verdict))")
    #expect(verdict.origin?.basis?.answers.count == 1)
    reading.responses = [try response(.revoked(at: TestPKI.now, reason: 1), by: us)]
    #expect(Self.reasons(try reading.verdict()).contains("OFF-8-REVOKED"))
  }

  @Test("What the reader's own later list withdrew is withdrawn for that moment too")
  func withdrawn() throws {
    let pki = try TestPKI.shared()
    let key = pki.demo.us.signer.certificate.publicKey.spkiSHA256
    let stamper = pki.demo.tsa.certificate.publicKey.spkiSHA256
    let before = TestPKI.now.adding(seconds: -60)
    for (date, isOfficial) in [(before, false), (ArchiveLists.year(1), true)] {
      var reading = try Reading()
      let withdrawal = Invalidation(.key(key), date: date, reason: .keyCompromise)
      reading.own = try ArchiveLists().list(9, from: 13, to: 15, withdrawn: [withdrawal])
      #expect((try reading.verdict().origin?.status == .official) == isOfficial)
      // Whoever has an authority's key writes any time: a compromise goes back to its beginning.
      for (reason, isKept) in [
        (Invalidation.Reason.cessationOfOperation, isOfficial), (.keyCompromise, false),
      ] {
        let authority = Invalidation(.key(stamper), date: date, reason: reason)
        reading.own = try ArchiveLists().list(
          9, from: 13, to: 15, authorityWithdrawn: [authority])
        #expect((try reading.verdict().origin?.status == .official) == isKept)
      }
    }
  }

  @Test(
    "A list of the reader's own that was in force then, and is newer, stands before the kept one")
  func better() throws {
    var reading = try Reading()
    reading.own = try ArchiveLists().list(5, from: 10, to: 12)
    #expect(try reading.verdict().origin?.list?.sequence == 5)
    reading.kept = try ArchiveLists().list(7, from: 10, to: 12)
    #expect(try reading.verdict().origin?.list?.sequence == 7)
  }
}
