import BroadsealBytes
import BroadsealDocuments
import BroadsealFolders
import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import BroadsealReporting
import BroadsealVerifying
import Testing

@testable import BroadsealAuditing

@Suite("A summary names the files that somebody should look at, the gravest first")
struct AttentionTests {
  private func judgement(
    _ path: String, _ integrity: Integrity, state: C2PAResult.State? = nil, code: Code? = nil,
    ai: AIUse.Status? = nil
  ) -> Judgement {
    Judgement(
      path: FilePath(path),
      verdict: Verdict(
        path: path, format: "pdf", mediaType: "application/pdf", integrity: integrity,
        ai: ai.map { AIUse(status: $0) }, c2pa: C2PAResult(state: state),
        findings: code.map { [Finding(.error, Note($0))] } ?? []))
  }

  @Test("what is fine is not named, what is not comes by gravity and then by path")
  func order() {
    var summary = Summary()
    for judgement in [
      judgement("conflict", .intact, state: .trusted, ai: .conflict),
      judgement("fine", .intact, state: .trusted, ai: .generated), judgement("plain", .noLabel),
      judgement("gone", .unreadable, code: FileCode.unreadable.code),
      judgement(
        "expired", .intact, state: .invalid, code: StatusCode.claimSignatureOutsideValidity.code),
      judgement(
        "altered", .altered, state: .invalid, code: StatusCode.assertionDataHashMismatch.code),
    ] {
      summary.add(judgement)
    }
    #expect(summary.attention.map(\.path.display) == ["expired", "altered", "gone", "conflict"])
    #expect(summary.needingAttention == 4)
    #expect(summary.states == [.trusted: 2, .invalid: 2])
    #expect(summary.json["c2pa"]?["Invalid"] == 2)
    for language in Language.allCases {
      let sentences = summary.attention.map { Wording(language).sentence(for: $0) }
      #expect(Set(sentences).count == 4)
    }
  }

  @Test("however many there are, only some are named, and none is lost from the count")
  func cap() {
    var summary = Summary()
    for number in 0..<50 { summary.add(judgement("\(number)", .unreadable)) }
    summary.add(judgement("worst", .altered))
    #expect(summary.attention.count == Summary.maximumAttention)
    #expect(summary.attention.first?.path == FilePath("worst"))
    #expect(summary.needingAttention == 51)
  }

  @Test("every word of a table is there in both languages, and no two states share one")
  func words() {
    for language in Language.allCases {
      let wording = Wording(language)
      let words = [
        Integrity.allCases.map { wording.word(for: $0) },
        Origin.Status.allCases.map { wording.word(for: $0) },
        AIUse.Status.allCases.map { wording.word(for: $0) },
        C2PAResult.State.allCases.map { wording.word(for: $0) },
        Finding.Severity.allCases.map { wording.word(for: $0) },
        WalkEntry.Skip.allCases.map { wording.word(for: $0) },
      ]
      for axis in words {
        #expect(Set(axis).count == axis.count)
        #expect(
          axis.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) } == (language == .english))
      }
    }
  }

  @Test("what is not judged by rule is skipped in every report")
  func skipped() throws {
    let judgement = try #require(
      Judgement(unjudged: WalkEntry(FilePath("link"), .skipped(.symbolicLink))))
    #expect(Attention(judgement) == nil)
    #expect(judgement.json["skipped"]?.string == "symbolic-link")
    let row = String(decoding: CSVReport().entry(judgement), as: UTF8.self)
    #expect(row.hasPrefix("link,skipped,"))
  }
}
