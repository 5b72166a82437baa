import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-01 … T-08, T-17, T-19: who may sign as an agency.
struct ScopeTests {
  /// A signer and the rules it breaks; nil: its chain leads to no entry at all.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: [ScopeCode]?
    let make: @Sendable (TestPKI) throws -> DemoCredential

    init(
      _ name: String, _ expected: [ScopeCode]?,
      _ make: @escaping @Sendable (TestPKI) throws -> DemoCredential
    ) {
      testDescription = name
      self.expected = expected
      self.make = make
    }
  }

  static let impostors: [Case] = [
    Case("the agency itself", []) { $0.demo.us.signer },
    Case("another certificate of the agency", []) { try $0.signer() },
    Case("a self-made PKI with the agency's names (T-01, T-02)", nil) { $0.impostor.signer },
    Case("a CA that is on no list (T-03)", nil) {
      try $0.signer(by: $0.demo.aiRoot)
    },
    Case("the issuing CA of Japan with the agency's subject (T-04)", nil) {
      try $0.signer(by: $0.demo.jp.issuing)
    },
    Case("a CA made by the listed CA (T-19)", nil) { pki in
      let ca = try pki.authority(below: pki.demo.us.issuing)
      return try pki.signer(by: ca)
    },
    Case("the root above the listed CA (T-19)", nil) { try $0.signer(by: $0.demo.us.root) },
    Case("another ministry under the listed CA (T-05)", [.organization, .organizationIdentifier]) {
      try $0.signer(
        TestPKI.subject(organization: "Demo Ministry (invented)", identifier: "GOVUS-DEMO-0002"))
    },
    Case("another country under the listed CA", [.country]) {
      try $0.signer(TestPKI.subject(country: "JP"))
    },
    Case("no country", [.country]) { try $0.signer(TestPKI.subject(country: nil)) },
    Case("two countries", [.country]) {
      try $0.signer(TestPKI.subject(more: [NameAttribute(NameAttribute.country, "US")]))
    },
    Case("a country in small letters", [.country]) {
      try $0.signer(TestPKI.subject(country: "us"))
    },
    Case("no organisation identifier", [.organizationIdentifier]) {
      try $0.signer(TestPKI.subject(identifier: nil))
    },
    Case("two organisations (T-08)", [.organization]) {
      try $0.signer(TestPKI.subject(more: [NameAttribute(NameAttribute.organization, "Another")]))
    },
    Case("the same organisation twice (T-08)", [.organization]) {
      try $0.signer(
        TestPKI.subject(more: [
          NameAttribute(NameAttribute.organization, DemoAgency.us.organization)
        ]))
    },
    Case("a Cyrillic letter in the name (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press \u{041E}ffice (invented)"))
    },
    Case("a full-width letter in the name (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press \u{FF2F}ffice (invented)"))
    },
    Case("a ligature in the name (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press O\u{FB03}ce (invented)"))
    },
    Case("another case (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "demo press office (invented)"))
    },
    Case("a space more (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press  Office (invented)"))
    },
    Case("a space that does not break (T-07)", [.organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press\u{00A0}Office (invented)"))
    },
    Case("an embedded NUL (T-08)", [.subjectSyntax, .organization]) {
      try $0.signer(TestPKI.subject(organization: "Demo Press Office (invented)\u{0}.example"))
    },
    Case("a bidirectional control elsewhere in the subject (T-08)", [.subjectSyntax]) {
      try $0.signer(
        TestPKI.subject(more: [NameAttribute(NameAttribute.locality, "abc\u{202E}def")]))
    },
    Case("a very long attribute (T-08)", [.subjectSyntax]) {
      try $0.signer(
        TestPKI.subject(more: [
          NameAttribute(NameAttribute.locality, String(repeating: "a", count: 201))
        ]))
    },
    Case("a purpose more (T-17)", [.purpose]) {
      try $0.signer { $0.extendedKeyUsage.append(Purpose.timeStamping) }
    },
    Case("any purpose (T-17)", [.purpose]) {
      try $0.signer { $0.extendedKeyUsage = [Purpose.any] }
    },
    Case("no purpose (T-17)", [.purpose]) { try $0.signer { $0.extendedKeyUsage = [] } },
    Case("no policy", [.policy]) { try $0.signer { $0.policies = [] } },
    Case("a kind of key that is not listed", [.keyAlgorithm]) {
      try $0.signer(algorithm: .ed25519)
    },
  ]

  @Test(
    "Only a certificate that keeps every rule matches, and each other says which",
    arguments: impostors)
  func impostor(_ item: Case) throws {
    let maker = try ListMaker()
    #expect(try maker.mismatches(of: try item.make(maker.pki)) == item.expected)
  }

  @Test("Composed and decomposed letters are the same name")
  func normalForms() throws {
    let maker = try ListMaker()
    func scope(_ name: String) -> Scope {
      Scope(
        jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
        subject: SubjectRule(organizations: [name]))
    }
    let composed = "Office d\u{E9}mo \u{30C7}\u{30E2}"
    let decomposed = "Office de\u{301}mo \u{30C6}\u{3099}\u{30E2}"
    for (listed, certified) in [(composed, decomposed), (decomposed, composed)] {
      let signer = try maker.pki.signer(TestPKI.subject(organization: certified))
      #expect(try maker.mismatches(of: signer, with: scope(listed)) == [])
    }
  }

  @Test(
    "Every organisational unit must be listed, and one must be there",
    arguments: [
      ([], false), (["A"], true), (["A", "B"], true), (["A", "C"], false), (["C"], false),
    ] as [([String], Bool)])
  func units(_ units: [String], _ matches: Bool) throws {
    let maker = try ListMaker()
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(
        organizations: [DemoAgency.us.organization], organizationalUnits: ["A", "B"]))
    let signer = try maker.pki.signer(
      TestPKI.subject(more: units.map { NameAttribute(NameAttribute.organizationalUnit, $0) }))
    #expect(try maker.mismatches(of: signer, with: scope) == (matches ? [] : [.organizationalUnit]))
  }

  @Test("A pinned key is the only one that matches")
  func pin() throws {
    let maker = try ListMaker()
    let signer = try maker.pki.signer()
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(), pins: [signer.key.publicKey.spkiSHA256])
    #expect(try maker.mismatches(of: signer, with: scope) == [])
    #expect(try maker.mismatches(of: maker.pki.demo.us.signer, with: scope) == [.pin])
  }

  @Test(
    "An international organisation has no country or XX",
    arguments: [(nil, []), ("XX", []), ("US", [.country])] as [(String?, [ScopeCode])])
  func international(_ country: String?, _ expected: [ScopeCode]) throws {
    let maker = try ListMaker()
    let scope = Scope(
      jurisdiction: .international, agency: DemoAgency.us.agency,
      subject: SubjectRule(organizations: [DemoAgency.us.organization]))
    let signer = try maker.pki.signer(TestPKI.subject(country: country))
    #expect(try maker.mismatches(of: signer, with: scope) == expected)
  }

  @Test(
    "A CA between the listed one and the signer counts against the path length",
    arguments: [(0, [ScopeCode.pathLength]), (1, [])])
  func pathLength(_ limit: Int, _ expected: [ScopeCode]) throws {
    let maker = try ListMaker()
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(organizations: [DemoAgency.us.organization]), maximumPathLength: limit)
    let list = try maker.proved(
      maker.content(scope: scope, certificates: [maker.pki.demo.us.root.certificate]))
    let chain = try #require(maker.pki.chain(of: maker.pki.demo.us.signer, to: list.claimAnchors))
    #expect(chain.count == 3)
    let entry = try #require(list.entries(forChain: chain).first)
    #expect(entry.mismatches(chain: chain).map(\.code) == expected)
  }

  @Test("The listed CA's own certificate is nobody's signature")
  func anchorAlone() throws {
    let maker = try ListMaker()
    #expect(try maker.mismatches(of: maker.pki.demo.us.issuing) == [.chain])
  }

  @Test("A chain is held against the entry it leads to, not against one of the same CA elsewhere")
  func severalAgencies() throws {
    let maker = try ListMaker()
    let pki = maker.pki
    let other = Scope(
      jurisdiction: DemoAgency.us.jurisdiction,
      agency: Agency(id: "demo.us.other", names: ["en": "Another demo agency (invented)"]),
      subject: SubjectRule(organizations: ["Another demo agency (invented)"]))
    let content = maker.content()
    let second = maker.content(scope: other)
    let list = try maker.proved(
      TrustListContent(
        sequence: 1, schemeNames: content.schemeNames, operatorNames: content.operatorNames,
        territory: "US", issued: content.issued, nextUpdate: content.nextUpdate,
        entities: second.entities + content.entities))
    let chain = try #require(pki.chain(of: pki.demo.us.signer, to: list.claimAnchors))
    let entries = list.entries(forChain: chain)
    #expect(entries.map(\.scope.agency.id) == [DemoAgency.us.agency.id, "demo.us.other"])
    #expect(entries.map { $0.mismatches(chain: chain).isEmpty } == [true, false])
  }

  @Test(
    "A label must be one the agency may make, in its own name",
    arguments: [
      ([LabelKind.official], DemoAgency.us.agency.id, "US", []),
      ([.official, .aiAltered], DemoAgency.us.agency.id, "US", [.label]),
      ([.official], "demo.us.other", "US", [.agency]),
      ([.official], "demo.us.press-\u{43E}ffice", "US", [.agency]),
      ([.official], DemoAgency.us.agency.id, "JP", [.jurisdiction]),
      ([.official], DemoAgency.us.agency.id, "US-CA", [.jurisdiction]),
    ] as [(Set<LabelKind>, String, String, [ScopeCode])])
  func labels(
    _ labels: Set<LabelKind>, _ agency: String, _ jurisdiction: String,
    _ expected: [ScopeCode]
  ) throws {
    let maker = try ListMaker()
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(organizations: [DemoAgency.us.organization]), labels: [.official])
    let list = try maker.proved(maker.content(scope: scope))
    let chain = try #require(maker.pki.chain(of: maker.pki.demo.us.signer, to: list.claimAnchors))
    let entry = try #require(list.entries(forChain: chain).first)
    let found = entry.mismatches(labels: labels, agency: agency, jurisdiction: jurisdiction)
    #expect(found.map(\.code) == expected)
  }
}
