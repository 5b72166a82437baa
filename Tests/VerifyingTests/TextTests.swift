import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@Suite("Labels in text")
struct TextTests {
  private func session() throws -> VerifierSession {
    let options = VerifierOptions(looksForSidecar: true, digestsFile: true)
    return Verifier(
      trust: try TestPKI.shared().context(), at: TestPKI.now, options: options
    ).session()
  }

  private func verdict(_ bytes: [UInt8], _ name: String) throws -> Verdict {
    try session().verify(try Document(ByteSource(bytes: bytes), path: FilePath(name)))
  }

  private static func official() throws -> TestManifest {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.signatureSize = 3_400
    return manifest
  }

  private static let begin = "-----BEGIN C2PA MANIFEST-----"
  private static let end = "-----END C2PA MANIFEST-----"

  @Test("A text without a label has none, whatever it is called")
  func noLabel() throws {
    for name in ["a.md", "a.txt", "a.csv", "a.json", "a.yaml", "a.py", "a.xml", "README", "a.eml"] {
      let verdict = try verdict(Array("text\n".utf8), name)
      #expect(verdict.integrity == .noLabel, "\(name)")
      #expect(!verdict.findings.contains { $0.code.name == "FORMAT-NOT-READ" }, "\(name)")
    }
  }

  /// Texts that hold something like a label (T-92): name, text, the code of the finding.
  static let hostile: [(name: String, text: String, code: String)] = [
    ("a.md", "<!-- \(begin) https://192.0.2.1/a.c2pa \(end) -->\nx\n", "TEXT-REFERENCE"),
    ("a.md", "<!-- \(begin) http://169.254.169.254/latest \(end) -->\nx\n", "TEXT-REFERENCE"),
    ("a.md", "<!-- \(begin) file:///etc/passwd \(end) -->\nx\n", "TEXT-REFERENCE"),
    ("a.md", "<!-- \(begin) ../../a.c2pa \(end) -->\nx\n", "TEXT-REFERENCE"),
    ("a.py", "# \(begin) data:text/plain;base64,AAAA \(end)\nx\n", "TEXT-REFERENCE"),
    ("a.md", "<!-- \(begin) x\n", "TEXT-BLOCK-BROKEN"),
    (
      "a.md",
      "<!-- \(begin) data:application/c2pa;base64,AAAA \(end) -->\n"
        + "<!-- \(begin) data:application/c2pa;base64,AAAA \(end) -->\n", "TEXT-BLOCKS"
    ),
    ("a.md", "<!-- \(begin) data:application/c2pa;base64,AAA \(end) -->\n", "TEXT-REFERENCE"),
    (
      "a.md", "<!-- \(begin) data:application/c2pa;base64,AAAA \(end) -->\n",
      "manifest.inaccessible.malformed"
    ),
  ]

  @Test("Something like a label is said to be that, and never fetched", arguments: hostile)
  func unusable(_ name: String, _ text: String, _ code: String) throws {
    let verdict = try verdict(Array(text.utf8), name)
    #expect(verdict.integrity == .malformed)
    #expect(verdict.origin?.status != .official)
    #expect(
      verdict.findings.map(\.code.name).contains(code), "\(verdict.findings.map(\.code.name))")
  }

  @Test("A block that another comment hides is never official")
  func hidden() throws {
    let bytes = try TestFile.md.signed(try Self.official())
    let signed = String(decoding: bytes, as: UTF8.self)
    #expect(try verdict(bytes, "a.md").origin?.status == .official)
    // The same store in a line that a Markdown reader shows, and one that swallows the page.
    for changed in [
      signed.replacing("<!-- -----", with: "&lt;--- ----").replacing(" -->", with: ""),
      signed.replacing(" -->", with: " --x"), signed.replacing("<!-- ", with: "<!--x"),
      signed.replacing("----- data", with: "-----\tdata"),
    ] where changed != signed {
      let verdict = try verdict(Array(changed.utf8), "a.md")
      #expect(verdict.origin?.status != .official)
    }
  }

  @Test("A label of Markdown in a file of another kind is never official")
  func otherSyntax() throws {
    let bytes = try TestFile.md.signed(try Self.official())
    for name in ["a.py", "a.yaml", "a.css"] {
      let verdict = try verdict(bytes, name)
      #expect(verdict.integrity == .altered, "\(name)")
    }
  }

  @Test("Text that was brought into another normal form matches, and is never official")
  func normalForm() throws {
    let bytes = try TestFile.txt.signed(try Self.official())
    #expect(try verdict(bytes, "a.txt").origin?.status == .official)
    // The accent of "café" as a character of its own: one byte more before the wrapper, so the
    // exclusion that was signed is not where the wrapper is.
    let composed = Array("é".utf8)
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: composed) })
    var decomposed = bytes
    decomposed.replaceSubrange(place..<place + composed.count, with: Array("e\u{301}".utf8))
    #expect(try verdict(decomposed, "a.txt").integrity == .altered)
  }

  @Test("The text is hashed in Normalization Form C, whatever form it is stored in")
  func hashedForm() throws {
    // Offsets are those of the text as stored (C2PA 2.5 §A.8.6.3), here longer than its form C.
    for (text, status) in [("café", true), ("cafe\u{301}", false), ("か\u{3099}", false)] {
      let stored = Array(text.utf8)
      let normal = Array(text.precomposed.utf8)
      let bytes = try Self.official().wrapped(stored, hashing: normal)
      let verdict = try verdict(bytes, "a.txt")
      #expect(verdict.integrity == .intact, "\(text): \(verdict.c2pa.failure)")
      #expect((verdict.origin?.status == .official) == status)
      let other = try Self.official().wrapped(stored, hashing: stored + [0x20])
      #expect(try self.verdict(other, "a.txt").integrity == .altered)
    }
  }
}
