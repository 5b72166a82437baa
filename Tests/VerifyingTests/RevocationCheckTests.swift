import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealVerifying

@Suite("What is known of a signer's revocation, case by case")
struct RevocationCheckTests {
  private let pki: TestPKI
  /// When the signature was stamped.
  private let stamp = TestPKI.now

  init() throws { pki = try TestPKI.shared() }

  /// What the check comes to.
  enum Outcome: Sendable {
    case revoked, notRevoked, unknown, silent
  }

  /// One case: times in seconds after the stamp.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var status = Status.good
    var this: Int64 = -3_600
    var next: Int64? = 3_600
    var produced: Int64 = -3_600
    var isStamped = true
    let outcome: Outcome
    /// What the verdict says of the origin, where it is asked for.
    var isOfficial: Bool { outcome != .revoked && isStamped }

    var testDescription: String { name }
  }

  /// A status whose time is given in seconds after the stamp.
  enum Status: Sendable {
    case good, unknown
    case revoked(Int64, Int?)
  }

  static let cases: [Case] = [
    Case(name: "good, the stamp within its time", outcome: .notRevoked),
    Case(name: "good, asked for after the stamp", this: 60, outcome: .notRevoked),
    Case(
      name: "good, no next update, within a day of its making", next: nil, outcome: .notRevoked),
    Case(
      name: "good, no next update, a day and more before the stamp", this: -90_000, next: nil,
      produced: -90_000, outcome: .unknown),
    Case(name: "good but stale at the stamp", this: -7_200, next: -60, outcome: .unknown),
    Case(name: "good from the very second of the stamp", this: 0, outcome: .notRevoked),
    Case(name: "good until the very second of the stamp", next: 0, outcome: .unknown),
    Case(name: "good but from the future", this: 1_000_000, next: 2_000_000, outcome: .unknown),
    Case(name: "good without a stamp", isStamped: false, outcome: .unknown),
    Case(name: "the responder does not know it", status: .unknown, outcome: .unknown),
    Case(name: "keyCompromise before the stamp", status: .revoked(-60, 1), outcome: .revoked),
    Case(
      name: "keyCompromise after the stamp", status: .revoked(60, 1), this: 120, outcome: .revoked),
    Case(
      name: "cACompromise after the stamp", status: .revoked(60, 2), this: 120, outcome: .revoked),
    Case(
      name: "aACompromise after the stamp", status: .revoked(60, 10), this: 120, outcome: .revoked),
    Case(
      name: "privilegeWithdrawn after the stamp", status: .revoked(60, 9), this: 120,
      outcome: .revoked),
    Case(
      name: "no reason, after the stamp", status: .revoked(60, nil), this: 120, outcome: .revoked),
    Case(
      name: "unspecified, after the stamp", status: .revoked(60, 0), this: 120, outcome: .revoked),
    Case(name: "on hold at the stamp", status: .revoked(-60, 6), outcome: .revoked),
    Case(name: "superseded before the stamp", status: .revoked(-60, 4), outcome: .revoked),
    Case(name: "superseded at the stamp", status: .revoked(0, 4), outcome: .revoked),
    Case(
      name: "superseded after the stamp", status: .revoked(60, 4), this: 120,
      outcome: .notRevoked),
    Case(
      name: "cessationOfOperation after the stamp", status: .revoked(60, 5), this: 120,
      outcome: .notRevoked),
    Case(
      name: "affiliationChanged after the stamp", status: .revoked(60, 3), this: 120,
      outcome: .notRevoked),
    Case(
      name: "superseded without a stamp", status: .revoked(60, 4), this: 120, isStamped: false,
      outcome: .revoked),
    Case(name: "removeFromCRL, within its time", status: .revoked(-60, 8), outcome: .notRevoked),
    Case(
      name: "removeFromCRL but stale", status: .revoked(-7_000, 8), this: -7_200, next: -60,
      outcome: .unknown),
    Case(
      name: "revoked, in an answer that was stale at the stamp", status: .revoked(-7_100, 1),
      this: -7_200, next: -60, outcome: .revoked),
    Case(
      name: "revoked, in an answer from the future", status: .revoked(-60, 1), this: 1_000_000,
      next: 2_000_000, outcome: .unknown),
  ]

  private func maker(_ row: Case) -> OCSPMaker { Self.maker(row, pki) }

  /// The response of a case about the agency of the United States, stamped at `TestPKI.now`.
  static func maker(_ row: Case, _ pki: TestPKI) -> OCSPMaker {
    let us = pki.demo.us
    let stamp = TestPKI.now
    let status: OCSPAnswer.Status =
      switch row.status {
      case .good: .good
      case .unknown: .unknown
      case .revoked(let time, let reason):
        .revoked(at: stamp.adding(seconds: time), reason: reason)
      }
    return OCSPMaker(
      responder: us.responder, subject: us.signer.certificate, issuer: us.issuing.certificate,
      status: status, thisUpdate: stamp.adding(seconds: row.this),
      nextUpdate: row.next.map { stamp.adding(seconds: $0) },
      producedAt: stamp.adding(seconds: row.produced))
  }

  private func verdict(
    _ stapled: [[UInt8]], isStamped: Bool = true, evidence: RevocationEvidence = .none,
    isStrict: Bool = false
  ) throws -> Verdict {
    var manifest = TestManifest(pki)
    if !isStamped { manifest.authority = nil }
    if !stapled.isEmpty {
      let list = CBOR.Value.array(stapled.map(CBOR.Value.bytes))
      manifest.headers = [(HeaderLabel.revocationValues, .map(["ocspVals": list]))]
    }
    manifest.signatureSize = 12_000
    let scratch = Scratch()
    let content = Array("a document\n".utf8)
    let path = FilePath(scratch.write(content, to: "a.txt"))
    scratch.write(try manifest.sidecar(for: content), to: "a.txt.c2pa")
    let now = stamp.adding(seconds: 7_200)
    return Verifier(
      trust: try pki.context(at: now), at: now, options: VerifierOptions(isStrict: isStrict),
      evidence: evidence
    ).session().verify(path)
  }

  private func outcome(of verdict: Verdict) -> Outcome {
    let codes = (verdict.c2pa.success + verdict.c2pa.informational + verdict.c2pa.failure)
      .map(\.code)
    if codes.contains("signingCredential.ocsp.revoked") { return .revoked }
    if codes.contains("signingCredential.ocsp.notRevoked") { return .notRevoked }
    return codes.contains("signingCredential.ocsp.unknown") ? .unknown : .silent
  }

  @Test("a stapled response", arguments: cases)
  func stapled(row: Case) throws {
    let response = try maker(row).response()
    let verdict = try verdict([response], isStamped: row.isStamped)
    #expect(outcome(of: verdict) == row.outcome)
    #expect((verdict.origin?.status == .official) == row.isOfficial, "\(verdict.origin as Any)")
  }

  @Test("the same response given to the run", arguments: cases)
  func given(row: Case) throws {
    let response = try OCSPResponse(der: maker(row).response())
    let verdict = try verdict(
      [], isStamped: row.isStamped, evidence: RevocationEvidence(responses: [response]))
    #expect(outcome(of: verdict) == row.outcome)
    #expect((verdict.origin?.status == .official) == row.isOfficial)
  }

  @Test("strictness wants proof, and takes it from wherever it comes")
  func strict() throws {
    let good = try maker(Self.cases[0]).response()
    let stale = try maker(Self.cases[4]).response()
    #expect(try verdict([], isStrict: true).origin?.status != .official)
    #expect(try verdict([stale], isStrict: true).origin?.status != .official)
    #expect(try verdict([good], isStrict: true).origin?.status == .official)
    let evidence = RevocationEvidence(responses: [try OCSPResponse(der: good)])
    #expect(try verdict([stale], evidence: evidence, isStrict: true).origin?.status == .official)
    let reasons = try verdict([stale], isStrict: true).origin?.reasons.map(\.code.name) ?? []
    #expect(reasons.contains("OFF-8-UNKNOWN"))
    #expect(!reasons.contains("OFF-8-REVOKED"))
  }

  @Test("one revocation outweighs any number of good answers")
  func worst() throws {
    let good = try maker(Self.cases[0]).response()
    var revoked = maker(Self.cases[0])
    revoked.status = .revoked(at: stamp.adding(seconds: -60), reason: 1)
    let verdict = try verdict([good, try revoked.response(), good])
    #expect(outcome(of: verdict) == .revoked)
    #expect(verdict.origin?.reasons.map(\.code.name).contains("OFF-8-REVOKED") == true)
  }

  @Test("nothing known says nothing, and an answer about another, or by a stranger, proves nothing")
  func strangers() throws {
    #expect(outcome(of: try verdict([])) == .silent)
    var other = maker(Self.cases[0])
    other.subject = try pki.signer().certificate
    var stranger = maker(Self.cases[0])
    stranger.responder = pki.impostor.responder
    var usurper = maker(Self.cases[0])
    usurper.responder = pki.demo.us.signer
    var revokedByStranger = stranger
    revokedByStranger.status = .revoked(at: stamp, reason: 1)
    for maker in [other, stranger, usurper, revokedByStranger] {
      let found = try verdict([try maker.response()])
      #expect(outcome(of: found) == .unknown)
      #expect(found.origin?.reasons.map(\.code.name) == ["OFF-1-SIGNATURE-FORM"])
      let given = try verdict(
        [],
        evidence: RevocationEvidence(responses: [try OCSPResponse(der: maker.response())]))
      #expect(outcome(of: given) == .unknown)
      #expect(given.origin?.status == .official)
    }
    #expect(outcome(of: try verdict([[0x30, 0x00]])) == .unknown)
  }

  @Test("an inquiry is asked about the signer and its issuer, and its answer counts")
  func inquiry() throws {
    let (signer, issuer) = (pki.demo.us.signer.certificate, pki.demo.us.issuing.certificate)
    let good = try OCSPResponse(der: maker(Self.cases[0]).response())
    let evidence = RevocationEvidence(inquiry: { certificate, authority in
      guard certificate == signer, authority == issuer else { return [] }
      return [good.answer(for: certificate, issuer: authority)].compactMap(\.self)
    })
    #expect(outcome(of: try verdict([], evidence: evidence)) == .notRevoked)
    let nobody = RevocationEvidence(inquiry: { _, _ in [] })
    #expect(outcome(of: try verdict([], evidence: nobody)) == .unknown)
    // And about the authority that stamped.
    let (tsa, root) = (pki.demo.tsa.certificate, pki.demo.tsaRoot.certificate)
    let revoked = OCSPAnswer(
      status: .revoked(at: stamp.adding(seconds: 60), reason: 1),
      thisUpdate: stamp.adding(seconds: 60), nextUpdate: nil,
      producedAt: stamp.adding(seconds: 60))
    let asked = RevocationEvidence(inquiry: { $0 == tsa && $1 == root ? [revoked] : [] })
    #expect(
      try verdict([], evidence: asked).origin?.reasons.map(\.code.name)
        == ["OFF-7-AUTHORITY-REVOKED"])
  }

  @Test("in a run of hours, what is asked at its end is no answer of the future")
  func longRun() throws {
    let (signer, issuer) = (pki.demo.us.signer.certificate, pki.demo.us.issuing.certificate)
    let later = stamp.adding(seconds: 5 * 3_600)
    let evidence = RevocationEvidence(inquiry: { certificate, authority in
      guard certificate == signer, authority == issuer else { return [] }
      return [
        OCSPAnswer(
          status: .revoked(at: later, reason: 1), thisUpdate: later, nextUpdate: nil,
          producedAt: later)
      ]
    })
    let link = CertificateLink(certificate: signer, issuer: issuer)
    let rule = RevocationRule(stamp: stamp, now: stamp)
    for (clock, isRevoked) in [(later, true), (stamp, false)] {
      let context = ValidationContext(
        trust: try pki.context(), time: stamp, evidence: evidence, clock: { clock })
      #expect(context.answers(about: link).contains(where: rule.revokes) == isRevoked)
    }
  }
}
