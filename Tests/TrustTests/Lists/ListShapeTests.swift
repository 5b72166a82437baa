import BroadsealBytes
import BroadsealJSON
import TestSupport
import Testing

@testable import BroadsealTrust

/// The shape of a list of trusted entities as ETSI TS 119 602 (V1.1.1, annex with the JSON schema) has
/// it: of each object, what must be there and what may.
private enum Shape {
  static let objects: [String: (required: Set<String>, allowed: Set<String>)] = [
    "list": (["LoTE"], []), "LoTE": (["ListAndSchemeInformation"], ["TrustedEntitiesList"]),
    "ListAndSchemeInformation": (
      [
        "LoTEVersionIdentifier", "LoTESequenceNumber", "SchemeOperatorName", "ListIssueDateTime",
        "NextUpdate",
      ],
      [
        "LoTEType", "SchemeOperatorAddress", "SchemeName", "SchemeInformationURI",
        "StatusDeterminationApproach", "SchemeTypeCommunityRules", "SchemeTerritory",
        "PolicyOrLegalNotice", "HistoricalInformationPeriod", "PointersToOtherLoTE",
        "DistributionPoints", "SchemeExtensions",
      ]
    ),
    "TrustedEntitiesList": (["TrustedEntityInformation", "TrustedEntityServices"], []),
    "TrustedEntityInformation": (
      ["TEName", "TEAddress", "TEInformationURI"], ["TETradeName", "TEInformationExtensions"]
    ),
    "TEAddress": (["TEPostalAddress", "TEElectronicAddress"], []),
    "TEPostalAddress": (
      ["lang", "StreetAddress", "Country"], ["Locality", "StateOrProvince", "PostalCode"]
    ),
    "TEElectronicAddress": (["lang", "uriValue"], []),
    "TEInformationURI": (["lang", "uriValue"], []),
    "TrustedEntityServices": (["ServiceInformation"], ["ServiceHistory"]),
    "ServiceInformation": (
      ["ServiceName", "ServiceDigitalIdentity"],
      [
        "ServiceTypeIdentifier", "ServiceStatus", "StatusStartingTime",
        "SchemeServiceDefinitionURI", "ServiceSupplyPoints", "ServiceDefinitionURI",
        "ServiceInformationExtensions",
      ]
    ),
    "ServiceHistory": (
      ["ServiceName", "ServiceDigitalIdentity", "ServiceStatus", "StatusStartingTime"],
      ["ServiceTypeIdentifier", "ServiceInformationExtensions"]
    ),
    "ServiceDigitalIdentity": (
      [],
      ["X509Certificates", "X509SubjectNames", "PublicKeyValues", "X509SKIs", "OtherIds"]
    ),
    "X509Certificates": (["val"], ["encoding", "specRef"]),
    "SchemeOperatorName": (["lang", "value"], []), "SchemeName": (["lang", "value"], []),
    "TEName": (["lang", "value"], []), "ServiceName": (["lang", "value"], []),
  ]

  /// What in `value`, which stands under `name`, is not of the shape.
  static func faults(_ value: Value, _ name: String) -> [String] {
    if let elements = value.array {
      return (elements.isEmpty ? ["\(name) is empty"] : [])
        + elements.flatMap { faults($0, name) }
    }
    guard let (required, allowed) = objects[name] else { return [] }
    guard let object = value.object else { return ["\(name) is no object"] }
    let keys = Set(object.keys)
    return required.subtracting(keys).map { "\(name) lacks \($0)" }
      + keys.subtracting(required.union(allowed)).map { "\(name) has \($0)" }
      + object.members.flatMap { faults($0.value, $0.key) }
  }
}

@Suite("Lists have the shape of ETSI TS 119 602")
struct ListShapeTests {
  private func payload(_ list: [UInt8]) throws -> Value {
    let text = try Reader.parse(list)["payload"]?.string ?? ""
    return try Reader.parse(try #require(Base64.decode(text, alphabet: .url)))
  }

  @Test("both lists of the demonstration, and one with new keys and a history")
  func demo() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    for list in [demo.usList, demo.jpList] {
      #expect(Shape.faults(try payload(list), "list") == [])
    }
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let next = TrustListContent(
      sequence: 2, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate,
      nextKeys: try demo.jp.pinned.named(demo.us.pinned.scheme), entities: old.entities)
    #expect(Shape.faults(next.asValue, "list") == [])
    let read = try ParsedTrustList(parsing: next.json, name: "next").content
    #expect(read == next)
  }

  @Test("the test sees what is missing and what is too much")
  func sees() throws {
    let text = String(decoding: try ListMaker().content().json, as: UTF8.self)
    for (old, new) in [
      ("NextUpdate", "NextUpdates"), ("TrustedEntityServices", "Services"),
      ("\"val\"", "\"value\""),
    ] {
      let range = try #require(text.firstRange(of: old))
      let edited = text.replacingCharacters(in: range, with: new)
      #expect(Shape.faults(try Reader.parse(Array(edited.utf8)), "list").count >= 2)
    }
  }
}

extension ListKeys {
  fileprivate func named(_ scheme: String) throws -> ListKeys {
    try ListKeys(scheme: scheme, threshold: threshold, keys: keys, name: "next")
  }
}
