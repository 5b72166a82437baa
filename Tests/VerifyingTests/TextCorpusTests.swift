import BroadsealBytes
import BroadsealVerifying
import TestSupport
import Testing

/// Plain text signed by c2patxt, as it and encypher-c2pa judge it; c2pa-rs reads no text.
@Suite("Foreign texts", .enabled(if: Corpus.folder != nil, "the corpus is not there"))
struct TextCorpusTests {
  static let rows = CorpusRow.all.filter { $0.format == "txt" && $0.agreement == "agreed" }

  @Test("The corpus has the rows that the test is about")
  func hasRows() {
    #expect(TextCorpusTests.rows.count == 28)
    #expect(Set(TextCorpusTests.rows.map(\.second)) == ["Trusted", "Invalid", "None"])
  }

  @Test("The state is the one that two foreign readers agree on", arguments: rows)
  func state(of row: CorpusRow) throws {
    let verdict = try CorpusTrust.verifier(allowed: "text-signer.pem").session()
      .verify(FilePath((Corpus.folder ?? "") + "/" + row.path))
    #expect((verdict.c2pa.state?.rawValue ?? "None") == row.second)
    #expect(verdict.integrity == TextCorpusTests.integrity(row))
    #expect(verdict.origin?.status != .official)
  }

  private static func integrity(_ row: CorpusRow) -> Integrity {
    switch row.second {
    case "Trusted": .intact
    case "None": .noLabel
    // A wrapper that is cut off, and two of them, are no label that could have been altered.
    default: row.name.contains("truncated") || row.name.contains("twice") ? .malformed : .altered
    }
  }
}
