import BroadsealBytes
import BroadsealNotes
import BroadsealReporting
import BroadsealVerifying
import Glibc
import TestSupport
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
    #expect(Drift(from: old, to: lost)?.kinds == [.labelLost, .verdict, .bytes])
    let altered = Verdict(
      path: "a", sha256: "dd", size: 1, format: "pdf", mediaType: "application/pdf",
      integrity: .altered, origin: Origin(status: .none), c2pa: C2PAResult(state: .invalid))
    #expect(
      Drift(from: old, to: altered)?.kinds == [.verdict, .bytes], "neither list nor signer changed")
    #expect(Drift(from: lost, to: old)?.kinds.contains(.labelLost) == false)
  }

  @Test("a file that nobody could look into has not lost its label")
  func unread() {
    let unread = Verdict(
      path: "a", format: "unknown", mediaType: "application/octet-stream", integrity: .unreadable,
      findings: [Finding(.error, Note(FileCodeStandIn.code))])
    #expect(Drift(from: verdict(), to: unread)?.kinds.contains(.labelLost) == false)
  }

  @Test("a label beside a file that cannot be looked through is seen to be gone, one inside is not")
  func beside() throws {
    let partial = Made.verdict(
      .noLabel, code: PlaceCode.searchIncomplete.code, severity: .note)
    #expect(partial.unjudged == .partial)
    for isDetached in [true, false] {
      let labelled = Made.verdict(
        .intact, state: .trusted, origin: Origin(status: .official), isDetached: isDetached)
      #expect(Drift(from: labelled, to: partial)?.isLoss == isDetached)
      let kept = KeptVerdict(
        label: FoundLabel(run: 300, isBeside: isDetached), packed: partial.packed)
      #expect(KeptVerdict(kept.bytes) == kept)
      #expect(kept.label?.isLost(by: partial) == isDetached)
      #expect(kept.label?.isLost(by: labelled) == false)
      #expect(kept.label?.isLost(by: Made.verdict(.noLabel)) == true)
    }
    let plain = KeptVerdict(partial.packed)
    #expect(plain.label == nil && plain.bytes == partial.packed)
    let gone = KeptVerdict(gone: FoundLabel(run: 7, isBeside: true), last: plain)
    #expect(gone.isGone && gone.packed == plain.packed && KeptVerdict(gone.bytes) == gone)
  }

  @Test("what changed is told in words, from what to what")
  func words() {
    let line = Drift(from: verdict(), to: verdict(sha256: "bb", number: 2)).map {
      Wording(.english).line(about: $0)
    }
    #expect(line == "bytes (aa… → bb…); list (L 1 → L 2)")
    let lost = Drift(from: verdict(), to: verdict(.noLabel, state: nil, sha256: "cc")).map {
      Wording(.english).line(about: $0)
    }
    #expect(
      lost
        == "label-lost; verdict (intact → no-label, official → none, none-declared → not-stated); "
        + "bytes (aa… → cc…)")
  }

  @Test("what is gone with its label is told as a loss, and counted as one")
  func gone() {
    let (lost, plain) = (Drift(removed: verdict(), isLoss: true), Drift(removed: verdict()))
    let moved = Drift(removed: verdict(), elsewhere: "b")
    let still = Drift.stillGone(verdict())
    #expect(lost.kinds == [.documentLost, .removed] && plain.kinds == [.removed])
    #expect([lost, plain, moved, still].map(\.isLoss) == [true, false, false, true])
    #expect(Wording(.english).line(about: moved) == "removed (the same bytes: b)")
    var tally = DriftTally(baseline: 1)
    for (drift, path) in [(lost, "c"), (plain, "d"), (moved, "e"), (still, "f")] {
      tally.add(drift, at: FilePath(path))
    }
    #expect(tally.counts == [.documentLost: 1, .removed: 3, .stillLost: 1])
    #expect(tally.documentsLost == ["c", "f"] && tally.labelsLost.isEmpty)
    #expect(tally.removed.map(\.path) == ["c", "d", "e"])
    var summary = Summary()
    summary.drift = tally
    summary.finish(at: UTCTime(secondsSinceEpoch: 0))
    #expect(summary.groups.map(\.finding.kind) == [.documentLost])
    #expect(summary.groups.first?.count == 2 && summary.matters == 2)
  }

  @Test(
    "a file of any date has a state, and it is kept as it is",
    arguments: [0, 4_000_000_000, 14_000_000_000])
  func anyDate(seconds: Int) throws {
    let scratch = Scratch()
    scratch.write([1], to: "a")
    let times = Array(repeating: timespec(tv_sec: seconds, tv_nsec: 5), count: 2)
    #expect(unsafe utimensat(AT_FDCWD, scratch("a"), times, 0) == 0)
    let state = try #require(FileState(FilePath(scratch("a"))))
    #expect(state.size == 1)
    #expect(FileState(packed: state.packed) == state)
    // Its entry was changed just now.
    #expect(state.settled == nil)
  }

  @Test("numbers are kept as sets of bits, each once")
  func numbers() {
    var numbers = NumberSet()
    let added = [5, 64, 100_000, 5, 63, 65, 0].map { numbers.insert($0) }
    #expect(added == [true, true, true, false, true, true, true])
    var all: [ClosedRange<Int>] = []
    numbers.eachRange { all.append($0) }
    #expect(all == [0...0, 5...5, 63...65, 100_000...100_000])
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
