import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport
import Testing

@Suite("A label in a text that was saved as another kind of text")
struct MisnamedTextTests {
  private func verdict(_ bytes: [UInt8], _ name: String) throws -> Verdict {
    Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: FilePath(name)))
  }

  private static func signed(_ file: TestFile) throws -> [UInt8] {
    var manifest = TestManifest(try TestPKI.shared())
    manifest.signatureSize = 3_400
    return try file.signed(manifest)
  }

  static let saved: [(TestFile, String)] = [
    (.md, "notice.txt"), (.md, "notice.csv"), (.md, "notice.html"),
    (.md, "notice.eml"), (.txt, "notice.html"), (.txt, "notice.md"), (.txt, "notice.py"),
    (.html, "notice.txt"), (.html, "notice.php"), (.html, "notice.xhtml"), (.html, "notice.md"),
  ]

  @Test("is found and holds, and is never official", arguments: saved)
  func found(_ file: TestFile, _ name: String) throws {
    let verdict = try verdict(try Self.signed(file), name)
    #expect(verdict.integrity == .intact, "\(verdict.findings)")
    #expect(verdict.origin?.status == .recognisedTool)
    #expect(verdict.origin?.reasons.map(\.code.name).contains("OFF-1-FILE-TYPE") == true)
    #expect(verdict.findings.map(\.code.name).contains("FILE-TYPE-MISMATCH"))
    #expect(verdict.conclusion(for: .official) == .unrecognised)
    for requirement in Requirement.allCases {
      #expect(verdict.conclusion(for: requirement) == .unrecognised, "\(requirement)")
    }
  }

  @Test("is altered when a byte of the text is", arguments: saved)
  func altered(_ file: TestFile, _ name: String) throws {
    var bytes = try Self.signed(file)
    let place = try #require(
      bytes.firstRange(of: Array("é".utf8)) ?? bytes.firstRange(of: "<body".utf8))
    bytes[place.lowerBound + 1] ^= 1
    #expect(try verdict(bytes, name).integrity == .altered)
  }

  @Test("is found in Markdown without an extension, whose content could be any text")
  func nameless() throws {
    let content = Array("---\ntitle: Levels\n---\n\n# Levels\n".utf8)
    var manifest = TestManifest(try TestPKI.shared())
    manifest.signatureSize = 3_400
    let signed = try manifest.embedded(in: content, by: TestFile.markdown(content))
    #expect(try verdict(signed, "notice.md").origin?.status == .official)
    let nameless = try verdict(signed, "notice")
    #expect(nameless.integrity == .intact)
    #expect(nameless.origin?.reasons.map(\.code.name).contains("OFF-1-FILE-TYPE") == true)
  }

  @Test("is as official as it was under a name that says nothing else")
  func sameKind() throws {
    #expect(try verdict(try Self.signed(.html), "notice").origin?.status == .official)
    #expect(try verdict(try Self.signed(.html), "notice.htm").origin?.status == .official)
    #expect(try verdict(try Self.signed(.md), "notice.markdown").origin?.status == .official)
  }

  @Test("what only looks like one is none: text about labels")
  func quotation() throws {
    let block =
      "x\n<!-- -----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,AAAA "
      + "-----END C2PA MANIFEST----- -->\nx\n"
    let page = "<html><head><script type=\"application/c2pa\">AAAA</script></head></html>\n"
    for (text, name) in [(block, "a.txt"), (page, "a.txt"), (page, "a.md"), (block, "a")] {
      #expect(try verdict(Array(text.utf8), name).integrity == .noLabel, "\(name)")
    }
  }

  @Test("where a text carries labels of two other kinds, no order decides between them")
  func twoLabels() throws {
    let page = try Self.signed(.html)
    let block = try Self.signed(.md)
    #expect(try verdict(page + block, "a.txt").integrity == .noLabel)
    #expect(try verdict(page, "a.txt").integrity == .intact)
  }
}
