import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealVerifying

/// Several answers about one certificate: the newest of an issuer's lists counts, and a hold that was
/// released is none.
@Suite("What an issuer says later takes the place of what it said before")
struct RevocationOrderTests {
  private let pki: TestPKI

  init() throws { pki = try TestPKI.shared() }

  private enum Word { case revoked, notRevoked, unknown }

  /// A moment counted from three hours after the stamp: the demonstration begins an hour before it.
  private func moment(_ hours: Int64) -> UTCTime {
    TestPKI.now.adding(seconds: (hours + 3) * 3_600)
  }

  private func list(
    _ hours: Int64, number: UInt8?, reason: UInt8? = nil, isListed: Bool = true,
    _ scope: CertificateExtension? = nil, by issuer: DemoCredential? = nil,
    and further: [Certificate] = []
  ) throws -> RevocationList {
    let time = moment(hours)
    var maker = CRLMaker(
      issuer: issuer ?? pki.demo.us.issuing, number: number, thisUpdate: time)
    if isListed {
      maker.revoked = [(pki.demo.us.signer.certificate, time.adding(seconds: -60), reason)]
    }
    maker.revoked += further.map { ($0, time.adding(seconds: -60), 1) }
    maker.scope = [scope].compactMap(\.self)
    return try maker.list()
  }

  private func response(_ hours: Int64, _ status: OCSPAnswer.Status) throws -> OCSPResponse {
    let time = moment(hours)
    return try OCSPResponse(
      der: OCSPMaker(
        responder: pki.demo.us.responder, subject: pki.demo.us.signer.certificate,
        issuer: pki.demo.us.issuing.certificate, status: status, thisUpdate: time,
        nextUpdate: time.adding(seconds: 86_400), producedAt: time
      ).response())
  }

  /// What two lists and responses come to, in both orders, judged a day after the stamp.
  private func word(
    _ lists: [RevocationList], _ responses: [OCSPResponse] = [], at time: UTCTime? = nil,
    by context: TrustContext? = nil
  ) throws -> Word? {
    let now = time ?? TestPKI.now.adding(seconds: 86_400)
    let document = try Document(ByteSource(bytes: OfficialTests.content), path: "release.txt")
    let store = try TestManifest(pki).sidecar(for: OfficialTests.content)
    let trust = try context ?? pki.context()
    let words = [(lists, responses), (Array(lists.reversed()), Array(responses.reversed()))].map {
      lists, responses -> Word in
      let verdict = Verifier(
        trust: trust, at: now, evidence: RevocationEvidence(responses: responses, lists: lists)
      ).session().verify(document, sidecar: store)
      let codes = (verdict.c2pa.success + verdict.c2pa.failure).map(\.code)
      if codes.contains("signingCredential.ocsp.revoked") { return .revoked }
      return codes.contains("signingCredential.ocsp.notRevoked") ? .notRevoked : .unknown
    }
    return words[0] == words[1] ? words[0] : nil
  }

  @Test("A list that no longer holds the certificate takes the place of the one that held it")
  func released() throws {
    #expect(try word([list(-2, number: 1, reason: 6)]) == .revoked)
    let newer = try list(-1, number: 2, isListed: false)
    #expect(try word([list(-2, number: 1, reason: 6), newer]) == .notRevoked)
    #expect(try word([list(-2, number: nil, reason: 6), newer]) == .notRevoked)
  }

