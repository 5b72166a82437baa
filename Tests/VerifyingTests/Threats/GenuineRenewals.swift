import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// What stays official while authorities are renewed, retired and shared: each row is judged by the
/// list alone, without anchors beside it that would hide what the list says.
enum GenuineRenewals {
  static let rows: [ThreatRow] =
    [true, false].flatMap { renewals(isOldFirst: $0) } + [retired] + shared

  /// When the authority's second certificate took the place of the first.
  private static let turn = TestPKI.now.adding(seconds: 3_600)
  private static let later = TestPKI.now.adding(seconds: 7_200)

  private static func renewals(isOldFirst: Bool) -> [ThreatRow] {
    let order = isOldFirst ? "first" : "last"
    return [
      row(
        "before the agency's CA was renewed with the same key, its old certificate listed \(order)"
      ) { pki in
        try ThreatCase(
          TestManifest(pki), trust: try renewed(pki, isOldFirst: isOldFirst), at: later)
      },
      row("after that renewal, the old certificate listed \(order)") { pki in
        var manifest = TestManifest(pki, signer: try pki.signer())
        manifest.stampTime = turn.adding(seconds: 60)
        return try ThreatCase(
          manifest, trust: try renewed(pki, isOldFirst: isOldFirst), at: later)
      },
    ]
  }

  private static let retired = row("stamped before the list let its authority retire") { pki in
    let maker = try ListMaker()
    let authority = TrustedService(
      names: ["en": "A time-stamping authority"], type: .timeStampAuthority,
      certificates: [pki.demo.tsaRoot.certificate],
      current: StatusPeriod(.withdrawn, from: turn),
      history: [StatusPeriod(.granted, from: pki.demo.start)])
    return try ThreatCase(
      TestManifest(pki),
      trust: alone(try .list(pki, maker.content(further: [authority]))), at: later)
  }

  private static let shared = [true, false].map { isFirst in
    row(
      "of an agency that shares CA and name with another, listed \(isFirst ? "before" : "after") it"
    ) { pki in
      let maker = try ListMaker()
      let own = DemoAgency.us.scope
      let other = Scope(
        jurisdiction: own.jurisdiction,
        agency: Agency(id: "demo.us.other-office", names: ["en": "Other Office"]),
        subject: own.subject, purposes: own.purposes, policies: own.policies,
        maximumPathLength: own.maximumPathLength, keyAlgorithms: own.keyAlgorithms,
        labels: own.labels)
      let scopes = isFirst ? [own, other] : [other, own]
      let services = scopes.map { scope in
        service(
          pki.demo.us.issuing.certificate, StatusPeriod(.granted, from: pki.demo.start), scope)
      }
      return try ThreatCase(
        TestManifest(pki),
        trust: alone(
          try .list(
            pki, maker.content(scope: scopes[0], further: [services[1], maker.authority()]))))
    }
  }

  private static func row(
    _ description: String, _ make: @escaping @Sendable (TestPKI) throws -> ThreatCase
  ) -> ThreatRow {
    ThreatRow(nil, "a document " + description, .official(), make)
  }

  /// A list that withdrew the old certificate in good order when the new one began.
  private static func renewed(_ pki: TestPKI, isOldFirst: Bool) throws -> ThreatTrust {
    let issuing = pki.demo.us.issuing
    var builder = DemoPeriod(now: turn)
      .authority(issuing.certificate.subject, years: 10, pathLength: 0)
    builder.notBefore = turn
    builder.policies = [DemoPKI.policy]
    let certificate = try builder.issued(
      to: issuing.key.publicKey, by: pki.demo.us.root.certificate, key: pki.demo.us.root.key)
    let maker = try ListMaker()
    let old = service(
      issuing.certificate, StatusPeriod(.withdrawn, from: turn), DemoAgency.us.scope,
      history: [StatusPeriod(.granted, from: pki.demo.start)])
    let new = service(certificate, StatusPeriod(.granted, from: turn), DemoAgency.us.scope)
    let services = isOldFirst ? [old, new] : [new, old]
    return alone(
      try .list(
        pki,
        maker.content(
          current: services[0].current, history: services[0].history,
          certificates: services[0].certificates, further: [services[1], maker.authority()])))
  }

  private static func service(
    _ certificate: Certificate, _ current: StatusPeriod, _ scope: Scope,
    history: [StatusPeriod] = []
  ) -> TrustedService {
    TrustedService(
      names: DemoAgency.us.agency.names, type: .certificateAuthority, certificates: [certificate],
      current: current, history: history, scope: scope)
  }

  private static func alone(_ trust: ThreatTrust) -> ThreatTrust {
    var trust = trust
    (trust.anchors, trust.authorities) = ([], [])
    return trust
  }
}
