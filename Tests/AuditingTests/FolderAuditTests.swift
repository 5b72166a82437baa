import BroadsealAuditing
import Glibc
import TestSupport
import Testing

@Suite("Auditing a folder into an array")
struct FolderAuditTests {
  private let scratch = Scratch()

  private func audit(workers: Int) throws -> FolderAudit {
    FolderAudit(
      try Verifier(trust: TrustStore(), at: UTCTime(secondsSinceEpoch: 1_795_165_200)),
      workers: workers)
  }

  @Test("gives a verdict on every file in the order of the paths", arguments: [1, 4])
  func order(workers: Int) throws {
    let names = (0..<200).map { "\($0 % 7)/\($0).txt" }
    for name in names { scratch.write("text".utf8, to: name) }
    let verdicts = try audit(workers: workers).verdicts(in: FilePath(scratch.path))
    let expected = names.map { FilePath(scratch($0)) }.sorted().map(\.display)
    #expect(verdicts.map(\.path) == expected)
    #expect(verdicts.allSatisfy { $0.integrity == .noLabel })
  }

  @Test("leaves nothing out but a label beside its document")
  func nothingLost() throws {
    scratch.write("text".utf8, to: "a.csv")
    scratch.write("no store".utf8, to: "a.csv.c2pa")
    scratch.write("no store".utf8, to: "lonely.csv.c2pa")
    unsafe symlink(scratch("a.csv"), scratch("b.csv"))
    let verdicts = try audit(workers: 1).verdicts(in: FilePath(scratch.path))
    #expect(verdicts.map(\.path) == ["a.csv", "b.csv", "lonely.csv.c2pa"].map { scratch($0) })
    #expect(verdicts.map(\.integrity) == [.malformed, .unreadable, .noLabel])
    let missing = try audit(workers: 1).verdicts(in: FilePath(scratch("nowhere")))
    #expect(missing.map(\.integrity) == [.unreadable])
  }

  @Test("stops at what its taker throws")
  func stops() throws {
    struct Enough: Error {}
    for name in 0..<50 { scratch.write("text".utf8, to: "\(name).txt") }
    var taken = 0
    #expect(throws: Enough.self) {
      try audit(workers: 2).forEach(in: FilePath(scratch.path)) { _ in
        taken += 1
        if taken == 3 { throw Enough() }
      }
    }
    #expect(taken == 3)
  }
}
