package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL
package import BroadsealTrust

/// Makes lists that differ in one point from the demonstration's.
package struct ListMaker {
  /// Where keys and certificates come from.
  package let pki: TestPKI

  /// A maker of lists of the demonstration.
  package init() throws { pki = try TestPKI.shared() }

  /// The list of the United States with another scope, sequence, recognitions or dates.
  ///
  /// - Parameter further: services beside the agency's, which alone stands there otherwise.
  package func content(
    scope: Scope? = nil, type: ServiceType = .certificateAuthority, sequence: Int64 = 1,
    recognises: [Recognition] = [], current: StatusPeriod? = nil, history: [StatusPeriod] = [],
    certificates: [Certificate]? = nil, further: [TrustedService] = []
  ) -> TrustListContent {
    let names = DemoAgency.us.agency.names
    let service = TrustedService(
      names: names, type: type, certificates: certificates ?? [pki.demo.us.issuing.certificate],
      current: current ?? StatusPeriod(.granted, from: pki.demo.start), history: history,
      scope: scope ?? DemoAgency.us.scope)
    return TrustListContent(
      sequence: sequence, schemeNames: DemoAgency.us.listNames,
      operatorNames: DemoAgency.us.operatorNames, territory: "US", issued: pki.demo.start,
      nextUpdate: pki.demo.nextUpdate, recognises: recognises,
      entities: [.addressed(names, services: [service] + further)])
  }

  /// A list without scopes, of a CA and a time-stamping authority.
  package func unscoped() -> TrustListContent {
    TrustListContent(
      sequence: 1, schemeNames: DemoAgency.us.listNames,
      operatorNames: DemoAgency.us.operatorNames, territory: "US", issued: pki.demo.start,
      nextUpdate: pki.demo.nextUpdate,
      entities: [
        .addressed(
          ["en": "A maker"],
          services: [
            TrustedService(
              names: ["en": "A CA"], type: .certificateAuthority,
              certificates: [pki.demo.aiRoot.certificate],
              current: StatusPeriod(.granted, from: pki.demo.start)), authority(),
          ])
      ])
  }

  /// The demonstration's time-stamping authority as a service of a list.
  package func authority(
    current: StatusPeriod? = nil, invalidSince: [Invalidation] = []
  ) -> TrustedService {
    TrustedService(
      names: ["en": "A time-stamping authority"], type: .timeStampAuthority,
      certificates: [pki.demo.tsaRoot.certificate],
      current: current ?? StatusPeriod(.granted, from: pki.demo.start), invalidSince: invalidSince)
  }

  /// `content` signed by the first two keys of the United States and proved.
  package func proved(_ content: TrustListContent, at time: UTCTime = TestPKI.now) throws
    -> GovernmentTrustList
  {
    let keys = Array(pki.demo.us.listKeys.prefix(2))
    let signed = try TrustListSigner.sign(content, keys: keys, name: "us.json")
    return try ParsedTrustList(parsing: signed, name: "us.json")
      .verified(keys: pki.demo.us.pinned, at: time)
  }

  /// The demonstration's list of the United States in JSON, with `text` replaced by `other` (once).
  package func edited(_ text: String, _ other: String) -> [UInt8] {
    let json = String(decoding: content().json, as: UTF8.self)
    guard let range = json.firstRange(of: text) else { return [] }
    return Array((json[..<range.lowerBound] + other + json[range.upperBound...]).utf8)
  }

  /// The first mismatch codes of a chain from `credential` against the one entry of a list with
  /// `scope`; nil when it leads to no entry.
  package func mismatches(
    of credential: DemoCredential, with scope: Scope? = nil
  ) throws -> [ScopeCode]? {
    let list = try proved(content(scope: scope))
    guard let chain = pki.chain(of: credential, to: list.claimAnchors) else { return nil }
    return list.entries(forChain: chain).first?.mismatches(chain: chain).map(\.code)
  }
}

extension TrustedEntity {
  /// An entity with the address that the schema of TS 119 602 asks for.
  package static func addressed(
    _ names: LocalizedText, services: [TrustedService]
  ) -> TrustedEntity {
    TrustedEntity(
      names: names,
      address: [
        "TEPostalAddress": [["lang": "en", "StreetAddress": "1 Test Street", "Country": "US"]],
        "TEElectronicAddress": [["lang": "en", "uriValue": "mailto:list@demo.invalid"]],
      ],
      informationURI: [["lang": "en", "uriValue": "https://demo.invalid/"]], services: services)
  }
}
