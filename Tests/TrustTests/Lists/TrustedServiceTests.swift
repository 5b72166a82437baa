import BroadsealBytes
import BroadsealTrust
import TestSupport
import Testing

struct TrustedServiceTests {
  static let day = TestPKI.now

  /// Statuses as (granted, day from which), the current one first, and a day with what holds then.
  static let cases: [([(Bool, Int64?)], Int64, Bool)] = [
    ([(true, 0)], 0, true),
    ([(true, 0)], -1, false),
    ([(true, nil)], -100, true),
    ([(false, nil)], 0, false),
    ([(false, 5), (true, 0)], 4, true),
    ([(false, 5), (true, 0)], 5, false),
    ([(false, 5), (true, 0)], -1, false),
    ([(true, 9), (false, 5), (true, 0)], 6, false),
    ([(true, 9), (false, 5), (true, 0)], 9, true),
    // The order of the list does not matter, only the dates do.
    ([(true, 0), (false, 5)], 6, false),
    // Of two that begin together the doubtful one holds.
    ([(true, 0), (false, 0)], 1, false),
    ([(true, 3), (true, nil)], 1, true),
    ([(true, 3), (false, nil)], 1, false),
  ]

  @Test("A service is believed while the status in force is granted", arguments: cases.indices)
  func timeline(_ index: Int) throws {
    let (statuses, moment, expected) = Self.cases[index]
    let periods = statuses.map { granted, start in
      StatusPeriod(
        granted ? .granted : .withdrawn, from: start.map { Self.day.adding(seconds: $0 * 86_400) })
    }
    let service = TrustedService(
      names: ["en": "x"], type: nil, certificates: [], current: periods[0],
      history: Array(periods.dropFirst()))
    #expect(service.isGranted(at: Self.day.adding(seconds: moment * 86_400)) == expected)
  }

  @Test("A status that nobody knows is not granted")
  func unknown() throws {
    let service = TrustedService(
      names: ["en": "x"], type: nil, certificates: [],
      current: StatusPeriod(.other("http://example.invalid/granted"), from: nil))
    #expect(!service.isGranted(at: Self.day))
  }

  @Test("A withdrawn CA makes nobody trusted now, and can still prove an earlier signature")
  func withdrawn() throws {
    let maker = try ListMaker()
    let start = maker.pki.demo.start
    let list = try maker.proved(
      maker.content(
        current: StatusPeriod(.withdrawn, from: Self.day),
        history: [StatusPeriod(.granted, from: start)]))
    let context = try TrustContext(anchors: try TrustAnchors(), government: [list])
    let anchor = maker.pki.demo.us.issuing.certificate
    #expect(context.believes(claimAnchor: anchor, at: Self.day.adding(seconds: -1)))
    #expect(!context.believes(claimAnchor: anchor, at: Self.day))
    #expect(!context.believes(timeStampAnchor: anchor, at: Self.day.adding(seconds: -1)))
    let chain = try #require(maker.pki.chain(of: maker.pki.demo.us.signer, to: list.claimAnchors))
    let entry = try #require(context.governmentEntries(forChain: chain).first)
    #expect(entry.isGranted(at: Self.day.adding(seconds: -1)))
    #expect(!entry.isGranted(at: Self.day))
  }
}
