import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("A draft is edited as JSON and read again after each change")
struct ListDraftTests {
  private let maker: ListMaker
  private var demo: DemoPKI { maker.pki.demo }
  private let agency = "demo.us.press-office"

  init() throws { maker = try ListMaker() }

  private func draft(_ content: TrustListContent? = nil) throws -> ListDraft {
    try ListDraft(parsing: (content ?? maker.content()).json, name: "draft")
  }

  private func expectRefusal(_ words: String, _ body: () throws -> Void) {
    do {
      try body()
      Issue.record("nothing was refused: \(words)")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  @Test("members that nothing is made of keep their places and values")
  func foreignMembers() throws {
    let bytes = maker.edited(
      "\"SchemeTerritory\"",
      "\"SchemeInformationURI\": [{ \"uriValue\": \"https://demo.invalid/x\", \"lang\": \"en\" }],"
        + "\"HistoricalInformationPeriod\": 65535, \"SchemeTerritory\"")
    var edited = try ListDraft(parsing: bytes, name: "draft")
    let key = demo.us.signer.key.publicKey.spkiSHA256
    try edited.withdraw(.key(key), agency: agency, since: TestPKI.now, reason: .keyCompromise)
    let before = try #require(Reader.parse(bytes)["LoTE"]?["ListAndSchemeInformation"])
    let after = try #require(Reader.parse(edited.bytes)["LoTE"]?["ListAndSchemeInformation"])
    #expect(after == before)
    #expect(edited.content.services[0].service.withdrawals.count == 1)
  }

  @Test("what is signed is not edited, and its next number says the same")
  func next() throws {
    let signed = try TrustListSigner.sign(
      maker.content(sequence: 7), keys: demo.us.listKeys, name: "us")
    expectRefusal("is signed") { _ = try ListDraft(parsing: signed, name: "us") }
    let list = try ParsedTrustList(parsing: signed, name: "us")
    let now = TestPKI.now.adding(seconds: 86_400)
    let draft = try ListDraft(following: list, issued: now, name: "draft")
    #expect(draft.content.sequence == 8)
    #expect(draft.content.issued == now)
    let life =
      demo.nextUpdate.secondsSinceEpoch - demo.start.secondsSinceEpoch
    #expect(draft.content.nextUpdate == now.adding(seconds: life))
    #expect(ListDiff(from: list, to: try draft.parsed()).changes == [])
    let short = try ListDraft(following: list, issued: now, lasting: 86_400, name: "draft")
    #expect(short.content.nextUpdate == now.adding(seconds: 86_400))
  }

  @Test("a first list, an agency, a further CA of it, a time-stamp authority")
  func entries() throws {
    var draft = try ListDraft(
      scheme: ["en": "A list"], operators: ["en": "An office"], territory: "US",
      issued: TestPKI.now, nextUpdate: TestPKI.now.adding(seconds: 86_400), name: "draft")
    let granted = StatusPeriod(.granted, from: TestPKI.now)
    let first = TrustedService(
      names: ["en": "Press"], type: .certificateAuthority,
      certificates: [demo.us.issuing.certificate], current: granted, scope: DemoAgency.us.scope)
    expectRefusal("needs an address") { try draft.add(first, address: nil) }
    let address = ListedAddress(
      street: "1 Street", locality: nil, postalCode: nil, country: "US",
      email: "a@demo.invalid", website: "https://demo.invalid/")
    try draft.add(first, address: address)
    expectRefusal("stands on the draft already") { try draft.add(first, address: nil) }
    try draft.add(
      TrustedService(
        names: ["en": "Press, other CA"], type: .certificateAuthority,
        certificates: [demo.jp.issuing.certificate], current: granted,
        scope: DemoAgency.us.scope),
      address: nil)
    try draft.add(maker.authority(), address: address)
    #expect(draft.content.entities.map(\.services.count) == [2, 1])
    // Who signs documents does not say when, and a clock signs none.
    for (type, certificate) in [
      (ServiceType.timeStampAuthority, demo.us.issuing.certificate),
      (.certificateAuthority, maker.authority().certificates[0]),
    ] {
      expectRefusal("as that of") {
        try draft.add(
          TrustedService(
            names: ["en": "Press"], type: type, certificates: [certificate], current: granted,
            scope: type == .timeStampAuthority ? nil : DemoAgency.us.scope), address: address)
      }
    }
    // What cannot be read or is no address is not taken.
    let before = draft.bytes
    expectRefusal("outside the list's SchemeTerritory") {
      try draft.add(
        TrustedService(
          names: ["en": "J"], type: .certificateAuthority,
          certificates: [demo.jp.issuing.certificate], current: granted,
          scope: DemoAgency.jp.scope), address: address)
    }
    expectRefusal("schema of ETSI TS 119 602") {
      try draft.add(
        TrustedService(
          names: ["en": "T"], type: .timeStampAuthority, certificates: [demo.tsa.certificate],
          current: granted),
        address: ListedAddress(
          street: "1", locality: nil, postalCode: nil, country: "US", email: "a@demo.invalid",
          website: "demo"))
    }
    let isSame = draft.bytes == before
    #expect(isSame)
  }

  @Test("a withdrawal stands where the key is, or where its certificate was issued")
  func withdrawal() throws {
    var edited = try draft(maker.content(further: [maker.authority()]))
    let since = TestPKI.now
    try edited.withdraw(
      .certificate(demo.us.signer.certificate), agency: nil, since: since, reason: .keyCompromise)
    try edited.withdraw(
      .certificate(demo.us.issuing.certificate), agency: nil, since: since, reason: .caCompromise)
    try edited.withdraw(
      .certificate(demo.tsaRoot.certificate), agency: nil, since: since, reason: .keyCompromise)
    try edited.withdraw(.serial("00a1"), agency: agency, since: since, reason: .superseded)
    let services = edited.content.services.map(\.service)
    #expect(
      services[0].scope?.invalidSince.map(\.subject) == [
        .key(demo.us.signer.certificate.publicKey.spkiSHA256),
        .authority(demo.us.issuing.certificate.publicKey.spkiSHA256), .serial("a1"),
      ])
    #expect(
      services[1].invalidSince.map(\.subject) == [
        .key(demo.tsaRoot.certificate.publicKey.spkiSHA256)
      ])
    expectRefusal("is withdrawn already, since") {
      try edited.withdraw(
        .certificate(demo.us.signer.certificate), agency: nil, since: since.adding(seconds: 5),
        reason: .superseded)
    }
    try edited.withdraw(
      .certificate(demo.us.signer.certificate), agency: nil, since: since.adding(seconds: -5),
      reason: .keyCompromise)
    expectRefusal("no service on the draft has this key") {
      try edited.withdraw(
        .certificate(demo.jp.signer.certificate), agency: nil, since: since, reason: .superseded)
    }
    expectRefusal("there is no agency us.nobody") {
      try edited.withdraw(
        .key(demo.jp.signer.certificate.publicKey.spkiSHA256), agency: "us.nobody", since: since,
        reason: .superseded)
    }
    expectRefusal("a number means nothing") {
      try edited.withdraw(.serial("a1"), agency: nil, since: since, reason: .superseded)
    }
    // Of a foreign key it is said at the agency's entry, and holds wherever the key is met.
    try edited.withdraw(
      .key(demo.jp.signer.certificate.publicKey.spkiSHA256), agency: agency, since: since,
      reason: .superseded)
  }

