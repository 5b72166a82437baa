import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-73: revocation lists that leave something out, and what they name all the same.
extension RevocationThreats {
  static let lists: [ThreatRow] =
    [
      revoking("with a distribution point", CRLMaker.foreignPoint),
      revoking("about users' certificates", CRLMaker.point(1)),
      revoking("about authorities' certificates alone", CRLMaker.point(2)),
      revoking("that is indirect", CRLMaker.point(4)),
      revoking("that only tells what changed", CRLMaker.delta()),
      revoking(
        "that only tells what changed, without the critical mark", CRLMaker.delta(isCritical: false)
      ),
      revoking(
        "with a critical extension that nobody knows",
        CertificateExtension("2.999.1", isCritical: true, value: [5, 0])),
      rolled,
      replaced("about authorities' certificates alone", CRLMaker.point(2, isCritical: false)),
      replaced("about attribute certificates alone", CRLMaker.point(5, isCritical: false)),
      replaced("that only tells what changed", CRLMaker.delta(isCritical: false)),
      released,
      silent("about authorities' certificates alone", CRLMaker.point(2)),
      silent("of a distribution point that is not the signer's", CRLMaker.foreignPoint),
      silent("that only tells what changed", CRLMaker.delta(isCritical: false)),
      users,
    ]

  private static let revoked = ThreatOutcome.unofficial(
    .unrecognised, ["OFF-1-INVALID", "OFF-8-REVOKED"], .invalid,
    also: ["signingCredential.ocsp.revoked"])

  /// A list of the signer's CA, issued `seconds` after the signature.
  private static func list(
    _ number: UInt8, _ scope: CertificateExtension?, after seconds: Int64, reason: UInt8?,
    _ pki: TestPKI, by issuer: DemoCredential? = nil
  ) throws -> [UInt8] {
    let time = TestPKI.now.adding(seconds: seconds)
    var maker = CRLMaker(
      issuer: issuer ?? pki.demo.us.issuing, number: number, thisUpdate: time)
    maker.scope = [scope].compactMap(\.self)
    if let reason { maker.revoked = [(pki.demo.us.signer.certificate, time, reason)] }
    return try maker.bytes()
  }

  private static func row(
    _ attack: String, _ expected: ThreatOutcome, isStrict: Bool = false,
    _ lists: @escaping @Sendable (TestPKI) throws -> [[UInt8]]
  ) -> ThreatRow {
    ThreatRow(.revocation, attack, expected) { pki in
      var item = try stapled([], pki)
      item.isStrict = isStrict
      item.lists = try lists(pki)
      return item
    }
  }

  private static func revoking(_ kind: String, _ scope: CertificateExtension) -> ThreatRow {
    row("the key was stolen, as a list says \(kind)", revoked) {
      [try list(1, scope, after: 60, reason: 1, $0)]
    }
  }

  private static func replaced(_ kind: String, _ scope: CertificateExtension) -> ThreatRow {
    row("the key was stolen, as a list says, and a newer list \(kind) does not name it", revoked) {
      [
        try list(1, nil, after: 60, reason: 1, $0),
        try list(2, scope, after: 120, reason: nil, $0),
      ]
    }
  }

  private static func silent(_ kind: String, _ scope: CertificateExtension) -> ThreatRow {
    row(
      "a list \(kind), which does not name the signer, in place of an answer",
      .unofficial(
        .recognisedTool, ["OFF-8-UNKNOWN"], also: ["signingCredential.ocsp.unknown"]),
      isStrict: true
    ) { [try list(1, scope, after: 60, reason: nil, $0)] }
  }

  private static var users: ThreatRow {
    var row = row(
      "a list about users' certificates alone, which does not name the signer", .official(),
      isStrict: true
    ) { [try list(1, CRLMaker.point(1), after: 60, reason: nil, $0)] }
    row.isHarmless = true
    return row
  }

  /// A responder whose key the CA revoked says that all is well.
  private static var released: ThreatRow {
    ThreatRow(
      .revocation, "the signer is on hold, and a responder whom the CA revoked calls it good",
      revoked
    ) { pki in
      let us = pki.demo.us
      let time = TestPKI.now.adding(seconds: 60)
      var maker = CRLMaker(issuer: us.issuing, number: 1, thisUpdate: time)
      maker.revoked = [(us.signer.certificate, time, 6), (us.responder.certificate, time, 1)]
      var item = try stapled([], pki)
      item.isStrict = false
      item.lists = [try maker.bytes()]
      item.responses = [
        try OCSPMaker(
          responder: us.responder, subject: us.signer.certificate, issuer: us.issuing.certificate,
          thisUpdate: time.adding(seconds: 60), nextUpdate: time.adding(seconds: 86_400),
          producedAt: time.adding(seconds: 60)
        ).response()
      ]
      return item
    }
  }

  /// The CA has a new key of the same name, and both stand on the list.
  private static var rolled: ThreatRow {
    ThreatRow(
      .revocation, "the key was stolen, as a list says that the CA signed with its new key", revoked
    ) { pki in
      let us = pki.demo.us
      let new = try DemoCredential(
        DemoPeriod(now: TestPKI.now).authority(
          us.issuing.certificate.subject, years: 10, pathLength: 0), issuer: us.root)
      var item = try stapled([], pki)
      item.isStrict = false
      item.trust = try Places(pki).trust([
        [
          Places.service(us.issuing.certificate), Places.service(new.certificate),
          try Places.authority(),
        ]
      ])
      item.lists = [try list(1, nil, after: 60, reason: 1, pki, by: new)]
      return item
    }
  }
}
