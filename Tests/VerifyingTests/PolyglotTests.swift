import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
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

  /// A PDF that attaches an archive as it is.
  private static let attached: [UInt8] = {
    let data = archive()
    let head = "4 0 obj\n<< /Type /EmbeddedFile /Length \(data.count) >>\nstream\n"
    let start = pdf.count
    let body = Array(head.utf8) + data + Array("\nendstream\nendobj\n".utf8)
    let offset = String(start)
    let table = "\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
    let text = String(decoding: pdf, as: UTF8.self).split(separator: "\n")
    let previous = text[text.count - 2]
    let update =
      "xref\n4 1\n\(table)trailer\n<< /Size 5 /Root 1 0 R /Prev \(previous) >>\n"
      + "startxref\n\(start + body.count)\n%%EOF\n"
    return pdf + body + Array(update.utf8)
  }()

  private static func comment(_ text: [UInt8]) -> [UInt8] {
    jpeg[..<20] + [0xFF, 0xFE, 0, UInt8(text.count + 2)] + text + jpeg[20...]
  }

  private static let zeros = [UInt8](repeating: 0, count: 1_024)
  private static let tape = TarFile().with("a.odt", archive()).bytes + zeros

  /// A database of two pages, the second of which holds `content`.
  private static func database(_ content: [UInt8]) -> [UInt8] {
    var pages = Array("SQLite format 3\0".utf8) + [2, 0] + zeros
    pages[31] = 2
    return pages[..<512] + content + zeros[..<(512 - content.count)]
  }

  /// Files that hold others, as they are.
  private static let holders: [PolyglotRow] = [
    PolyglotRow("a tape that ends with an archive", "a.tar", tape),
    PolyglotRow("a tape without an extension", "tape", tape),
    PolyglotRow(
      "a library that ends with an archive", "a.ar",
      Array(
        "!<arch>\na.odt/          0           0     0     100644  \(archive().count)       `\n".utf8
      )
        + archive()),
    PolyglotRow(
      "a web archive that ends with an archive", "a.warc",
      Array("WARC/1.0\r\nContent-Length: \(archive().count)\r\n\r\n".utf8) + archive()
        + Array("\r\n\r\n".utf8)),
    PolyglotRow(
      "a recording that attaches an archive", "a.mka",
      [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x80 | UInt8(archive().count)]
        + archive()),
    PolyglotRow("a database that holds an archive", "a.sqlite", database(archive())),
    PolyglotRow(
      "a message that attaches an archive as it is", "a.eml", [0x46, 0, 0xFF] + archive()),
    PolyglotRow("data that end with an archive", "a.bin", [0, 1, 2] + archive()),
  ]

  static let doubtful: [PolyglotRow] = [
    PolyglotRow("an archive behind a tape", "a.tar", tape + archive()),
    PolyglotRow("a tape with an archive, called a package", "a.apk", tape),
    PolyglotRow("an archive behind a database", "a.sqlite", database([]) + archive()),
    PolyglotRow("an archive under a name that nobody knows", "a.pyz", [0, 1, 2] + archive()),
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
    PolyglotRow("an archive behind a GIF", "a.gif", SmallPicture.gif + archive()),
    PolyglotRow("a page behind a PNG", "a.png", png + page),
    PolyglotRow("a page behind a JPEG", "a.jpg", jpeg + page),
    PolyglotRow("a page before a PDF", "a.pdf", page + pdf),
    PolyglotRow("a page behind a PDF", "a.pdf", pdf + page),
    PolyglotRow("an archive under the name of a program", "a.exe", archive()),
    PolyglotRow("an archive in a stream, and another behind", "a.pdf", attached + archive()),
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
    PolyglotRow("a PDF that is called a page", "a.html", pdf),
    PolyglotRow("a page that is called a picture", "a.png", page),
  ]

  static let genuine: [PolyglotRow] =
    holders + [
      PolyglotRow("a PDF with a blank behind its extension", "a.pdf ", pdf),
      PolyglotRow("a PDF", "a.pdf", pdf),
      PolyglotRow("a PDF without an extension", "a", pdf),
      PolyglotRow("markup among the objects of a PDF", "a.pdf", TestFile.onePagePDF(comment: page)),
      PolyglotRow("an archive that a PDF attaches", "a.pdf", attached),
      PolyglotRow("an archive under a name that is not known", "a.asice", archive()),
      PolyglotRow(
        "a text that quotes a PDF", "a.md", Array("# Trailers\n\n".utf8) + pdf),
      PolyglotRow(
        "a drawing that quotes a PDF", "a.svg",
        Array("<svg><text>%PDF-1.7 startxref</text></svg>".utf8)),
      PolyglotRow(
        "a drawing in UTF-16", "a.svg",
        [0xFF, 0xFE] + Array("<svg/>".utf8).flatMap { [$0, 0] as [UInt8] }),
      PolyglotRow("a picture with bytes behind its end", "a.png", png + Array("anything".utf8)),
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
      PolyglotRow("a broken PDF", "a.pdf", Array(pdf.dropLast(6))),
      PolyglotRow("a broken archive", "a.zip", archive() + [0]),
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
    #expect(verdict.findings.map(\.code.name).contains("FILE-TYPE-MISMATCH"))
    #expect(verdict.origin?.status == .recognisedTool)
    #expect(verdict.origin?.reasons.map(\.code.name).first == "OFF-1-FILE-TYPE")
  }

  @Test("What only looks so stays official", arguments: genuine)
  func isGenuine(_ row: PolyglotRow) throws {
    let verdict = try verdict(on: row)
    #expect(verdict.origin?.reasons.map(\.code.name) == [])
    #expect(verdict.origin?.status == .official)
    #expect(!verdict.findings.map(\.code.name).contains("FILE-TYPE-MISMATCH"))
  }

  @Test(
    "A label inside a picture holds for the bytes behind its end too",
    arguments: [Array("anything".utf8), TestFile.png.content.suffix(12)])
  func trailing(_ bytes: [UInt8]) throws {
    let pki = try TestPKI.shared()
    func verdict(_ signed: [UInt8]) throws -> Verdict {
      Verifier(trust: try pki.context(), at: TestPKI.now).session()
        .verify(try Document(ByteSource(bytes: signed), path: "a.png"))
    }
    var signed = try TestManifest(pki).embedded(in: PolyglotTests.png + bytes, as: PNGCarrier.self)
    #expect(try verdict(signed).origin?.status == .official)
    signed[signed.count - 1] ^= 1
    #expect(try verdict(signed).integrity == .altered)
  }

  @Test(
    "A file without a label whose structure is not read is told so, and never called altered",
    arguments: genuine.suffix(2) + [PolyglotRow("a sound archive", "a.asice", archive())])
  func unlabelled(_ row: PolyglotRow) throws {
    let verdict = Verifier(trust: try TestPKI.shared().context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: row.content), path: FilePath(row.name)))
    #expect(verdict.integrity == .noLabel && verdict.c2pa.state == nil)
    #expect(
      verdict.findings.contains { $0.code.name == "SEARCH-INCOMPLETE" } == (row.name != "a.asice"))
    #expect(!verdict.findings.contains { $0.severity == .error })
  }
}
