package import BroadsealBytes
package import BroadsealOpenSSL
package import BroadsealTrust

/// Makes lists that vouch for PDF signatures.
package enum SealLists {
  private static let scheme: LocalizedText = ["en": "Test list of seals"]

  /// The keys that are pinned for such a list.
  package static func keys() throws -> ListKeys {
    let keys = try TestPKI.shared().demo.us.listKeys
    return try ListKeys(
      scheme: scheme.preferred, threshold: 2, keys: keys.map(\.publicKey), name: "seals.keys.pem")
  }

  /// A list with these services, as it is published.
  package static func signed(
    _ services: [TrustedService], territory: String = "JP", issued: UTCTime? = nil,
    nextUpdate: UTCTime? = nil
  ) throws -> [UInt8] {
    let demo = try TestPKI.shared().demo
    let content = TrustListContent(
      sequence: 1, schemeNames: scheme, operatorNames: ["en": "Test list office"],
      territory: territory, issued: issued ?? demo.start, nextUpdate: nextUpdate ?? demo.nextUpdate,
      entities: [.addressed(["en": "Test agency"], services: services)])
    return try TrustListSigner.sign(
      content, keys: Array(demo.us.listKeys.prefix(2)), name: "seals.json")
  }

  /// The same list, proved.
  package static func proved(
    _ services: [TrustedService], territory: String = "JP", issued: UTCTime? = nil,
    nextUpdate: UTCTime? = nil, at time: UTCTime = TestPKI.now
  ) throws -> GovernmentTrustList {
    try ParsedTrustList(
      parsing: signed(services, territory: territory, issued: issued, nextUpdate: nextUpdate),
      name: "seals.json"
    ).verified(keys: keys(), at: time)
  }

  /// A CA of those who seal.
  package static func service(
    _ certificate: Certificate, _ seal: SealScope, history: [StatusPeriod] = [],
    current: StatusPeriod? = nil
  ) -> TrustedService {
    TrustedService(
      names: ["en": "CA of seals"], type: .certificateAuthority, certificates: [certificate],
      current: current ?? StatusPeriod(.granted, from: UTCTime(year: 2000, month: 1, day: 1)),
      history: history, seal: seal)
  }

  /// An authority whose stamps date seals.
  package static func authority(_ certificates: [Certificate]) -> TrustedService {
    TrustedService(
      names: ["en": "Time-stamp authority"], type: .timeStampAuthority, certificates: certificates,
      current: StatusPeriod(.granted, from: UTCTime(year: 2000, month: 1, day: 1)))
  }

  /// What a list says of an agency whose key is that of `credential`; the time that it states counts
  /// where no stamp is asked for.
  package static func scope(
    of credential: DemoCredential, agency: DemoAgency = .jp, ending: SealKey.Ending? = nil,
    requiresTimeStamp: Bool = false, invalidSince: [Invalidation] = []
  ) -> SealScope {
    let certificate = credential.certificate
    let key = SealKey(
      certificate.publicKey.spkiSHA256, from: certificate.notBefore, to: certificate.notAfter,
      ending: ending)
    return SealScope(
      scope: Scope(
        jurisdiction: agency.jurisdiction, agency: agency.agency,
        subject: SubjectRule(), labels: [], pins: [key.digest],
        requiresTimeStamp: requiresTimeStamp, invalidSince: invalidSince),
      keys: [key], purposes: DemoPKI.signerPurposes)
  }
}
