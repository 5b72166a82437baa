import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@testable import BroadsealTrust

@Suite("What a list loses is told, whatever it is called and wherever it stood")
struct ListLossTests {
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

  /// A digest of a key, told by its digit.
  private func digest(_ digit: Character) -> String { String(repeating: digit, count: 64) }

  private func sealing(_ keys: [SealKey]) -> TrustListContent {
    let own = DemoAgency.us.scope
    let scope = Scope(
      jurisdiction: own.jurisdiction, agency: Agency(id: "us.sealing", names: ["en": "S"]),
      subject: own.subject, labels: [], pins: keys.map(\.digest))
    return maker.content(
      further: [
        SealLists.service(
          demo.jp.issuing.certificate, SealScope(scope: scope, keys: keys, kinds: [.advanced]))
      ])
  }

  @Test("a compromised key of seals is a withdrawal: gone, later or weaker it is lost")
  func seals() throws {
    let end = start.adding(seconds: 1_000)
    func key(_ seconds: Int64, _ ending: SealKey.Ending?) -> SealKey {
      SealKey(digest("a"), from: start, to: end.adding(seconds: seconds), ending: ending)
    }
    let other = SealKey(digest("b"), from: start, to: end)
    let old = sealing([key(0, .compromised), other])
    let rows: [([SealKey], ListChange.Kind?)] = [
      ([other], .withdrawalGone), ([key(5, .compromised), other], .withdrawalLater),
      ([key(0, .inOrder), other], .withdrawalGone), ([key(0, nil), other], .withdrawalGone),
      ([key(0, .compromised)], nil), ([key(-5, .compromised), other], nil),
    ]
    for (keys, kind) in rows {
      let losses = try diff(old, sealing(keys)).losses
      #expect(losses.map(\.kind) == [kind].compactMap(\.self), "\(keys)")
      #expect(losses.allSatisfy { $0.id == digest("a") })
    }
  }

  @Test("a new service of seals is shown with its rules")
  func newSeals() throws {
    let found = try diff(maker.content(), sealing([SealKey(digest("a"), from: start)]))
    let news = try #require(found.changes.first { $0.kind == .agencyNew })
    #expect(news.after.contains("kinds: ETSI.CAdES.detached"), "\(news.after)")
    #expect(news.after.contains { $0.hasPrefix("keys: " + digest("a")) }, "\(news.after)")
  }

  @Test("an end that is dated back before the list of before is lost time; a later one is an end")
  func backdated() throws {
    let first = start.adding(seconds: -100_000)
    func ended(_ seconds: Int64) -> TrustListContent {
      maker.content(
        current: StatusPeriod(.withdrawn, from: start.adding(seconds: seconds)),
        history: [StatusPeriod(.granted, from: first)])
    }
    let old = maker.content(current: StatusPeriod(.granted, from: first))
    #expect(try diff(old, ended(-50_000)).changes.map(\.kind) == [.historyGone, .ended])
    #expect(try diff(old, ended(0)).changes.map(\.kind) == [.ended])
    #expect(try diff(old, ended(50)).changes.map(\.kind) == [.ended])
  }

  @Test("a status that takes the trust away without a beginning takes it from ever")
  func noBeginning() throws {
    func authority(_ current: StatusPeriod, _ history: [StatusPeriod]) -> TrustedService {
      TrustedService(
        names: ["en": "T"], type: .timeStampAuthority,
        certificates: [demo.tsaRoot.certificate], current: current, history: history)
    }
    let granted = StatusPeriod(.granted, from: start)
    let gone = authority(StatusPeriod(.withdrawn, from: nil), [granted])
    #expect(!gone.isGranted(at: start.adding(seconds: 10)) && !gone.wasGranted)
    #expect(authority(StatusPeriod(.granted, from: nil), []).isGranted(at: start))
    let losses = try diff(
      maker.content(further: [authority(granted, [])]), maker.content(further: [gone])
    ).losses
    #expect(losses.map(\.kind) == [.historyGone])
  }

  @Test("an ID that several losses have accepts none of them without its kind")
  func kinds() throws {
    let other = demo.jp.issuing.certificate
    let key = other.publicKey.spkiSHA256
    let own = DemoAgency.us.scope
    func list(_ certificates: [Certificate], _ withdrawn: [Invalidation]) -> TrustListContent {
      maker.content(
        scope: Scope(
          jurisdiction: own.jurisdiction, agency: own.agency, subject: own.subject,
          invalidSince: withdrawn), certificates: certificates)
    }
    let withdrawal = Invalidation(.key(key), date: start, reason: .keyCompromise)
    let old = list([demo.us.issuing.certificate, other], [withdrawal])
    let both = try diff(old, list([demo.us.issuing.certificate], []))
    #expect(both.losses.map(\.kind) == [.certificateGone, .withdrawalGone])
    #expect(both.losses(beyond: [key]).count == 2)
    #expect(both.losses(beyond: ["certificate-gone:" + key]).map(\.kind) == [.withdrawalGone])
    #expect(both.losses.compactMap(both.name) == both.losses.compactMap(\.qualifiedID))
    let one = try diff(old, list([demo.us.issuing.certificate, other], []))
    #expect(one.losses(beyond: [key]).isEmpty && one.losses.compactMap(one.name) == [key])
    #expect(one.losses(beyond: ["withdrawal-gone:" + key]).isEmpty)
    // A CA that stands on no list is withdrawn by its certificate: without it, for nobody.
    let brought = Invalidation(
      .authority(key), date: start, reason: .keyCompromise, certificate: other)
    let lost = try diff(
      list([demo.us.issuing.certificate], [brought]),
      list([demo.us.issuing.certificate], [withdrawal]))
    #expect(lost.losses.map(\.kind) == [.withdrawalGone])
  }

  @Test("services are brought together by what they are, not by the order of their names")
  func pairs() throws {
    let (one, two) = (demo.us.issuing.certificate, demo.jp.issuing.certificate)
    func list(_ services: [(String, [Certificate])]) -> TrustListContent {
      maker.content(
        further: services.map {
          TrustedService(
            names: ["en": $0.0], type: .timeStampAuthority, certificates: $0.1,
            current: StatusPeriod(.granted, from: start))
        })
    }
    let found = try diff(
      list([("P", [one]), ("Q", [one, two])]), list([("A", [one, two]), ("Z", [one])]))
    #expect(found.changes.map(\.kind) == [.serviceNames, .serviceNames], "\(found.changes)")
    // One that lost a certificate keeps its name, and its neighbour its own.
    let shorter = try diff(
      list([("P", [one, two]), ("Q", [one])]), list([("Q", [one]), ("P", [one])]))
    #expect(shorter.losses.map(\.kind) == [.certificateGone], "\(shorter.changes)")
  }

  @Test("bodies come in one order")
  func order() throws {
    let uris = (10..<40).map { "http://demo.invalid/\($0)" }
    let services = uris.map { uri in
      TrustedService(
        names: ["en": "Service"], type: .other(uri), certificates: [demo.tsaRoot.certificate],
        current: StatusPeriod(.granted, from: start))
    }
    let pairs = ServicePairs(maker.content(further: services.shuffled()), maker.content())
    let gone = pairs.gone.map { if case .nobody(let uri) = $0.body { uri } else { "" } }
    #expect(gone == uris)
  }
}
