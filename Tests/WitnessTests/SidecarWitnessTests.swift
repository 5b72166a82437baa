import BroadsealBytes
import BroadsealSigning
import TestSupport
import Testing

@Suite(.enabled(if: Witness.isWanted, Witness.reason))
struct SidecarWitnessTests {
  /// Samples by media type, and the type under which encypher-c2pa does not look for a store inside
  /// the text; nil where it reads the type as it is.
  static let rows: [(sample: String, format: String, encypher: String?)] = [
    ("press-release.txt", "text/plain", "text/markdown"),
    ("river-levels.csv", "text/csv", "text/markdown"),
    ("press-release.md", "text/markdown", nil),
    ("press-release.html", "text/html", nil),
    (
      "press-release.docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", nil
    ),
    ("press-release.odt", "application/vnd.oasis.opendocument.text", nil),
    ("press-release.pdf", "application/pdf", nil),
    ("river.jpg", "image/jpeg", nil),
    ("river-levels.png", "image/png", nil),
  ]

  @Test("both verifiers trust a sidecar of every kind of file")
  func sidecars() throws {
    let signed = try SignedByUs()
    var jobs = try Self.rows.map { row in
      let input = Corpus.packageFolder + "/Samples/" + row.sample
      let result = try signed.sign(input, as: row.sample, form: .sidecar)
      #expect(result.mediaType == row.format)
      return Witness.Job(
        path: input, format: row.format, encypherFormat: row.encypher,
        store: result.output.display)
    }
    let json = signed.scratch.write(Array("{\"level\": 3}\n".utf8), to: "levels.json")
    let result = try signed.sign(json, as: "levels.json")
    jobs.append(
      Witness.Job(
        path: json, format: "application/json", encypherFormat: "text/markdown",
        store: result.output.display))
    try signed.expectTrust(in: jobs)
  }
}
