import BroadsealBytes
import BroadsealFiles
import Glibc
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("A sealed PDF after one more revision by an attacker")
struct PDFMutantTests {
  /// Mutants of all files together; `BROADSEAL_MUTANTS=10000` asks for the whole bar.
  private static let rounds =
    unsafe getenv("BROADSEAL_MUTANTS").flatMap { unsafe Int(String(cString: $0)) } ?? 300

  /// A file that the test builds, and up to nine of the corpus: small ones whose last signature covers the
  /// whole file, spread over all.
  private static let sources = Result {
    var sources = [try PDFMutantSource(SealedSample().sample.bytes)].compactMap(\.self)
    var candidates: [PDFMutantSource] = []
    for path in Corpus.files(in: "seals/files", endingWith: ".pdf") {
      guard
        let bytes = try? ByteSource.whole(
          FilePath((Corpus.folder ?? "") + "/" + path), limit: 80_000),
        let source = try? PDFMutantSource(bytes),
        let document = try? Document(ByteSource(bytes: bytes), path: nil),
        let signatures = try? document.signatures(), let last = signatures.last,
        last.end == .file, last.faults.isEmpty, last.value?.isEmpty == false,
        let changes = try? document.changes(after: signatures).last, changes.change == .nothing
      else { continue }
      candidates.append(source)
    }
    let step = max(1, candidates.count / 9)
    sources += stride(from: 0, to: candidates.count, by: step).prefix(9).map { candidates[$0] }
    return sources
  }

  @Test("is never taken for one that nothing was done to")
  func mutants() throws {
    let sources = try Self.sources.get()
    if Corpus.folder != nil { #expect(sources.count == 10) }
    var told: [LaterChange?: Int] = [:]
    for (index, source) in sources.enumerated() {
      var chance = Damage(seed: UInt64(index + 1))
      for _ in 0..<Self.rounds / sources.count {
        let mutant = source.mutant(&chance)
        guard let document = try? Document(ByteSource(bytes: mutant.bytes), path: nil),
          let signatures = try? document.signatures(),
          let place = signatures.lastIndex(where: { $0.offset < source.bytes.count })
        else { continue }
        let found = try document.changes(after: signatures)[place]
        told[found.change, default: 0] += 1
        guard signatures[place].faults.isEmpty else { continue }
        if found.change == .nothing || found.change == .evidence {
          #expect(mutant.isHarmless, "\(index): \(mutant.what): \(found.reason)")
        }
        #expect(signatures[place].end != .file, "\(mutant.what)")
      }
    }
    // Most are compared, and not merely unreadable.
    #expect(told[.changed] ?? 0 > told[nil] ?? 0, "\(told)")
  }
}
