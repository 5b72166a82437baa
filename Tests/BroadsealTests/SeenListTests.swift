import Broadseal
import BroadsealTrust
import TestSupport
import Testing

@Suite("A verifier with a record of lists seen before")
struct SeenListTests {
  private let demo: DemoPKI
  private let scratch = Scratch()

  init() throws { demo = try TestPKI.shared().demo }

  private func store(_ sequence: Int64) throws -> TrustStore {
    let old = demo.us.listContent(
      issued: demo.start, nextUpdate: demo.nextUpdate, tsa: demo.tsaRoot.certificate)
    let content = TrustListContent(
      sequence: sequence, schemeNames: old.schemeNames, operatorNames: old.operatorNames,
      territory: old.territory, issued: old.issued, nextUpdate: old.nextUpdate, nextKeys: nil,
      entities: old.entities)
    var store = TrustStore()
    store.addGovernmentList(
      try TrustListSigner.sign(
        content, keys: Array(demo.us.listKeys.prefix(2)), name: "us.json"),
      name: "us.json", keys: demo.us.pinned.pem)
    return store
  }

  private func verifier(_ sequence: Int64, seen: SeenLists?) throws -> Verifier {
    try Verifier(trust: try store(sequence), at: FrontDesk.time, seen: seen)
  }

  @Test("refuses a list older than one seen before, by another verifier of the same record too")
  func rolledBack() throws {
    let seen = SeenLists(in: FilePath(scratch("seen")))
    #expect(try verifier(5, seen: seen).notes.isEmpty)
    let error = #expect(throws: TrustError.self) { try verifier(4, seen: seen) }
    #expect(error?.kind == .rolledBack)
    #expect(error?.hint?.contains(scratch("seen")) == true)
    #expect(try verifier(6, seen: SeenLists(in: FilePath(scratch("seen")))).notes.isEmpty)
    // The same value does not go by what it saw first.
    #expect(throws: TrustError.self) { try verifier(5, seen: seen) }
    // Whoever keeps no record is told of nothing.
    #expect(try verifier(4, seen: nil).notes.isEmpty)
  }

  @Test("says that there is no record, beside the verifier and in each verdict")
  func unusable() throws {
    let verifier = try verifier(5, seen: SeenLists(in: nil))
    #expect(verifier.notes.map(\.kind) == [.noFolder])
    let finding = verifier.verify(bytes: [1, 2, 3]).findings.first { $0.code.name == "LIST-RECORD" }
    #expect(finding?.severity == .warning)
    #expect(finding?.explanation == verifier.notes.first?.description)
    scratch.write([0], to: "file")
    let blocked = try self.verifier(5, seen: SeenLists(in: FilePath(scratch("file/seen"))))
    #expect(!blocked.notes.isEmpty)
  }

  @Test("stops at a record that somebody damaged")
  func damaged() throws {
    scratch.write([0], to: "seen/trust-sequences.json")
    let error = #expect(throws: TrustError.self) {
      try verifier(5, seen: SeenLists(in: FilePath(scratch("seen"))))
    }
    #expect(error?.kind == .malformed)
  }
}
