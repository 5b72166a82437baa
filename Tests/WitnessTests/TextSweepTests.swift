import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealSigning
import TestSupport
import Testing

/// Signs every text of the corpus and has the result judged.
@Suite(
  "The corpus's texts", .enabled(if: Witness.isWanted, Witness.reason),
  .enabled(if: Corpus.folder != nil, "no corpus: set BROADSEAL_CORPUS"))
struct TextSweepTests {
  /// Texts that get a sidecar, and the code that says why; every other gets its label inside.
  private static let sidecars = [
    "apache+tika__multi-language.txt": "TEXT-ENCODING",
    "apache+tika__russian.cp866.txt": "TEXT-ENCODING",
  ]

  private static let texts = Corpus.folders(in: "unsigned").flatMap { folder in
    [".txt", ".md", ".xml", ".csv", ".json", ".yaml", ".css", ".js"].flatMap {
      Corpus.files(in: folder, endingWith: $0)
    }
  }

  @Test("every text is labelled inside or beside, trusted, and the same but for its label")
  func sweep() throws {
    let signed = try SignedByUs()
    var jobs: [Witness.Job] = []
    #expect(Self.texts.count >= 4)
    for text in Self.texts {
      let name = String(text.split(separator: "/").last ?? "")
      let path = (Corpus.folder ?? "") + "/" + text
      let result = try signed.sign(path, as: name)
      let markdown = "text/markdown"
      switch result.form {
      case .sidecar(let note):
        #expect(note?.code.name == Self.sidecars[name], "\(name)")
        jobs.append(
          Witness.Job(
            path: path, format: result.mediaType, encypherFormat: markdown,
            store: result.output.display))
      case .embedded:
        #expect(Self.sidecars[name] == nil, "\(name)")
        jobs.append(
          Witness.Job(
            path: result.output.display, format: result.mediaType, verifiers: [.encypher]))
        let document = try Document.open(result.output)
        let kept = try document.carrier?.removal()?.flatMap { piece throws -> [UInt8] in
          guard case .copy(let range) = piece else { return [] }
          return try document.source.read(range)
        }
        #expect(try kept == Sweep.bytes(path), "\(name)")
      }
    }
    try signed.expectTrust(in: jobs)
  }
}
