package import BroadsealBytes
package import BroadsealOpenSSL
package import BroadsealTrust

/// Lists of the demonstration's United States as they may have been in another year.
package struct ArchiveLists: Sendable {
  private let pki: TestPKI

  /// Lists of the shared PKI.
  package init() throws { pki = try TestPKI.shared() }

  /// The same moment so many years later.
  package static func year(_ number: Int64) -> UTCTime {
    TestPKI.now.adding(seconds: number * 365 * 86_400)
  }

  /// A list in force between two years.
  ///
  /// - Parameters:
  ///   - withdrawn: what it withdrew of the agency's.
  ///   - authorityWithdrawn: what it withdrew of the time-stamp authority's.
  ///   - nextKeys: the keys that sign the lists after it.
  ///   - keys: who signs it; nil: the first and the third key of the list.
  package func list(
    _ sequence: Int64, from: Int64, to: Int64, withdrawn: [Invalidation] = [],
    authorityWithdrawn: [Invalidation] = [], nextKeys: ListKeys? = nil, keys: [PrivateKey]? = nil
  ) throws -> [UInt8] {
    let us = pki.demo.us
    let issued = from == 0 ? pki.demo.start : ArchiveLists.year(from)
    let scope = us.scope
    let services = [
      TrustedService(
        names: us.agency.agency.names, type: .certificateAuthority,
        certificates: [us.issuing.certificate],
        current: StatusPeriod(.granted, from: pki.demo.start),
        scope: Scope(
          jurisdiction: scope.jurisdiction, agency: scope.agency, subject: scope.subject,
          purposes: scope.purposes, labels: scope.labels, invalidSince: withdrawn)),
      TrustedService(
        names: us.agency.agency.names, type: .timeStampAuthority,
        certificates: [pki.demo.tsaRoot.certificate],
        current: StatusPeriod(.granted, from: pki.demo.start), invalidSince: authorityWithdrawn),
    ]
    let base = us.listContent(
      issued: issued, nextUpdate: ArchiveLists.year(to), tsa: pki.demo.tsaRoot.certificate)
    let content = TrustListContent(
      sequence: sequence, schemeNames: base.schemeNames, operatorNames: base.operatorNames,
      territory: base.territory, issued: base.issued, nextUpdate: base.nextUpdate,
      nextKeys: nextKeys,
      entities: zip(base.entities, services).map { entity, service in
        TrustedEntity(
          names: entity.names, address: entity.address, informationURI: entity.informationURI,
          services: [service])
      })
    return try TrustListSigner.sign(
      content, keys: keys ?? [us.listKeys[0], us.listKeys[2]], name: "us.json")
  }
}
