import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

/// Order never decides: whoever gives the same lists, entries, anchors and certificates in another order
/// gets the same verdict.
@Suite("The order of options, lists, entries, anchors and certificates")
struct OrderTests {
  /// Orders that are tried of each world: a few every day, 1,000 with `BROADSEAL_ORDERS=1000`.
  private static let orders: UInt64 =
    unsafe getenv("BROADSEAL_ORDERS").flatMap { unsafe UInt64(String(cString: $0)) } ?? 3

  /// What is told of a document, but for what a new signature changes.
  private struct Telling: Equatable, CustomStringConvertible {
    let integrity: Integrity
    let origin: Origin.Status?
    let reasons: [Note]
    let agency: String?
    let jurisdiction: String?
    let list: RecognisedList?
    let state: C2PAResult.State?
    let codes: [String]
    let refusal: TrustError.Kind?

    init(_ result: Result<Verdict, TrustError>) {
      let verdict = try? result.get()
      integrity = verdict?.integrity ?? .unreadable
      origin = verdict?.origin?.status
      reasons = verdict?.origin?.reasons ?? []
      agency = verdict?.origin?.agency?.id
      jurisdiction = verdict?.origin?.jurisdiction
      list = verdict?.origin?.list
      state = verdict?.c2pa.state
      let c2pa = verdict?.c2pa
      codes = ((c2pa?.success ?? []) + (c2pa?.informational ?? []) + (c2pa?.failure ?? []))
        .map(\.code)
      refusal = if case .failure(let error) = result { error.kind } else { nil }
    }

    var description: String {
      "\(origin?.rawValue ?? "-") \(reasons.map(\.code.name)) \(list?.name ?? "-") \(codes)"
    }
  }

  @Test("One world, one verdict", arguments: OrderWorlds.all)
  func order(_ world: ThreatRow) throws {
    let pki = try TestPKI.shared()
    let item = try world.make(pki)
    let first = Telling(try item.verdict())
    #expect(first.reasons.map(\.code.name) == world.expected.reasons)
    let signed = try item.trust.lists.map { try Shuffle.Signed($0, pki) }
    for seed in 0..<Self.orders {
      var shuffle = Shuffle(seed, of: signed)
      let other = Telling(try shuffle.shuffled(item).verdict())
      guard other == first else {
        Issue.record("order \(seed) of \(world.attack): \(other) and not \(first)")
        return
      }
    }
  }

  @Test("There are 20 worlds and more")
  func count() { #expect(OrderWorlds.all.count >= 20) }
}
