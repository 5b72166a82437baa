import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("What speaks against an entry of a list is told before anybody signs it")
struct EntryDoubtTests {
  private let maker: ListMaker
  private var demo: DemoPKI { maker.pki.demo }
  private let own = DemoAgency.us.scope
  private let now = TestPKI.now

  init() throws { maker = try ListMaker() }

  private func scope(
    country: Jurisdiction? = nil, organizations: [String]? = nil, identifiers: [String]? = nil,
    labels: Set<LabelKind>? = nil, pins: [String] = []
  ) -> Scope {
    Scope(
      jurisdiction: country ?? own.jurisdiction, agency: own.agency,
      subject: SubjectRule(
        organizations: organizations ?? own.subject.organizations,
        organizationIdentifiers: identifiers ?? own.subject.organizationIdentifiers),
      labels: labels ?? own.labels, pins: pins)
  }

  private func kinds(_ content: TrustListContent) -> [EntryDoubt.Kind] {
    content.doubts(at: now).map(\.kind)
  }

  @Test("names and countries: the CA's own, one of the agency's, and neither")
  func subject() throws {
    let ca = demo.us.issuing.certificate
    let its = try #require(ca.subject.organization)
    let rows: [(Scope, [EntryDoubt.Kind])] = [
      (own, []), (scope(organizations: [its]), []),
      (scope(organizations: ["デモ報道局(架空)"]), []),
      (scope(organizations: ["Demo Pres Office (invented)"]), [.organization]),
      (scope(organizations: [its, "Demo Pres Office (invented)"]), []),
      (scope(organizations: [], identifiers: ["GOVUS-DEMO-0001"]), []),
      (scope(country: Jurisdiction("JP")), [.country]),
      (scope(country: .international), [.country]),
      (scope(country: Jurisdiction("US-CA")), []),
      (scope(labels: [.aiGenerated]), [.labels]), (scope(labels: [.official]), []),
    ]
    for (scope, expected) in rows {
      #expect(kinds(maker.content(scope: scope)) == expected, "\(scope.subject) \(expected)")
    }
    let doubt = try #require(
      maker.content(scope: scope(country: Jurisdiction("JP"))).doubts(at: now).first)
    #expect(doubt.found == ["US"] && doubt.expected == ["JP"])
    #expect(doubt.service == own.agency.names.preferred)
    // Several certificates of a service that say the same are told of once.
    let both = maker.content(
      scope: scope(country: Jurisdiction("JP")), certificates: [ca, demo.us.root.certificate])
    #expect(kinds(both) == [.country])
  }

  @Test("a root above the signers' CA, and a list that no clock stands on")
  func whole() {
    let root = demo.us.root.certificate
    func scope(between length: Int?) -> Scope {
      Scope(
        jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
        maximumPathLength: length, labels: own.labels)
    }
    #expect(kinds(maker.content(scope: scope(between: 0), certificates: [root])) == [.root])
    #expect(kinds(maker.content(scope: scope(between: 1), certificates: [root])) == [])
    #expect(kinds(maker.content(scope: scope(between: nil), certificates: [root])) == [])
    #expect(kinds(maker.content(scope: scope(between: 0))) == [])
    #expect(maker.content().lacksClock && !maker.content().hasClock(at: now))
    let clock = maker.authority()
    #expect(!maker.content(further: [clock]).lacksClock)
    #expect(maker.content(further: [clock]).hasClock(at: now))
    // One that has ended makes no new document official, though it did those of its time.
    let ended = maker.content(
      further: [maker.authority(current: StatusPeriod(.withdrawn, from: now))])
    #expect(ended.lacksClock && !ended.hasClock(at: now))
  }

  @Test("times and clocks: ended before it begins, not begun, not made for stamps")
  func others() {
    let end = demo.us.issuing.certificate.notAfter
    let begins = { StatusPeriod(.granted, from: $0) }
    #expect(kinds(maker.content(current: begins(end.adding(seconds: 1)))) == [.later, .ended])
    #expect(kinds(maker.content(current: begins(now.adding(seconds: 60)))) == [.later])
    #expect(kinds(maker.content(current: begins(now))) == [])
    // Whoever signs before the first clock counts has nobody to stamp it.
    let clock = { maker.authority(current: begins($0)) }
    let late = demo.start.adding(seconds: 60)
    #expect(kinds(maker.content(further: [clock(late)])) == [.lateClock])
    #expect(kinds(maker.content(current: begins(late), further: [clock(late)])) == [])
    #expect(kinds(maker.content(further: [clock(late), clock(demo.start)])) == [])
    // What has ended vouches for the past alone.
    let over = maker.content(
      scope: scope(labels: [.aiAltered]), current: StatusPeriod(.withdrawn, from: now),
      history: [begins(demo.start)])
    #expect(kinds(over) == [])
    for (certificate, expected) in [
      (demo.tsaRoot.certificate, []), (demo.tsa.certificate, []),
      (demo.us.signer.certificate, [EntryDoubt.Kind.clock]),
    ] {
      let clock = TrustedService(
        names: ["en": "T"], type: .timeStampAuthority, certificates: [certificate],
        current: begins(demo.start))
      #expect(kinds(maker.content(further: [clock])) == expected)
    }
  }

  @Test("withdrawals of a CA that nobody can tell, by a digest alone")
  func idle() throws {
    let root = demo.us.root.certificate
    let key = Invalidation.Subject.authority(root.publicKey.spkiSHA256)
    func list(_ certificate: Certificate?, _ subject: Invalidation.Subject) -> TrustListContent {
      maker.content(
        scope: Scope(
          jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
          labels: own.labels,
          invalidSince: [
            Invalidation(subject, date: now, reason: .caCompromise, certificate: certificate)
          ]))
    }
    #expect(kinds(list(nil, key)) == [.strayAuthority])
    #expect(kinds(list(root, key)) == [])
    #expect(kinds(list(nil, .key(root.publicKey.spkiSHA256))) == [])
    // A long number is random: the CA is meant, and withdrawn.
    #expect(kinds(list(nil, .serial(demo.us.issuing.certificate.serialHex))) == [])
    var builder = CertificateBuilder(
      authority: demo.us.issuing.certificate.subject, notBefore: demo.start,
      notAfter: demo.us.issuing.certificate.notAfter, pathLength: 0)
    builder.serial = [0x05]
    let short = try builder.issued(
      to: demo.us.issuing.key.publicKey, by: root, key: demo.us.root.key)
    let withdrawn = list(nil, .serial("05"))
    let service = TrustedService(
      names: ["en": "S"], type: .certificateAuthority, certificates: [short],
      current: StatusPeriod(.granted, from: demo.start),
      scope: withdrawn.services[0].service.scope)
    #expect(kinds(maker.content(further: [service])) == [.ownNumber])
  }

  @Test("seals: a listed key says by itself who is meant")
  func seals() {
    let certificate = demo.gazette.issuing.certificate
    let scope = self.scope(organizations: ["Nobody"])
    for (keys, expected) in [
      ([], [EntryDoubt.Kind.country, .organization]),
      ([SealKey(demo.gazette.signer.certificate.publicKey.spkiSHA256)], []),
    ] as [([SealKey], [EntryDoubt.Kind])] {
      let service = TrustedService(
        names: ["en": "G"], type: .certificateAuthority, certificates: [certificate],
        current: StatusPeriod(.granted, from: demo.start), seal: SealScope(scope: scope, keys: keys)
      )
      #expect(kinds(maker.content(further: [service])) == expected)
    }
  }
}
