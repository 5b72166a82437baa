import BroadsealBytes
import BroadsealNotes
import BroadsealVerifying
import Testing

@testable import BroadsealAuditing

@Suite("What changed between two verdicts is said, and nothing else")
struct DriftTests {
  private func verdict(
    _ integrity: Integrity = .intact, state: C2PAResult.State? = .trusted, sha256: String = "aa",
    signer: String = "01", number: Int = 1, ai: AIUse.Status = .noneDeclared
  ) -> Verdict {
    Verdict(
      path: "a", sha256: sha256, size: 1, format: "pdf", mediaType: "application/pdf",
      integrity: integrity,
      origin: state == nil
        ? nil
        : Origin(
          status: .official,
          list: RecognisedList(name: "L", sequence: number),
          signer: SignerIdentity(subject: "S", spki: signer, algorithm: "es256")),
      ai: state == nil ? nil : AIUse(status: ai), c2pa: C2PAResult(state: state))
  }

  @Test("each way in which a file changes")
  func kinds() {
    let old = verdict()
    #expect(Drift(from: old, to: verdict()) == nil)
    #expect(Drift(from: old, to: verdict(sha256: "bb"))?.kinds == [.bytes])
    #expect(Drift(from: old, to: verdict(sha256: "bb", signer: "02"))?.kinds == [.signer, .bytes])
    #expect(Drift(from: old, to: verdict(number: 2))?.kinds == [.list])
    #expect(Drift(from: old, to: verdict(ai: .generated))?.kinds == [.verdict])
    let lost = verdict(.noLabel, state: nil, sha256: "cc")
    #expect(Drift(from: old, to: lost)?.kinds == [.labelLost, .verdict, .signer, .bytes, .list])
    #expect(Drift(from: lost, to: old)?.kinds.contains(.labelLost) == false)
  }

  @Test("a file that nobody could look into has not lost its label")
  func unread() {
    let unread = Verdict(
      path: "a", format: "unknown", mediaType: "application/octet-stream", integrity: .unreadable,
      findings: [Finding(.error, Note(FileCodeStandIn.code))])
    #expect(Drift(from: verdict(), to: unread)?.kinds.contains(.labelLost) == false)
  }

  @Test("numbers are kept as sets of bits, each once")
  func numbers() {
    var numbers = NumberSet()
    let added = [5, 64, 100_000, 5].map { numbers.insert($0) }
    #expect(added == [true, true, true, false])
    var all: [Int] = []
    numbers.each { all.append($0) }
    #expect(all == [5, 64, 100_000])
  }

  @Test("a sum of codes notices one that is missing, and no order")
  func sums() {
    let codes: [[UInt8]] = (0..<3).map { index in (0..<32).map { UInt8($0 * 7 + index) } }
    var (one, other, less) = (MemberSum(), MemberSum(), MemberSum())
    for code in codes { one.add(code) }
    for code in codes.reversed() { other.add(code) }
    for code in codes.dropLast() { less.add(code) }
    #expect(one.bytes == other.bytes && one.bytes != less.bytes)
  }
}

/// A code for a verdict on what could not be read.
private enum FileCodeStandIn {
  static var code: Code { OfficialCode.unlisted.code }
}
