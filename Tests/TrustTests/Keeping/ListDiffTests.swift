import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("Two editions of a list: what is different, and what is lost")
struct ListDiffTests {
  private let maker: ListMaker
  private var demo: DemoPKI { maker.pki.demo }
  private let start: UTCTime

  init() throws {
    maker = try ListMaker()
    start = maker.pki.demo.start
  }

  private func diff(_ old: TrustListContent, _ new: TrustListContent) throws -> ListDiff {
    ListDiff(
      from: try ParsedTrustList(parsing: old.json, name: "old"),
      to: try ParsedTrustList(parsing: new.json, name: "new"))
  }

  private func kinds(_ old: TrustListContent, _ new: TrustListContent) throws -> [String] {
    try diff(old, new).changes.map(\.kind.rawValue)
  }

  private func scope(_ invalidSince: [Invalidation] = []) -> Scope {
    let own = DemoAgency.us.scope
    return Scope(
      jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
      invalidSince: invalidSince)
  }

  /// A key withdrawn so many seconds after the list began.
  private func stolen(
    _ seconds: Int64, _ reason: Invalidation.Reason = .keyCompromise
  ) -> Invalidation {
    Invalidation(
      .key(demo.us.signer.key.publicKey.spkiSHA256), date: start.adding(seconds: seconds),
      reason: reason)
  }

  private func rewritten(
    _ content: TrustListContent, sequence: Int64? = nil, scheme: LocalizedText? = nil,
    nextKeys: ListKeys? = nil, recognises: [Recognition] = [], entities: [TrustedEntity]? = nil
  ) -> TrustListContent {
    TrustListContent(
      sequence: sequence ?? content.sequence, schemeNames: scheme ?? content.schemeNames,
      operatorNames: content.operatorNames, territory: content.territory, issued: content.issued,
      nextUpdate: content.nextUpdate, recognises: recognises, nextKeys: nextKeys,
      entities: entities ?? content.entities)
  }

  @Test("the order of organisations, services, certificates and withdrawals tells nothing")
  func order() throws {
    let (first, second) = (stolen(10), stolen(20, .superseded))
    let certificates = [demo.us.issuing.certificate, demo.jp.issuing.certificate]
    let authority = maker.authority()
    let other = TrustedService(
      names: ["en": "Another"], type: .timeStampAuthority,
      certificates: [demo.tsa.certificate], current: StatusPeriod(.granted, from: start))
    let one = maker.content(
      scope: scope([first, second]), certificates: certificates, further: [authority, other])
    let turned = maker.content(
      scope: scope([second, first]), certificates: certificates.reversed(),
      further: [other, authority])
    let reversed = rewritten(
      turned,
      entities: turned.entities.map {
        TrustedEntity(
          names: $0.names, address: $0.address, informationURI: $0.informationURI,
          services: $0.services.reversed())
      })
    #expect(one.json != reversed.json)
    #expect(try diff(one, reversed).changes == [])
    #expect(try diff(reversed, one).changes == [])
  }