  @Test("what would be withdrawn for nothing is refused, told of, or found by readers")
  func reach() throws {
    var edited = try draft(maker.content(further: [maker.authority()]))
    let since = TestPKI.now
    let own = demo.us.issuing.certificate.serialHex
    expectRefusal("this is the number of the CA's own certificate") {
      try edited.withdraw(
        .serial("00" + own.lowercased()), agency: agency, since: since, reason: .caCompromise)
    }
    // The root above the listed CA stands on no list: its certificate goes with its withdrawal.
    let root = demo.us.root.certificate
    try edited.withdraw(.certificate(root), agency: nil, since: since, reason: .caCompromise)
    let withdrawal = try #require(edited.content.services[0].service.withdrawals.last)
    #expect(withdrawal.subject == .authority(root.publicKey.spkiSHA256))
    #expect(withdrawal.certificate == root)
    #expect(edited.reach(of: .certificate(root), agency: nil) == .whole)
    expectRefusal("is withdrawn already, since") {
      try edited.withdraw(.certificate(root), agency: nil, since: since, reason: .caCompromise)
    }
    // By its number alone it was withdrawn for nobody, so that it is so once more, with its certificate.
    let key = demo.jp.root.certificate.publicKey.spkiSHA256
    try edited.withdraw(.key(key), agency: agency, since: since, reason: .caCompromise)
    #expect(edited.reach(of: .key(key), agency: agency) == .unknownKey)
    let stranger = ListDraft.Withdrawn.certificate(demo.jp.root.certificate)
    try edited.withdraw(stranger, agency: agency, since: since, reason: .caCompromise)
    #expect(edited.reach(of: stranger, agency: agency) == .apart)
    #expect(edited.reach(of: .serial("a1"), agency: agency) == .whole)
    let signer = ListDraft.Withdrawn.certificate(demo.us.signer.certificate)
    #expect(edited.reach(of: signer, agency: agency) == .whole)
  }

