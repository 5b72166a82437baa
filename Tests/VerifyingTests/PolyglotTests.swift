import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealVerifying
import TestSupport
import Testing

/// A file that could be taken for another one, or only looks so.
struct PolyglotRow: Sendable, CustomStringConvertible {
  let description: String
  let name: String
  let content: [UInt8]

  init(_ description: String, _ name: String, _ content: [UInt8]) {
    self.description = description
    self.name = name
    self.content = content
  }
}

@Suite("Files of two kinds")
struct PolyglotTests {
  private static let png = TestFile.png.content
  private static let jpeg = TestFile.jpeg.content
  private static let pdf = TestFile.pdf.content
  private static let page = Array("<HTML><body>another text</body></html>".utf8)

  /// An archive of one stored entry, as if `offset` bytes stood before it.
  private static func archive(
    _ name: String = "a.txt", _ content: [UInt8] = Array("text".utf8), comment: [UInt8] = [],
    isLarge: Bool = false
  ) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let sizes = number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2)
    let common = number(20, 2) + [UInt8](repeating: 0, count: 12) + sizes + number(0, 2)
    let local = [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    let central =
      [0x50, 0x4B, 1, 2] + number(20, 2) + common + [UInt8](repeating: 0, count: 14)
      + Array(name.utf8)
    let size = isLarge ? number(0xFFFF_FFFF, 4) : number(central.count, 4)
    let locator =
      isLarge ? [0x50, 0x4B, 6, 7] + [UInt8](repeating: 0, count: 16) : []
    return local + central + locator + [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2)
      + number(1, 2) + size + number(isLarge ? 0xFFFF_FFFF : local.count, 4)
      + number(comment.count, 2) + comment
  }

  private static func comment(_ text: [UInt8]) -> [UInt8] {
    jpeg[..<20] + [0xFF, 0xFE, 0, UInt8(text.count + 2)] + text + jpeg[20...]
  }

  static let doubtful: [PolyglotRow] = [
    PolyglotRow("an archive behind a PDF", "a.pdf", pdf + archive()),
    PolyglotRow(
      "an archive in a comment of a PDF", "a.pdf", TestFile.onePagePDF(comment: archive())),
    PolyglotRow("an archive behind a JPEG", "a.jpg", jpeg + archive()),
    PolyglotRow(
      "an archive behind a JPEG, with bytes after it", "a.jpg", jpeg + archive() + [1, 2, 3]),
    PolyglotRow("an archive of ZIP64 behind a JPEG", "a.jpg", jpeg + archive(isLarge: true)),
    PolyglotRow(
      "an archive behind a JPEG, among false ends", "a.jpg",
      jpeg + archive()
        + (0..<100).flatMap { _ in [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }),
    PolyglotRow("an archive behind a GIF", "a.gif", Array("GIF89a....;".utf8) + archive()),
    PolyglotRow("a page behind a PNG", "a.png", png + page),
    PolyglotRow("a page behind a JPEG", "a.jpg", jpeg + page),
    PolyglotRow("a page before a PDF", "a.pdf", page + pdf),
    PolyglotRow("a page in a comment of a PDF", "a.pdf", TestFile.onePagePDF(comment: page)),
    PolyglotRow(
      "a script of the shell before a PDF", "a.pdf", Array("#!/bin/sh\nrm x\n".utf8) + pdf),
    PolyglotRow("a program before a PDF", "a.pdf", Array("MZ\u{90}\0\u{3}".utf8) + pdf),
    PolyglotRow(
      "a PDF without an end in a comment of a JPEG", "a.jpg",
      comment(Array("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n".utf8))),
    PolyglotRow("a PDF as the first entry of an archive", "a.zip", archive("a.pdf", pdf)),
    PolyglotRow(
      "a PDF as the first entry of an archive with a long comment", "a.zip",
      archive("a.pdf", pdf, comment: [UInt8](repeating: 0x20, count: 4_000))),
    PolyglotRow("an archive that is called a PDF", "a.pdf", archive("a.pdf", pdf)),
    PolyglotRow("a PDF that is called a picture", "a.jpg", pdf),
    PolyglotRow("a PDF with two extensions", "a.pdf.jpg", pdf),
    PolyglotRow("a picture with two extensions", "a.jpg.pdf", jpeg),
    PolyglotRow("a PDF that is called a program", "a.exe", pdf),
    PolyglotRow("a PDF with a blank behind its extension", "a.pdf ", pdf),
    PolyglotRow("a PDF that is called a page", "a.html", pdf),
    PolyglotRow("a page that is called a picture", "a.png", page),
  ]

  static let genuine: [PolyglotRow] = [
    PolyglotRow("a PDF", "a.pdf", pdf),
    PolyglotRow("a PDF without an extension", "a", pdf),
    PolyglotRow("a PDF behind a mark of the byte order", "a.pdf", [0xEF, 0xBB, 0xBF] + pdf),
    PolyglotRow("a PDF made from another document", "a.docx.pdf", pdf),
    PolyglotRow("a picture of a page", "a.pdf.jpg", jpeg),
    PolyglotRow("two pictures in one JPEG", "a.jpg", jpeg + jpeg),
    PolyglotRow(
      "the letters of an archive behind a JPEG", "a.jpg", jpeg + Array("PK\u{5}\u{6}".utf8)),
    PolyglotRow("a picture that speaks of pages", "a.jpg", comment(page)),
    PolyglotRow("a PNG", "a.png", png),
    PolyglotRow("an archive", "a.zip", archive()),
    PolyglotRow(
      "an office document", "a.docx",
      Scratch.bytes(of: Corpus.packageFolder + "/Samples/press-release.docx") ?? []),
    PolyglotRow("a page", "a.html", page),
    PolyglotRow("a text about PDF", "a.txt", Array("Every PDF opens with %PDF-1.7\n".utf8)),
    PolyglotRow("a drawing with a script", "a.svg", Array("<svg><script/></svg>".utf8)),
  ]

  private func verdict(on row: PolyglotRow) throws -> Verdict {
    let pki = try TestPKI.shared()
    let document = try Document(ByteSource(bytes: row.content), path: FilePath(row.name))
    return Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(document, sidecar: try TestManifest(pki).sidecar(for: row.content))
  }

  @Test("What can be taken for two things is never official, and it is said", arguments: doubtful)
  func isDoubtful(_ row: PolyglotRow) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.integrity == .intact)
    #expect(verdict.findings.map(\.code).contains("FILE-TYPE-MISMATCH"))
    #expect(verdict.origin?.status == .recognisedTool)
    #expect(verdict.origin?.reasons.map(\.code).first == "OFF-1-FILE-TYPE")
  }

  @Test("What only looks so stays official", arguments: genuine)
  func isGenuine(_ row: PolyglotRow) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.origin?.reasons.map(\.code) == [])
    #expect(verdict.origin?.status == .official)
    #expect(!verdict.findings.map(\.code).contains("FILE-TYPE-MISMATCH"))
  }

  @Test(
    "A label inside a picture with bytes behind its end is not official",
    arguments: [Array("anything".utf8), TestFile.png.content.suffix(12)])
  func trailing(_ bytes: [UInt8]) throws {
    let pki = try TestPKI.shared()
    let signed = try TestManifest(pki).embedded(in: PolyglotTests.png + bytes, as: PNGCarrier.self)
    let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: signed), path: "a.png"))
    #expect(verdict.integrity == .intact)
    #expect(verdict.findings.map(\.code).contains("PNG-TRAILING"))
    #expect(verdict.origin?.reasons.map(\.code) == ["OFF-1-FILE-STRUCTURE"])
  }
}