  @Test("an agency, a service, a certificate that is gone is lost, and named by its id")
  func gone() throws {
    let full = maker.content(
      certificates: [demo.us.issuing.certificate, demo.jp.issuing.certificate],
      further: [maker.authority()])
    let authority = try diff(
      full, maker.content(certificates: full.services[0].service.certificates))
    #expect(authority.losses.map(\.kind) == [.serviceGone])
    #expect(authority.losses.map(\.id) == [demo.tsaRoot.certificate.publicKey.spkiSHA256])
    let certificate = try diff(full, maker.content(further: [maker.authority()]))
    #expect(certificate.losses.map(\.kind) == [.certificateGone])
    #expect(certificate.losses.map(\.id) == [demo.jp.issuing.certificate.publicKey.spkiSHA256])
    let agency = try diff(
      full, rewritten(full, entities: [.addressed(["en": "A"], services: [maker.authority()])]))
    #expect(agency.losses.map(\.kind) == [.agencyGone])
    #expect(agency.losses.map(\.id) == ["demo.us.press-office"])
    #expect(agency.losses(beyond: ["demo.us.press-office"]) == [])
    #expect(agency.losses(beyond: ["demo.us"]).count == 1)
    // The other way round it is news.
    #expect(
      try kinds(maker.content(), full).filter { $0.hasSuffix("new") }
        == ["service-new", "certificate-new"])
  }

  @Test("a certificate whose key stays in another one is no loss")
  func replaced() throws {
    let builder = CertificateBuilder(
      authority: DemoAgency.us.subject("issuing CA"), notBefore: start,
      notAfter: start.adding(seconds: 86_400 * 4_000), pathLength: 0)
    let renewed = try builder.issued(
      to: demo.us.issuing.key.publicKey, by: demo.us.root.certificate, key: demo.us.root.key)
    let found = try diff(maker.content(), maker.content(certificates: [renewed]))
    #expect(found.losses == [])
    #expect(found.changes.map(\.kind) == [.certificateNew, .certificateReplaced])
  }

  @Test("a key under another name, or beside a number that was withdrawn, is lost all the same")
  func watched() throws {
    let (one, other) = (demo.us.issuing.certificate, demo.jp.issuing.certificate)
    let renamed = try CertificateBuilder(
      authority: DemoAgency.us.subject("another name"), notBefore: start,
      notAfter: start.adding(seconds: 86_400 * 4_000), pathLength: 0
    ).issued(
      to: demo.us.issuing.key.publicKey, by: demo.us.root.certificate, key: demo.us.root.key)
    #expect(
      try diff(maker.content(), maker.content(certificates: [renamed])).losses.map(\.kind)
        == [.certificateGone])
    // The other service has the certificate on, but the withdrawn number stands at this one.
    let number = Invalidation(.serial("05"), date: start, reason: .keyCompromise)
    func list(_ certificates: [Certificate]) -> TrustListContent {
      maker.content(
        scope: scope([number]), certificates: certificates,
        further: [
          TrustedService(
            names: ["en": "B"], type: .certificateAuthority, certificates: [one],
            current: StatusPeriod(.granted, from: start), scope: scope())
        ])
    }
    #expect(try diff(list([one, other]), list([other])).losses.map(\.kind) == [.certificateGone])
  }

  @Test("a withdrawal that is gone, later or weaker is lost; one that takes more is not")
  func withdrawals() throws {
    let one = maker.content(scope: scope([stolen(100)]))
    let rows: [([Invalidation], ListChange.Kind?)] = [
      ([], .withdrawalGone), ([stolen(101)], .withdrawalLater),
      ([stolen(100, .superseded)], .withdrawalWeaker), ([stolen(100)], nil),
      ([stolen(99)], .withdrawalStronger),
      ([stolen(50, .superseded), stolen(100)], .withdrawalStronger),
      ([stolen(50, .superseded), stolen(101)], .withdrawalLater),
      ([stolen(100, .caCompromise)], .withdrawalStronger),
    ]
    for (after, kind) in rows {
      let found = try diff(one, maker.content(scope: scope(after)))
      #expect(found.changes.map(\.kind) == [kind].compactMap(\.self), "\(after)")
      #expect(found.losses.isEmpty == !(kind?.isLoss ?? false))
    }
    #expect(try kinds(maker.content(scope: scope()), one) == ["withdrawal-new"])
    // A key is withdrawn wherever it stands.
    let moved = maker.content(
      scope: scope(), further: [maker.authority(invalidSince: [stolen(100)])])
    let before = maker.content(scope: scope([stolen(100)]), further: [maker.authority()])
    #expect(try kinds(before, moved) == [])
    // A number is one of its own CA.
    let number = Invalidation(.serial("0a"), date: start, reason: .keyCompromise)
    #expect(
      try kinds(
        maker.content(scope: scope([number]), further: [maker.authority()]),
        maker.content(scope: scope(), further: [maker.authority(invalidSince: [number])]))
        == ["withdrawal-gone", "withdrawal-new"])
  }

  @Test("an end in good order is none, an end without its history is a loss")
  func history() throws {
    let end = start.adding(seconds: 5_000)
    let one = maker.content()
    let ended = maker.content(
      current: StatusPeriod(.withdrawn, from: end),
      history: [StatusPeriod(.granted, from: start)])
    #expect(try kinds(one, ended) == ["ended"])
    let forgotten = maker.content(current: StatusPeriod(.withdrawn, from: end))
    #expect(try kinds(one, forgotten) == ["history-gone", "ended"])
    let never = maker.content(current: StatusPeriod(.withdrawn, from: start.adding(seconds: -9)))
    #expect(try kinds(one, never) == ["history-gone", "ended"])
    let later = maker.content(current: StatusPeriod(.granted, from: end))
    #expect(try kinds(one, later) == ["history-gone", "status-dates"])
    #expect(try kinds(later, one) == ["status-dates"])
    #expect(try kinds(ended, one) == ["granted"])
    // A history that begins later has lost its beginning.
    let shorter = maker.content(
      current: StatusPeriod(.withdrawn, from: end),
      history: [StatusPeriod(.granted, from: start.adding(seconds: 100))])
    #expect(try kinds(ended, shorter) == ["history-gone", "status-dates"])
  }

  @Test("names, keys, recognitions and members that decide nothing are told")
  func rest() throws {
    let one = maker.content()
    #expect(try kinds(one, rewritten(one, scheme: ["en": "X"])) == ["scheme", "scheme-names"])
    #expect(try kinds(one, rewritten(one, nextKeys: demo.us.pinned)) == ["list-keys"])
    let recognition = Recognition(
      keys: demo.jp.pinned, labels: [.official], jurisdictions: [DemoAgency.jp.jurisdiction],
      from: start, to: start.adding(seconds: 10))
    let recognising = rewritten(one, recognises: [recognition])
    #expect(try kinds(one, recognising) == ["recognition-new"])
    #expect(try kinds(recognising, one) == ["recognition-gone"])
    for (text, other, kinds) in [
      ("1 Test Street", "2 Test Street", ["other"]),
      ("\"SchemeTerritory\"", "\"HistoricalInformationPeriod\": 5, \"SchemeTerritory\"", ["other"]),
      ("GOVUS-DEMO-0001\"\n", "GOVUS-DEMO-0002\"\n", ["agency-numbers"]),
    ] {
      let found = ListDiff(
        from: try ParsedTrustList(parsing: one.json, name: "old"),
        to: try ParsedTrustList(parsing: maker.edited(text, other), name: "new"))
      #expect(found.changes.map(\.kind.rawValue).contains(kinds[0]), "\(text): \(found.changes)")
    }
    // Number and dates alone are no changes: they stand in the heading.
    #expect(try kinds(one, rewritten(one, sequence: 2)) == [])
  }

  @Test("three thousand services are compared in no time")
  func size() throws {
    let services = (0..<3_000).map { number in
      TrustedService(
        names: ["en": "Authority \(number)"], type: .timeStampAuthority,
        certificates: [demo.tsaRoot.certificate],
        current: StatusPeriod(.granted, from: start.adding(seconds: Int64(number))))
    }
    let one = maker.content(further: services)
    let other = maker.content(further: services.reversed().dropLast())
    var found: ListDiff?
    let (old, new) = (
      try ParsedTrustList(parsing: one.json, name: "old"),
      try ParsedTrustList(parsing: other.json, name: "new")
    )
    let time = ComputingTime.spent { found = ListDiff(from: old, to: new) }
    #expect(found?.losses.map(\.kind) == [.serviceGone])
    #expect(time < .seconds(30), "\(time)")
  }
}