  @Test("A list that revokes takes the place of one that did not")
  func revoked() throws {
    let older = try list(-2, number: 1, isListed: false)
    #expect(try word([older, list(-1, number: 2, reason: 1)]) == .revoked)
    #expect(try word([older, list(-1, number: 2, reason: 6)]) == .revoked)
    // Number and date disagree: both are heard, and a revocation wins.
    for isFirst in [true, false] {
      #expect(
        try word([
          list(-1, number: 1, reason: 1, isListed: isFirst),
          list(-2, number: 2, reason: 1, isListed: !isFirst),
        ]) == .revoked)
    }
    #expect(
      try word([list(-2, number: 50, isListed: false), list(-1, number: 3, reason: 6)])
        == .revoked)
  }

  @Test(
    "A list by a key that a government list withdrew as stolen takes no place, and releases nothing"
  )
  func disowned() throws {
    let key = pki.demo.us.issuing.key.publicKey.spkiSHA256
    let lists = [
      try list(-2, number: 1, reason: 6), try list(-1, number: 2, isListed: false),
    ]
    // From after the signature, which the withdrawal leaves as it is.
    let date = moment(12)
    for (reason, word) in [
      (Invalidation.Reason.caCompromise, Word.revoked), (.cessationOfOperation, .notRevoked),
    ] {
      let scope = DemoAgency.us.scope(invalidSince: [
        Invalidation(.authority(key), date: date, reason: reason)
      ])
      let trust = try TrustContext(ThreatTrust.list(pki, scope: scope).material, at: TestPKI.now)
      #expect(try self.word(lists, by: trust) == word)
    }
  }

  @Test("A partial list takes no place, marked critical or not; the whole one takes that of a part")
  func partial() throws {
    let whole = try list(-2, number: 1, reason: 1)
    for isCritical in [true, false] {
      for scope in [
        CRLMaker.delta(isCritical: isCritical), CRLMaker.point(2, isCritical: isCritical),
        CRLMaker.point(5, isCritical: isCritical),
      ] {
        let newer = try list(-1, number: 2, isListed: false, scope)
        #expect(try word([whole, newer]) == .revoked)
        #expect(try word([newer]) == .unknown)
      }
    }
    let users = try list(-1, number: 2, isListed: false, CRLMaker.point(1))
    #expect(try word([users]) == .notRevoked)
    #expect(try word([whole, users]) == .notRevoked)
    let delta = try list(-2, number: 1, reason: 6, CRLMaker.delta())
    #expect(try word([delta]) == .revoked)
    #expect(try word([delta, list(-1, number: 2, isListed: false)]) == .notRevoked)
  }

  @Test("What a CA revokes with its new key, no list by the old one takes back")
  func rolled() throws {
    let us = pki.demo.us
    let new = try DemoCredential(
      DemoPeriod(now: TestPKI.now).authority(
        us.issuing.certificate.subject, years: 10, pathLength: 0), issuer: us.root)
    let context = try TrustContext(
      Places(pki).trust([
        [
          Places.service(us.issuing.certificate), Places.service(new.certificate),
          try Places.authority(),
        ]
      ]).material, at: TestPKI.now)
    let clean = try list(-1, number: 9, isListed: false)
    for (reason, result) in [(UInt8(1), Word.revoked), (6, .notRevoked)] {
      let rolled = try list(-2, number: 1, reason: reason, by: new)
      #expect(try word([rolled], by: context) == .revoked)
      #expect(try word([rolled, clean], by: context) == result)
      // A list that knows the old key alone.
      #expect(try word([rolled]) == .unknown)
    }
    let silent = try list(-1, number: 9, isListed: false, by: new)
    #expect(try word([silent], by: context) == .unknown)
  }

  @Test("A responder whom his CA revoked clears nothing, and what he revokes counts")
  func revokedResponder() throws {
    let responder = pki.demo.us.responder.certificate
    let lists = [try list(-2, number: 1, reason: 6, and: [responder])]
    #expect(try word(lists, [response(-1, .good)]) == .revoked)
    let alone = [try list(-2, number: 1, isListed: false, CRLMaker.delta(), and: [responder])]
    #expect(try word(alone, [response(-1, .good)]) == .unknown)
    let stolen = OCSPAnswer.Status.revoked(at: TestPKI.now.adding(seconds: -9_000), reason: 1)
    #expect(try word(alone, [response(-1, stolen)]) == .revoked)
  }

  @Test("A list of the future, and one from after the certificate's end, take no place")
  func others() throws {
    #expect(
      try word([
        list(-2, number: 1, reason: 1), list(30 * 24, number: 2, isListed: false),
      ]) == .revoked)
    let end = pki.demo.us.signer.certificate.notAfter
    var late = CRLMaker(
      issuer: pki.demo.us.issuing, number: 9, thisUpdate: end.adding(seconds: 60))
    #expect(
      try word(
        [list(-2, number: 1, reason: 1), late.list()], at: end.adding(seconds: 3_600))
        == .revoked)
    late.number = nil
    #expect(
      try word(
        [list(-2, number: 1, reason: 1), late.list()], at: end.adding(seconds: 3_600))
        == .revoked)
  }

  @Test("A hold counts until the same issuer says that the certificate is good")
  func held() throws {
    let hold = OCSPAnswer.Status.revoked(at: TestPKI.now.adding(seconds: -9_000), reason: 6)
    #expect(try word([], [response(-2, hold), response(-1, .good)]) == .notRevoked)
    #expect(try word([], [response(-1, hold), response(-2, .good)]) == .revoked)
    #expect(try word([list(-2, number: 1, reason: 6)], [response(-1, .good)]) == .notRevoked)
    #expect(try word([list(-1, number: 1, reason: 6)], [response(-2, .good)]) == .revoked)
    #expect(try word([list(-1, number: 1, isListed: false)], [response(-2, hold)]) == .notRevoked)
    // What is no hold is never taken back.
    let stolen = OCSPAnswer.Status.revoked(at: TestPKI.now.adding(seconds: -9_000), reason: 1)
    #expect(try word([], [response(-2, stolen), response(-1, .good)]) == .revoked)
  }
}
