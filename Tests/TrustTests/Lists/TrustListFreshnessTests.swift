import BroadsealBytes
import BroadsealTrust
import TestSupport
import Testing

/// T-76: freeze and rollback.
struct TrustListFreshnessTests {
  enum Moment: CaseIterable, Sendable {
    case beforeIssue, atIssue, lastFresh, atNextUpdate

    func time(_ list: TrustListContent) -> UTCTime {
      switch self {
      case .beforeIssue: list.issued.adding(seconds: -1)
      case .atIssue: list.issued
      case .lastFresh: list.nextUpdate.adding(seconds: -1)
      case .atNextUpdate: list.nextUpdate
      }
    }

    var expected: TrustError.Kind? {
      switch self {
      case .beforeIssue: .notYetValid
      case .atIssue, .lastFresh: nil
      case .atNextUpdate: .stale
      }
    }
  }

  @Test("A list counts from its issue until its next update is due", arguments: Moment.allCases)
  func freshness(_ moment: Moment) throws {
    let pki = try TestPKI.shared()
    let list = try ParsedTrustList(parsing: pki.demo.usList, name: "us.json")
    let found = kind {
      _ = try list.verified(keys: pki.demo.us.pinned, at: moment.time(list.content))
    }
    #expect(found == moment.expected)
  }

  @Test(
    "A list with a number below the last one seen is a rollback",
    arguments: [(4, TrustError.Kind.rolledBack), (5, nil), (6, nil)] as [(Int64, TrustError.Kind?)])
  func rollback(_ sequence: Int64, _ expected: TrustError.Kind?) throws {
    let maker = try ListMaker()
    let keys = maker.pki.demo.us.listKeys
    let signed = try TrustListSigner.sign(
      maker.content(sequence: sequence), keys: keys, name: "us.json")
    let list = try ParsedTrustList(parsing: signed, name: "us.json")
    let found = kind {
      _ = try list.verified(
        keys: maker.pki.demo.us.pinned, at: TestPKI.now, minimumSequence: 5)
    }
    #expect(found == expected)
  }

  @Test("A signature counts before the dates do: a stale forgery is a forgery")
  func signatureFirst() throws {
    let pki = try TestPKI.shared()
    let found = kind {
      _ = try ParsedTrustList(parsing: pki.demo.usList, name: "us.json")
        .verified(keys: pki.impostor.pinned, at: pki.demo.nextUpdate)
    }
    #expect(found == .notEnoughSignatures)
  }
}
