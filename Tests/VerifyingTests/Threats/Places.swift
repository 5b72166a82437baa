import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Lists of the United States with several entities and services, so that one key has several places.
struct Places {
  private let pki: TestPKI

  init(_ pki: TestPKI) { self.pki = pki }

  /// An agency beside the demonstration's.
  static let otherAgency = Agency(id: "demo.us.other-office", names: ["en": "Other Office"])

  /// The certificate of a CA that has issued nothing.
  static func otherCA() throws -> Certificate {
    let pki = try TestPKI.shared()
    return try pki.authority(below: pki.impostor.root).certificate
  }

  /// The demonstration's time-stamping authority as a service of a list.
  static func authority() throws -> TrustedService { try ListMaker().authority() }

  /// The scope of the demonstration's agency with something different.
  static func scope(
    _ withdrawals: [Invalidation] = [], agency: Agency? = nil, jurisdiction: Jurisdiction? = nil,
    maximumPathLength: Int = 0, labels: Set<LabelKind>? = nil, requiresTimeStamp: Bool = true
  ) -> Scope {
    let own = DemoAgency.us.scope
    return Scope(
      jurisdiction: jurisdiction ?? own.jurisdiction, agency: agency ?? own.agency,
      subject: own.subject, purposes: own.purposes, policies: own.policies,
      maximumPathLength: maximumPathLength, keyAlgorithms: own.keyAlgorithms,
      labels: labels ?? own.labels, requiresTimeStamp: requiresTimeStamp,
      invalidSince: withdrawals)
  }

  /// A CA's certificate as a service of a list.
  static func service(
    _ certificate: Certificate, _ scope: Scope = Places.scope(), current: StatusPeriod? = nil,
    history: [StatusPeriod] = []
  ) -> TrustedService {
    TrustedService(
      names: scope.agency.names, type: .certificateAuthority, certificates: [certificate],
      current: current ?? granted, history: history, scope: scope)
  }

  /// A time-stamping authority's certificate as a service of a list.
  static func stamping(
    _ certificate: Certificate, _ withdrawals: [Invalidation] = [], current: StatusPeriod? = nil,
    history: [StatusPeriod] = []
  ) -> TrustedService {
    TrustedService(
      names: ["en": "A time-stamping authority"], type: .timeStampAuthority,
      certificates: [certificate], current: current ?? granted, history: history,
      invalidSince: withdrawals)
  }

  /// Granted since the demonstration's start.
  static let granted = StatusPeriod(
    .granted, from: DemoPeriod(now: TestPKI.now).start)

  /// Another certificate of the same name and key.
  static func renewed(
    _ authority: DemoCredential, by issuer: DemoCredential?, from start: UTCTime? = nil
  ) throws -> Certificate {
    var builder = DemoPeriod(now: TestPKI.now)
      .authority(authority.certificate.subject, years: 12, pathLength: issuer == nil ? 1 : 0)
    builder.policies = [DemoPKI.policy]
    if let start { builder.notBefore = start }
    guard let issuer else { return try builder.selfSigned(by: authority.key) }
    return try builder.issued(
      to: authority.key.publicKey, by: issuer.certificate, key: issuer.key)
  }

  /// A list of the United States with an entity for each of `entities`, and nothing else to believe.
  ///
  /// - Parameter together: whether all services belong to one entity.
  func trust(_ entities: [[TrustedService]], together: Bool = false) throws -> ThreatTrust {
    var trust = try ThreatTrust.list(
      pki, content(together ? [Array(entities.joined())] : entities, DemoAgency.us.listNames))
    (trust.anchors, trust.authorities) = ([], [])
    return trust
  }

  /// Another list of the United States, of a scheme and by keys of its own.
  func second(
    _ entities: [[TrustedService]], scheme: String = "A second list",
    recognises: [Recognition] = []
  ) throws -> ThreatTrust {
    let keys = pki.impostor.listKeys
    let pinned = try ListKeys(
      scheme: scheme, threshold: 2, keys: keys.map(\.publicKey), name: "second")
    var trust = ThreatTrust()
    trust.lists = [
      ThreatTrust.List(
        name: "second",
        list: try TrustListSigner.sign(
          content(entities, ["en": scheme], recognises), keys: Array(keys.prefix(2)),
          name: "second.json"),
        keys: pinned.pem)
    ]
    return trust
  }

  /// The list of Japan, which withdraws something at its own agency.
  func japan(
    withdrawing withdrawals: [Invalidation], sequence: Int64 = 1, issued: UTCTime? = nil,
    keys: [PrivateKey]? = nil
  ) throws -> [UInt8] {
    let jp = pki.demo.jp
    let base = jp.listContent(
      issued: pki.demo.start, nextUpdate: pki.demo.nextUpdate, tsa: pki.demo.tsaRoot.certificate)
    let own = jp.scope
    let scope = Scope(
      jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
      purposes: own.purposes, policies: own.policies, maximumPathLength: own.maximumPathLength,
      keyAlgorithms: own.keyAlgorithms, labels: own.labels, invalidSince: withdrawals)
    let service = TrustedService(
      names: own.agency.names, type: .certificateAuthority,
      certificates: [jp.issuing.certificate], current: Places.granted, scope: scope)
    return try TrustListSigner.sign(
      TrustListContent(
        sequence: sequence, schemeNames: base.schemeNames, operatorNames: base.operatorNames,
        territory: base.territory, issued: issued ?? base.issued, nextUpdate: base.nextUpdate,
        entities: [.addressed(own.agency.names, services: [service])]
          + base.entities.dropFirst()),
      keys: keys ?? Array(jp.listKeys.prefix(2)), name: "jp.json")
  }

  private func content(
    _ entities: [[TrustedService]], _ scheme: LocalizedText, _ recognises: [Recognition] = []
  ) -> TrustListContent {
    TrustListContent(
      sequence: 1, schemeNames: scheme, operatorNames: DemoAgency.us.operatorNames,
      territory: "US", issued: pki.demo.start, nextUpdate: pki.demo.nextUpdate,
      recognises: recognises,
      entities: entities.enumerated().map { number, services in
        .addressed(["en": "Entity \(number)"], services: services)
      })
  }
}
