import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-76: what one list's word for another is worth.
struct RecognitionTests {
  /// The lists of a run: the United States' list recognises Japan's as the case says, and Japan's
  /// own keys are not pinned.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: TrustError.Kind?
    var grants: @Sendable (DemoPKI) -> [Recognition]
    var pinsUnitedStates = true

    init(
      _ name: String, _ expected: TrustError.Kind?, pinsUnitedStates: Bool = true,
      _ grants: @escaping @Sendable (DemoPKI) -> [Recognition]
    ) {
      testDescription = name
      self.expected = expected
      self.grants = grants
      self.pinsUnitedStates = pinsUnitedStates
    }
  }

  static let cases: [Case] = [
    Case("a recognition in force", nil) { [grant($0)] },
    Case("no recognition", .keysMissing) { _ in [] },
    Case("a recognition of other keys that has ended", .notEnoughSignatures) {
      [grant($0, from: -20, to: 0, keys: $0.us.pinned.keys)]
    },
    Case("an ended and a new recognition", nil) {
      [grant($0, from: -20, to: -10), grant($0)]
    },
    Case("a recognition of other keys", .notEnoughSignatures) {
      [grant($0, keys: $0.us.pinned.keys)]
    },
    Case("a recognition of another scheme", .keysMissing) { [grant($0, scheme: "Another list")] },
    Case("a recognition by a list that is not pinned itself", .keysMissing, pinsUnitedStates: false)
    {
      [grant($0)]
    },
  ]

  static func grant(
    _ demo: DemoPKI, from: Int64 = -10, to: Int64 = 10, keys: [PublicKey]? = nil,
    scheme: String? = nil, labels: Set<LabelKind> = [.official], jurisdictions: [String] = ["JP"]
  ) -> Recognition {
    let pinned = try? ListKeys(
      scheme: scheme ?? demo.jp.pinned.scheme, threshold: 2,
      keys: keys ?? demo.jp.pinned.keys, name: "grant")
    return Recognition(
      keys: pinned ?? demo.jp.pinned, labels: labels,
      jurisdictions: jurisdictions.compactMap { Jurisdiction($0) },
      from: TestPKI.now.adding(seconds: from * 86_400),
      to: TestPKI.now.adding(seconds: to * 86_400))
  }

  /// Trust in a list of the United States with `grants`, and in Japan's.
  func context(
    _ grants: [Recognition], pinsUnitedStates: Bool = true, pinsJapan: Bool = false
  ) throws -> TrustContext {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    let list = try TrustListSigner.sign(
      maker.content(recognises: grants), keys: demo.us.listKeys, name: "us.json")
    var material = TrustStore()
    material.addGovernmentList(
      list, name: "us.json", keys: pinsUnitedStates ? demo.us.pinned.pem : nil)
    material.addGovernmentList(
      demo.jpList, name: "jp.json", keys: pinsJapan ? demo.jp.pinned.pem : nil)
    return try TrustContext(material, at: TestPKI.now)
  }

  /// The entry of Japan's agency and its chain.
  func entry(_ context: TrustContext) throws -> (entry: GovernmentEntry, chain: [Certificate]) {
    let pki = try TestPKI.shared()
    let chain = try #require(
      pki.chain(of: pki.demo.jp.signer, to: context.government[1].claimAnchors))
    return (try #require(context.governmentEntries(forChain: chain).first), chain)
  }

  @Test("A list without pinned keys needs a recognition in force", arguments: cases)
  func recognition(_ item: Case) throws {
    let demo = try TestPKI.shared().demo
    let found = kind { _ = try context(item.grants(demo), pinsUnitedStates: item.pinsUnitedStates) }
    #expect(found == item.expected)
  }

  @Test(
    "Outside the dates of its recognition a list is read, and nobody on it is believed",
    arguments: [(-20, 0, false), (1, 20, false), (0, 1, true)] as [(Int64, Int64, Bool)])
  func dates(_ from: Int64, _ to: Int64, _ isInForce: Bool) throws {
    let demo = try TestPKI.shared().demo
    let context = try context([Self.grant(demo, from: from, to: to)])
    #expect(context.government.map(\.isInForce) == [true, isInForce])
    let anchors = context.claimAnchors?.certificates ?? []
    #expect(anchors.contains(demo.us.issuing.certificate))
    #expect(anchors.contains(demo.jp.issuing.certificate) == isInForce)
    #expect(try entry(context).entry.scope.agency.id == demo.jp.scope.agency.id)
  }

  @Test("A recognised agency is official by the word of the list that recognises it, and only so")
  func recognised() throws {
    let demo = try TestPKI.shared().demo
    let (entry, chain) = try entry(try context([Self.grant(demo)]))
    #expect(!entry.list.isPinned)
    #expect(entry.recognisedBy == [demo.us.pinned.scheme])
    #expect(entry.mismatches(chain: chain).isEmpty)
    let agency = entry.scope.agency.id
    #expect(entry.mismatches(labels: [.official], agency: agency, jurisdiction: "JP").isEmpty)
    let generated = entry.mismatches(
      labels: [.official, .aiGenerated], agency: agency, jurisdiction: "JP")
    #expect(generated.map(\.code) == [.label])
    #expect(generated.first?.found == ["ai-generated"])
  }

  @Test("A recognition for other jurisdictions does not extend to this agency")
  func otherJurisdiction() throws {
    let demo = try TestPKI.shared().demo
    let (entry, chain) = try entry(try context([Self.grant(demo, jurisdictions: ["JP-13", "US"])]))
    #expect(entry.mismatches(chain: chain).map(\.code) == [.recognition])
    #expect(entry.recognisedBy.isEmpty)
  }

  @Test("Pinned keys make the same facts, with or without a recognition beside them")
  func pinnedAndRecognised() throws {
    let demo = try TestPKI.shared().demo
    for grants in [[], [Self.grant(demo)]] {
      let (entry, chain) = try entry(try context(grants, pinsJapan: true))
      #expect(entry.list.isPinned)
      #expect(entry.mismatches(chain: chain).isEmpty)
      #expect(entry.scope.agency.id == demo.jp.scope.agency.id)
      #expect(entry.recognisedBy == grants.map { _ in demo.us.pinned.scheme })
      let labels = Set(LabelKind.allCases)
      let found = entry.mismatches(
        labels: labels, agency: entry.scope.agency.id, jurisdiction: "JP")
      #expect(found.isEmpty)
    }
  }

  @Test("Recognition is not passed on: A recognises B, B recognises C, C is not believed")
  func notTransitive() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    let third = maker.pki.impostor
    let usList = try TrustListSigner.sign(
      maker.content(recognises: [Self.grant(demo)]), keys: demo.us.listKeys, name: "us.json")
    let toThird = Recognition(
      keys: try ListKeys(
        scheme: "A third list", threshold: 2, keys: third.pinned.keys, name: "third"),
      labels: [.official], jurisdictions: [DemoAgency.us.jurisdiction], from: demo.start,
      to: demo.nextUpdate)
    let jpList = try TrustListSigner.sign(
      demo.jp.listContent(
        issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate,
        recognises: [toThird]), keys: demo.jp.listKeys, name: "jp.json")
    let content = maker.content()
    let thirdList = try TrustListSigner.sign(
      TrustListContent(
        sequence: 1, schemeNames: ["en": "A third list"], operatorNames: content.operatorNames,
        territory: "US", issued: content.issued, nextUpdate: content.nextUpdate,
        entities: content.entities), keys: third.listKeys, name: "third.json")
    for (pinsJapan, expected) in [(false, TrustError.Kind.keysMissing), (true, nil)] {
      var material = TrustStore()
      material.addGovernmentList(usList, name: "us.json", keys: demo.us.pinned.pem)
      material.addGovernmentList(
        jpList, name: "jp.json", keys: pinsJapan ? demo.jp.pinned.pem : nil)
      material.addGovernmentList(thirdList, name: "third.json", keys: nil)
      #expect(kind { _ = try TrustContext(material, at: TestPKI.now) } == expected)
    }
  }

  @Test("Two different lists of one scheme are refused; the same one twice is one")
  func twins() throws {
    let maker = try ListMaker()
    let demo = maker.pki.demo
    let old = try TrustListSigner.sign(
      maker.content(sequence: 1), keys: demo.us.listKeys, name: "old.json")
    let new = try TrustListSigner.sign(
      maker.content(sequence: 2), keys: demo.us.listKeys, name: "new.json")
    var material = TrustStore()
    material.addGovernmentList(old, name: "old.json", keys: demo.us.pinned.pem)
    material.addGovernmentList(old, name: "copy.json", keys: demo.us.pinned.pem)
    #expect(try TrustContext(material, at: TestPKI.now).government.count == 1)
    material.addGovernmentList(new, name: "new.json", keys: demo.us.pinned.pem)
    #expect(kind { _ = try TrustContext(material, at: TestPKI.now) } == .malformed)
  }
}
