import BroadsealBytes
import BroadsealJSON
import BroadsealTrust
import TestSupport
import Testing

@Suite("A scope of seals")
struct SealScopeTests {
  private static let digest = String(repeating: "ab", count: 32)
  private static let other = String(repeating: "cd", count: 32)

  /// Everything that can stand there.
  private static let whole = #"""
    { "jurisdiction": "JP",
      "agency": { "id": "demo.jp.gazette", "names": { "en": "Demo Gazette (invented)" } },
      "subject": { "CN": [ "Gazette" ], "O": [ "Office" ] },
      "policyAny": [ "2.999.1" ], "maxPathLen": 0, "keyAlgs": [ "RSA" ], "requireTimestamp": false,
      "keys": [ { "spki": "DIGEST", "from": "2023-05-15T00:00:00Z", "to": "2025-03-20T00:00:00Z",
        "ended": "in-order" } ],
      "eku": [ "none", "1.2.840.113583.1.1.5" ],
      "kinds": [ "adbe.pkcs7.detached" ], "certified": 1, "qualified": "eseal" }
    """#.replacing("DIGEST", with: digest)

  /// A list with one service that has these extensions.
  private func list(_ extensions: String) throws -> TrustListContent {
    let pki = try TestPKI.shared()
    let empty = SealScope(
      scope: Scope(
        jurisdiction: DemoAgency.jp.jurisdiction, agency: DemoAgency.jp.agency,
        subject: SubjectRule(), labels: [], pins: [Self.other]),
      keys: [SealKey(Self.other)])
    let service = SealLists.service(pki.demo.jp.issuing.certificate, empty)
    let content = TrustListContent(
      sequence: 1, schemeNames: ["en": "A list"], operatorNames: ["en": "An office"],
      territory: "JP", issued: pki.demo.start, nextUpdate: pki.demo.nextUpdate,
      entities: [.addressed(["en": "An agency"], services: [service])])
    let json = String(decoding: content.json, as: UTF8.self)
    let start = try #require(json.firstRange(of: "\"ServiceInformationExtensions\"")).lowerBound
    let open = try #require(json[start...].firstRange(of: "[")).lowerBound
    var depth = 0
    let close = json[open...].indices.first { index in
      depth += json[index] == "[" ? 1 : json[index] == "]" ? -1 : 0
      return depth == 0
    }
    let end = json.index(after: try #require(close))
    let edited = json[..<open] + "[" + extensions + "]" + json[end...]
    return try ParsedTrustList(parsing: Array(edited.utf8), name: "list").content
  }

  private func read(_ seal: String) throws -> SealScope {
    let content = try list(#"{ "critical": true, "org.broadseal.seal": \#(seal) }"#)
    return try #require(content.services.first?.service.seal)
  }

  @Test("is refused where it is not critical", arguments: ["", #""critical": false, "#])
  func notCritical(_ mark: String) throws {
    #expect(throws: TrustError.self) {
      try list("{ \(mark)\"org.broadseal.seal\": \(Self.whole) }")
    }
  }

  @Test("is read to the last member, and written as it was")
  func whole() throws {
    let seal = try read(Self.whole)
    #expect(seal.scope.subject.commonNames == ["Gazette"])
    #expect(seal.keys.first?.ending == .inOrder)
    let end = try #require(UTCTime(rfc3339: "2025-03-20T00:00:00Z"))
    #expect(seal.keys.first?.isInForce(at: end) == false)
    #expect(seal.keys.first?.isInForce(at: end.adding(seconds: -1)) == true)
    #expect(seal.purposes == ["1.2.840.113583.1.1.5"] && seal.allowsNoPurpose)
    #expect(seal.kinds == [.message] && seal.certification == 1 && seal.mustBeQualified)
    #expect(!seal.scope.requiresTimeStamp && seal.scope.labels.isEmpty)
    let service = SealLists.service(try TestPKI.shared().demo.jp.issuing.certificate, seal)
    let written = try SealLists.proved([service])
    #expect(written.content.services.first?.service.seal == seal)
    #expect(written.sealAnchors != nil && written.claimAnchors == nil)
  }

  @Test(
    "is refused where two readers could take it differently, or it would believe too much",
    arguments: [
      ("\"qualified\": \"eseal\"", "\"qualified\": \"anything\""),
      ("\"certified\": 1", "\"certified\": 4"),
      ("\"certified\": 1", "\"certifies\": 1"),
      ("\"certified\": 1", "\"labels\": [ \"official\" ]"),
      ("adbe.pkcs7.detached", "adbe.x509.rsa_sha1"),
      ("\"ended\": \"in-order\"", "\"ended\": \"somehow\""),
      ("\"to\": \"2025-03-20T00:00:00Z\",", ""),
      ("\"from\": \"2023-05-15T00:00:00Z\",", ""),
      ("2025-03-20", "2023-05-15"),
      ("1.2.840.113583.1.1.5", "1.3.6.1.5.5.7.3.8"),
      ("1.2.840.113583.1.1.5", "2.5.29.37.0"),
      ("abab", "ABAB"),
      ("\"JP\"", "\"US\""),
      ("\"O\": [ \"Office\" ]", "\"GN\": [ \"Name\" ]"),
    ])
  func refused(_ text: String, _ edited: String) throws {
    let changed = Self.whole.replacing(text, with: edited)
    try #require(changed != Self.whole)
    #expect(throws: TrustError.self) { try read(changed) }
  }

  @Test("needs somebody whom it means, by subject or by key")
  func nobody() throws {
    let agency = #""jurisdiction": "JP", "agency": { "id": "a", "names": { "en": "A" } }"#
    #expect(throws: TrustError.self) { try read("{ \(agency) }") }
    let keys = #""keys": [ { "spki": "\#(Self.digest)" } ]"#
    #expect(try read("{ \(agency), \(keys) }").keys.count == 1)
    #expect(try read(#"{ \#(agency), "subject": { "CN": [ "Gazette" ] } }"#).keys.isEmpty)
    // A time that nobody proves counts only in a period that the list states.
    #expect(throws: TrustError.self) {
      try read("{ \(agency), \(keys), \"requireTimestamp\": false }")
    }
    let twice = keys.replacing("} ]", with: "}, { \"spki\": \"\(Self.digest)\" } ]")
    #expect(throws: TrustError.self) { try read("{ \(agency), \(twice) }") }
  }

  @Test("does not stand beside a scope of labels, which has no common name")
  func both() throws {
    let label = #"""
      { "jurisdiction": "JP", "agency": { "id": "a", "names": { "en": "A" } },
        "subject": { "O": [ "Office" ] }, "labels": [ "official" ] }
      """#
    #expect(
      try list(#"{ "critical": true, "org.broadseal.scope": \#(label) }"#).services.first?.service
        .scope != nil)
    #expect(throws: TrustError.self) {
      try list(
        #"{ "critical": true, "org.broadseal.scope": \#(label) }, { "critical": true, "org.broadseal.seal": \#(Self.whole) }"#
      )
    }
    #expect(throws: TrustError.self) {
      try list(
        #"{ "critical": true, "org.broadseal.scope": \#(label.replacing("\"O\"", with: "\"CN\"")) }"#
      )
    }
  }
}
