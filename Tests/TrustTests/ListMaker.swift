import Bytes
import JSON
import OpenSSL
import TestSupport
import Trust

/// Makes lists that differ in one point from the demonstration's.
struct ListMaker {
  let pki: TestPKI

  init() throws { pki = try TestPKI.shared() }

  /// The list of the United States with another scope, sequence, recognitions or dates.
  func content(
    scope: Scope? = nil, type: ServiceType = .certificateAuthority, sequence: Int64 = 1,
    recognises: [Recognition] = [], current: StatusPeriod? = nil, history: [StatusPeriod] = [],
    certificates: [Certificate]? = nil
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
      entities: [.addressed(names, services: [service])])
  }

  /// `content` signed by the first two keys of the United States and proved.
  func proved(_ content: TrustListContent, at time: UTCTime = TestPKI.now) throws
    -> GovernmentTrustList
  {
    let keys = Array(pki.demo.us.listKeys.prefix(2))
    let signed = try TrustListSigner.sign(content, keys: keys, name: "us.json")
    return try ParsedTrustList(parsing: signed, name: "us.json")
      .verified(keys: pki.demo.us.pinned, at: time)
  }

  /// The demonstration's list of the United States in JSON, with `text` replaced by `other` (once).
  func edited(_ text: String, _ other: String) -> [UInt8] {
    let json = String(decoding: content().json, as: UTF8.self)
    guard let range = json.firstRange(of: text) else { return [] }
    return Array(json.replacingCharacters(in: range, with: other).utf8)
  }

  /// The first mismatch codes of a chain from `credential` against the one entry of a list with
  /// `scope`; nil when it leads to no entry.
  func mismatches(
    of credential: DemoCredential, with scope: Scope? = nil
  ) throws -> [ScopeMismatch.Code]? {
    let list = try proved(content(scope: scope))
    guard let chain = pki.chain(of: credential, to: list.claimAnchors) else { return nil }
    return list.entries(forChain: chain).first?.mismatches(chain: chain).map(\.code)
  }
}

extension TrustedEntity {
  /// An entity with the address that the schema of TS 119 602 asks for.
  static func addressed(
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

extension String {
  func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}

/// The kind of the `TrustError` that `body` throws; nil when it throws none.
func kind(of body: () throws -> Void) -> TrustError.Kind? {
  do {
    try body()
    return nil
  } catch let error as TrustError {
    return error.kind
  } catch {
    return nil
  }
}
