import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import BroadsealSigning
import TestSupport
import Testing

@Suite("Plain text before foreign programs", .enabled(if: Witness.isWanted, Witness.reason))
struct PlainTextWitnessTests {
  /// Texts by name.
  private static let texts: [(name: String, text: String)] =
    [
      ("plain.txt", "One line.\n"), ("open.txt", "no newline"), ("returns.txt", "a\r\nb\r\n"),
      ("mark.txt", "\u{FEFF}Text.\n"), ("emoji.txt", "☺\u{FE0F} 👨‍👩‍👧"),
      ("japanese.txt", "河川水位は平常に戻りました。\n"), ("korean.txt", "한국어"), ("arabic.txt", "مرحبا"),
      ("accents.txt", "Grüße, naïve café\n"), ("one.txt", "x"),
    ] + (1...30).map { ("long-\($0).txt", String(repeating: "line \($0)\n", count: $0 * $0)) }

  private func sign(by signed: SignedByUs) throws -> [String] {
    try Self.texts.map { row in
      let input = signed.scratch.write(Array(row.text.utf8), to: "unsigned-" + row.name)
      let result = try signed.sign(input, as: row.name)
      #expect(result.form == .embedded && result.notes.isEmpty, "\(result.notes)")
      return signed.scratch(row.name)
    }
  }

  @Test("encypher-c2pa trusts every text, its time stamp and the bytes it covers")
  func encypher() throws {
    let signed = try SignedByUs()
    let paths = try sign(by: signed)
    try signed.expectTrust(
      in: paths.map { Witness.Job(path: $0, format: "text/plain", verifiers: [.encypher]) })
  }

  @Test("c2patxt and c2pa-unstructured-text find the same store in the same bytes")
  func libraries() throws {
    let signed = try SignedByUs()
    let paths = try sign(by: signed)
    for library in [TextWitness.Library.unstructured, .c2patxt] {
      for (path, finding) in zip(paths, try TextWitness.find(in: paths, with: library)) {
        guard case .found(let located) = try Document.open(FilePath(path)).carrier?.locate() else {
          Issue.record("no store in \(path)")
          continue
        }
        #expect(finding.store == located.bytes, "\(path): \(finding.error ?? "")")
        #expect(finding.extent == located.extent, "\(path)")
        let store = try ManifestStore(parsing: located.bytes)
        let binding = store.active.assertions.first { $0.label.text == DataHash.label }
        let hash = try DataHash(try #require(binding?.cbor))
        if library == .unstructured { #expect(finding.hash == hash.hash, "\(path)") }
      }
    }
  }

  @Test("encypher-c2pa trusts the second and the third label of a text")
  func revisions() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    for row in Self.texts.prefix(10) {
      var input = signed.scratch.write(Array(row.text.utf8), to: "unsigned-" + row.name)
      for revision in 1...3 {
        let name = "\(revision)-\(row.name)"
        let result = try signed.sign(input, as: name)
        #expect((result.parent != nil) == (revision > 1))
        input = signed.scratch(name)
        jobs.append(Witness.Job(path: input, format: "text/plain", verifiers: [.encypher]))
      }
      let bytes = try Sweep.bytes(input)
      #expect(bytes.starts(with: Array(row.text.utf8)))
    }
    try signed.expectTrust(in: jobs)
  }

  @Test("a table gets a wrapper on demand, and encypher-c2pa trusts it")
  func tables() throws {
    let signed = try SignedByUs()
    let sample = Corpus.packageFolder + "/Samples/river-levels.csv"
    let result = try signed.sign(sample, as: "levels.csv", form: .embedded)
    #expect(result.form == .embedded)
    try signed.expectTrust(
      in: [
        Witness.Job(
          path: signed.scratch("levels.csv"), format: "text/csv", verifiers: [.encypher])
      ])
  }
}
