import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-76: what a list may say.
struct TrustListReadingTests {
  /// A text of the demonstration's list and what to put in its place.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let other: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ other: String) {
      self.name = name
      self.text = text
      self.other = other
    }
  }

  static let refused: [Edit] = [
    Edit("a member twice", "\"eku\":", "\"labels\": [\"official\"], \"eku\":"),
    Edit("a member twice with the same name escaped", "\"eku\":", "\"l\\u0061bels\": [], \"eku\":"),
    Edit("an unknown rule in a scope", "\"eku\":", "\"country\": \"US\", \"eku\":"),
    Edit("a rule spelt otherwise", "\"maxPathLen\"", "\"maxPathLength\""),
    Edit("an unknown rule in a subject", "\"O\":", "\"CN\": [\"x\"], \"O\":"),
    Edit("an empty rule", "\"maxPathLen\": 0", "\"pin\": []"),
    Edit("a rule of the wrong type", "\"maxPathLen\": 0", "\"maxPathLen\": \"0\""),
    Edit("a path length below zero", "\"maxPathLen\": 0", "\"maxPathLen\": -1"),
    Edit("a fractional path length", "\"maxPathLen\": 0", "\"maxPathLen\": 0.5"),
    Edit(
      "a time stamp rule that is text", "\"requireTimestamp\": true", "\"requireTimestamp\": \"no\""
    ),
    Edit("an unknown label", "\"official\"", "\"official \""),
    Edit("an unknown kind of key", "\"P-384\"", "\"P-224\""),
    Edit("a purpose that allows everything", "1.3.6.1.5.5.7.3.36", "2.5.29.37.0"),
    Edit("a policy that allows everything", DemoPKI.policy, "2.5.29.32.0"),
    Edit("a purpose that is no object identifier", "1.3.6.1.5.5.7.3.36", "documentSigning"),
    Edit("a foreign jurisdiction", "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"JP\""),
    Edit("a part of a foreign country", "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"JP-13\""),
    Edit("a jurisdiction in small letters", "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"us\""),
    Edit(
      "a territory that is no country", "\"SchemeTerritory\": \"US\"",
      "\"SchemeTerritory\": \"INT\""),
    Edit("no territory", "\"SchemeTerritory\": \"US\",", ""),
    Edit("no scheme name", "\"SchemeName\"", "\"SchemeTypeCommunityRules\""),
    Edit(
      "a critical extension that nobody knows", "Extensions\": [",
      "Extensions\": [ { \"critical\": true, \"org.example.more\": 1 },"),
    Edit(
      "a critical extension in another spelling", "Extensions\": [",
      "Extensions\": [ { \"Critical\": true, \"org.example.more\": 1 },"),
    Edit("an extension that is no object", "Extensions\": [", "Extensions\": [ 1,"),
    Edit("a mark of importance that is text", "\"critical\": true", "\"critical\": \"false\""),
    Edit(
      "a scope twice", "\"critical\": true\n",
      "\"critical\": true }, { \"org.broadseal.scope\": {}\n"),
    Edit("a scope in a service that is no CA", "Svctype/CA/PKC", "Svctype/TSA"),
    Edit("another version", "\"LoTEVersionIdentifier\": 1", "\"LoTEVersionIdentifier\": 2"),
    Edit("sequence zero", "\"LoTESequenceNumber\": 1", "\"LoTESequenceNumber\": 0"),
    Edit(
      "a sequence beyond 64 bits", "\"LoTESequenceNumber\": 1",
      "\"LoTESequenceNumber\": 9223372036854775808"),
    Edit(
      "a member that the schema does not have", "\"LoTEVersionIdentifier\"",
      "\"Trust\": 1, \"LoTEVersionIdentifier\""),
    Edit("a time without zone", "T08:00:00Z", "T08:00:00"),
    Edit("a next update before the issue", "\"NextUpdate\": \"2027", "\"NextUpdate\": \"2025"),
    Edit("a certificate that is none", "\"val\": \"MII", "\"val\": \"AAA"),
    Edit("a bidirectional control in a name", "Demo Press Office", "Demo \u{202E}Press Office"),
    Edit("an invisible character in a name", "Demo Press Office", "Demo\u{200B} Press Office"),
    Edit("a control character in a name", "Demo Press Office", "Demo\\u0000 Press Office"),
    Edit("text after the list", "\"LoTE\": {", "\"LoTE\": {}, \"LoTEs\": {"),
  ]

  @Test("A list that says anything unclear is refused as a whole", arguments: refused)
  func refuses(_ edit: Edit) throws {
    let list = try ListMaker().edited(edit.text, edit.other)
    try #require(!list.isEmpty, "the text to replace is not in the list")
    #expect(kind { _ = try ParsedTrustList(parsing: list, name: "us.json") } == .malformed)
  }

  static let accepted: [Edit] = [
    Edit("nothing changed", "\"LoTE\"", "\"LoTE\""),
    Edit(
      "an unknown extension that is not critical", "Extensions\": [",
      "Extensions\": [ { \"org.example.more\": 1 },"),
    Edit(
      "a part of the list's own country", "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"US-CA\""),
    Edit("an international organisation", "\"jurisdiction\": \"US\"", "\"jurisdiction\": \"INT\""),
  ]

  @Test("A list may say what is understood or unimportant", arguments: accepted)
  func accepts(_ edit: Edit) throws {
    let list = try ListMaker().edited(edit.text, edit.other)
    #expect(throws: Never.self) { try ParsedTrustList(parsing: list, name: "us.json") }
  }

  @Test("A list is read as it was written")
  func roundTrip() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(
        organizations: ["A", "B"], organizationalUnits: ["C"], organizationIdentifiers: ["D"],
        dnsSuffixes: [try #require(DNSSuffix("demo.invalid"))]),
      purposes: DemoPKI.signerPurposes, policies: [DemoPKI.policy], maximumPathLength: 3,
      keyAlgorithms: KeyAlgorithm.allCases, labels: [.aiAltered, .official],
      pins: [demo.us.signer.key.publicKey.spkiSHA256], requiresTimeStamp: false,
      invalidSince: [
        Invalidation(.serial("0102"), date: demo.start, reason: .superseded),
        Invalidation(
          .authority(demo.us.issuing.key.publicKey.spkiSHA256), date: demo.start,
          reason: .caCompromise),
        Invalidation(
          .authority(demo.us.root.key.publicKey.spkiSHA256), date: demo.start,
          reason: .caCompromise, certificate: demo.us.root.certificate),
      ])
    let recognition = Recognition(
      keys: demo.jp.pinned, labels: [.official], jurisdictions: [DemoAgency.jp.jurisdiction],
      from: demo.start, to: demo.nextUpdate)
    let content = maker.content(
      scope: scope, sequence: 7, recognises: [recognition],
      history: [StatusPeriod(.withdrawn, from: demo.start.adding(seconds: -10))])
    let read = try ParsedTrustList(parsing: content.json, name: "us.json")
    #expect(read.content == content)
  }

  @Test("The certificate beside a withdrawal is one of the key that is withdrawn")
  func withdrawnCertificate() throws {
    let maker = try ListMaker()
    let us = maker.pki.demo.us
    let subjects: [Invalidation.Subject] = [
      .authority(us.issuing.key.publicKey.spkiSHA256), .serial(us.root.certificate.serialHex),
    ]
    for subject in subjects {
      let scope = Scope(
        jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
        subject: DemoAgency.us.scope.subject,
        invalidSince: [
          Invalidation(
            subject, date: maker.pki.demo.start, reason: .caCompromise,
            certificate: us.root.certificate)
        ])
      let json = maker.content(scope: scope).json
      #expect(kind { _ = try ParsedTrustList(parsing: json, name: "us.json") } == .malformed)
    }
  }

  @Test("A list larger than the limit is not read")
  func size() throws {
    let list = [UInt8](repeating: UInt8(ascii: " "), count: TrustLimits.maximumFileSize + 1)
    #expect(kind { _ = try ParsedTrustList(parsing: list, name: "us.json") } == .tooLarge)
  }

  @Test("A list of C2PA's shape without scopes gives anchors and never agencies")
  func foreignShape() throws {
    let pki = try TestPKI.shared()
    func service(_ certificate: [UInt8], _ status: String) -> JSON.Value {
      [
        "ServiceInformation": [
          "ServiceName": [["lang": "en", "value": "Maker of cameras"]],
          "ServiceDigitalIdentity": [
            "X509Certificates": [["val": .string(Base64.encode(certificate))]]
          ],
          "ServiceStatus": .string("http://c2pa.org/conformance/trust-list/\(status)"),
          "StatusStartingTime": "2026-01-01T00:00:00Z",
        ]
      ]
    }
    let list: JSON.Value = [
      "LoTE": [
        "ListAndSchemeInformation": [
          "LoTEVersionIdentifier": 1, "LoTESequenceNumber": 1,
          "SchemeOperatorName": [["lang": "en", "value": "An operator"]],
          "ListIssueDateTime": "2026-02-01T00:00:00Z", "NextUpdate": "2027-02-01T00:00:00Z",
        ],
        "TrustedEntitiesList": [
          [
            "TrustedEntityInformation": ["TEName": [["lang": "en", "value": "A maker"]]],
            "TrustedEntityServices": [
              service(pki.demo.aiRoot.certificate.der, "trusted"),
              service(pki.demo.us.root.certificate.der, "untrusted"),
            ],
          ]
        ],
      ]
    ]
    let bytes = Array(JSON.Writer.write(list).utf8)
    let parsed = try ParsedTrustList(parsing: bytes, name: "c2pa.json")
    // Its services do not say what they are for: whoever names the list does.
    for use in [AnchorUse.signers, .timeStamps, nil] {
      #expect(try parsed.anchors(for: use, at: TestPKI.now) == [pki.demo.aiRoot.certificate])
    }
    #expect(
      kind { _ = try parsed.verified(keys: pki.demo.us.pinned, at: TestPKI.now) } == .unsigned)
    var material = TrustStore()
    material.addClaimAnchors(bytes, name: "c2pa.json")
    let context = try TrustContext(material, at: TestPKI.now)
    #expect(context.claimAnchors?.certificates == [pki.demo.aiRoot.certificate])
    #expect(context.governmentEntries(forChain: pki.demo.aiService.chain).isEmpty)
    let late = try #require(UTCTime(rfc3339: "2027-02-01T00:00:00Z"))
    #expect(kind { _ = try TrustContext(material, at: late) } == .stale)
  }

  @Test("As anchors a list gives what its services are for, and a government list nothing")
  func anchors() throws {
    let maker = try ListMaker()
    let (start, ca, clock) = (
      maker.pki.demo.start, maker.pki.demo.aiRoot.certificate, maker.pki.demo.tsaRoot.certificate
    )
    func list(_ services: [(uri: String, certificate: Certificate)]) throws -> ParsedTrustList {
      let content = TrustListContent(
        sequence: 1, schemeNames: ["en": "L"], operatorNames: ["en": "O"], territory: "US",
        issued: start, nextUpdate: maker.pki.demo.nextUpdate,
        entities: [
          .addressed(
            ["en": "E"],
            services: services.map {
              TrustedService(
                names: ["en": "S"], type: ServiceType(uri: $0.uri), certificates: [$0.certificate],
                current: StatusPeriod(.granted, from: start))
            })
        ])
      return try ParsedTrustList(parsing: content.json, name: "list.json")
    }
    let stem = "http://uri.etsi.org/TrstSvc/Svctype/"
    for (authority, stamps) in [("CA/PKC", "TSA"), ("CA/QC", "TSA/QTST")] {
      let both = try list([(stem + authority, ca), (stem + stamps, clock)])
      #expect(try both.anchors(for: .signers, at: TestPKI.now) == [ca])
      #expect(try both.anchors(for: .timeStamps, at: TestPKI.now) == [clock])
      #expect(try both.anchors(for: nil, at: TestPKI.now) == [ca, clock])
      let one = try list([(stem + stamps, clock)])
      #expect(kind { _ = try one.anchors(for: .signers, at: TestPKI.now) } == .malformed)
      #expect(try one.anchors(for: .timeStamps, at: TestPKI.now) == [clock])
    }
    let other = try list([(stem + "TSAX", ca), (stem + "Certstatus/OCSP", clock)])
    for use in [AnchorUse.signers, .timeStamps] {
      #expect(kind { _ = try other.anchors(for: use, at: TestPKI.now) } == .malformed)
    }
    // Signed or a draft, for signers or for stamps: a scope is nothing that an anchor has.
    for bytes in [maker.pki.demo.usList, maker.content(further: [maker.authority()]).json] {
      var (signers, stamps) = (TrustStore(), TrustStore())
      signers.addClaimAnchors(bytes, name: "us.json")
      stamps.addTimeStampAnchors(bytes, name: "us.json")
      for material in [signers, stamps] {
        do throws(TrustError) {
          _ = try TrustContext(material, at: TestPKI.now)
          Issue.record("a government list was taken for anchors")
        } catch {
          #expect(error.kind == .malformed && error.hint?.hasPrefix("--government") == true)
        }
      }
    }
  }
}