  @Test("retired: until the end official, from then on not; renewed: both certificates")
  func ends() throws {
    var edited = try draft()
    let end = TestPKI.now.adding(seconds: 60)
    expectRefusal("would never have been") {
      try edited.retire(agency: agency, from: demo.start)
    }
    expectRefusal("no such service has this certificate") {
      try edited.retire(agency: agency, certificate: demo.jp.issuing.certificate, from: end)
    }
    _ = try edited.renew(demo.jp.issuing.certificate, agency: agency)
    expectRefusal("stands there already") {
      _ = try edited.renew(demo.jp.issuing.certificate, agency: agency)
    }
    try edited.retire(agency: agency, from: end)
    let service = edited.content.services[0].service
    #expect(service.certificates.count == 2)
    #expect(service.isGranted(at: end.adding(seconds: -1)))
    #expect(!service.isGranted(at: end))
    #expect(service.history.map(\.start) == [demo.start])
    expectRefusal("is withdrawn already") { try edited.retire(agency: agency, from: end) }
    expectRefusal("no granted service") { _ = try edited.renew(demo.tsa.certificate, agency: nil) }
  }

  @Test(
    "removed: what stood there by mistake is gone, with the organisation, and may be added anew")
  func removal() throws {
    let address = ListedAddress(
      street: "1 Street", locality: nil, postalCode: nil, country: "US",
      email: "a@demo.invalid", website: "https://demo.invalid/")
    var edited = try draft(maker.content(further: [maker.authority()]))
    expectRefusal("there is no agency us.nobody") { try edited.remove(agency: "us.nobody") }
    expectRefusal("no such service has this certificate") {
      try edited.remove(agency: agency, certificate: demo.tsaRoot.certificate)
    }
    try edited.remove(agency: nil, certificate: demo.tsaRoot.certificate)
    #expect(edited.content.services.map(\.service.agency?.id) == [agency])
    let whole = edited.bytes
    try edited.add(maker.authority(), address: address)
    #expect(edited.content.entities.count == 2)
    try edited.remove(agency: nil, certificate: demo.tsaRoot.certificate)
    let isSame = edited.bytes == whole
    #expect(isSame)
    // An empty list of organisations is nothing that the schema knows.
    try edited.remove(agency: agency)
    #expect(edited.content.entities.isEmpty)
    try edited.add(maker.authority(), address: address)
    #expect(edited.content.services.count == 1)
  }

  @Test("new keys: of this scheme, once, and the number is remembered")
  func rotation() throws {
    var edited = try draft(maker.content(sequence: 5))
    expectRefusal("the keys are those of") { try edited.rotate(to: demo.jp.pinned, address: nil) }
    try edited.rotate(to: demo.us.pinned, address: "https://demo.invalid/5.json")
    #expect(edited.content.nextKeys == demo.us.pinned)
    #expect(
      edited.content.keyChanges == [
        KeyChange(number: 5, address: "https://demo.invalid/5.json")
      ])
    expectRefusal("names these keys already") {
      try edited.rotate(to: demo.us.pinned, address: nil)
    }
    #expect(
      edited.content.json
        == (try ParsedTrustList(parsing: edited.content.json, name: "x"))
        .content.json)
  }
}
