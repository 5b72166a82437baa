import BroadsealNotes
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

@Suite(
  "Seals of governments", .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent"))
struct RealSealTests {
  private static let path = Corpus.packageFolder + "/Documentation/Seals.md"
  private static let marks = (
    "<!-- real seals: `make docs` writes them -->\n", "<!-- /real seals -->\n"
  )

  /// What is said of each, under a list that asks for a stamp, and one that vouches for the key's period.
  private static func table() throws -> String {
    var text =
      "| seal | after it | the list asks for a time stamp | the list vouches for the period of the key |\n"
    text += "|---|---|---|---|\n"
    for seal in RealSeal.all {
      let cells = try [true, false].map { said(of: try seal.verdict(requiresTimeStamp: $0)) }
      let signatures = try seal.verdict(requiresTimeStamp: true).pdfSignatures
      let after = signatures.first { $0.seal?.speaks == true }?.later?.change.rawValue ?? "-"
      text += "| \(seal.name) | \(after) | \(cells[0]) | \(seal.namesKey ? cells[1] : "-") |\n"
    }
    return text
  }

  private static func said(of verdict: Verdict) -> String {
    let seal = verdict.pdfSignatures.first { $0.seal?.speaks == true }?.seal
    guard let seal else { return "no seal" }
    return seal.isOfficial
      ? "**official**" : seal.reasons.map { "`\($0.code.name)`" }.joined(separator: " ")
  }

  @Test("stand in Documentation/Seals.md as they are judged (BROADSEAL_WRITE_PAGES=1 writes it)")
  func page() throws {
    let table = try Self.table()
    let written = String(decoding: Scratch.bytes(of: Self.path) ?? [], as: UTF8.self)
    let start = try #require(written.firstRange(of: Self.marks.0)).upperBound
    let end = try #require(written.firstRange(of: Self.marks.1)).lowerBound
    if unsafe getenv("BROADSEAL_WRITE_PAGES") != nil {
      let text = written[..<start] + table + written[end...]
      let file = unsafe fopen(Self.path, "wb")
      let bytes = Array(text.utf8)
      #expect(unsafe file != nil && fwrite(bytes, 1, bytes.count, file) == bytes.count)
      if let file = unsafe file { #expect(unsafe fclose(file) == 0) }
    } else {
      #expect(String(written[start..<end]) == table, "run `make docs`")
    }
  }

  @Test("are official by the list alone, and never without it", arguments: RealSeal.all.map(\.file))
  func unlisted(_ file: String) throws {
    let verdict = try #require(try SealVerdicts.all.get()["seals/files/" + file])
    #expect(verdict.origin?.status != .official)
    for signature in verdict.pdfSignatures { #expect(signature.seal?.isOfficial != true) }
    #expect(verdict.conclusion(for: .sealed) != .satisfied)
  }
}
