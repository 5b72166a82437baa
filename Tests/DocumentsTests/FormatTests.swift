import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite struct FormatTests {
  private func document(_ bytes: [UInt8], _ name: String) throws -> Document {
    try Document(ByteSource(bytes: bytes), path: FilePath(name))
  }

  private static let zipTail =
    Array("PK\u{1}\u{2}".utf8) + [UInt8](repeating: 0, count: 42) + Array("PK\u{5}\u{6}".utf8)
    + [0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  private static let pdf = Array("%PDF-1.7\nstartxref\n0\n%%EOF\n".utf8)

  private static let known: [(String, [UInt8], Format, String)] = [
    ("a.png", PNGFile.pixel(), .png, "image/png"),
    ("a.JPG", JPEGFile.picture(), .jpeg, "image/jpeg"),
    ("a", JPEGFile.picture(), .jpeg, "image/jpeg"),
    ("a.csv", Array("a,b\n1,2\n".utf8), .text, "text/csv"),
    ("a.txt", Array("text about %PDF-1.7 files\n".utf8), .text, "text/plain"),
    ("a.md", Array("# title\n".utf8), .text, "text/markdown"),
    ("a.json", Array("{\"a\": 1}".utf8), .json, "application/json"),
    ("a.geojson", Array("{\"a\": 1}".utf8), .json, "application/geo+json"),
    ("a.html", Array("<!DOCTYPE html><p>".utf8), .html, "text/html"),
    ("a.svg", Array("<?xml version=\"1.0\"?><svg/>".utf8), .svg, "image/svg+xml"),
    (
      "a.docx", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 60), .docx,
      Format.docx.mediaType
    ),
    ("a.gif", Array("GIF89a....".utf8), .gif, "image/gif"),
    ("a.webp", Array("RIFF....WEBPVP8 ".utf8), .webp, "image/webp"),
    ("a.m4a", Array("\0\0\0\u{18}ftypM4A ".utf8), .bmff, "audio/mp4"),
    ("a.mov", Array("\0\0\0\u{8}moov\0\0\0\0".utf8), .bmff, "video/quicktime"),
    ("a.wav", Array("RIFF....WAVEdata".utf8), .wav, "audio/wav"),
    ("a", Array("RIFF....ACONLIST".utf8), .riff, "application/octet-stream"),
    ("a.mp3", Array("ID3\u{4}\0\0\0\0\u{7F}\u{7F}".utf8), .mp3, "audio/mpeg"),
    ("a.mp3", [0xFF, 0xFB, 0x90, 0], .mp3, "audio/mpeg"),
    (
      "a.flac", Array("ID3\u{4}\0\0\0\0\0\u{2}..fLaC".utf8), .flac, "audio/flac"
    ),
    // A length that happens to be letters of another format.
    ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0] + Array("ftypheic".utf8), .jpeg, "image/jpeg"),
    ("a.bin", [], .empty, "application/octet-stream"),
    ("a.bin", [0, 1, 2, 3], .other, "application/octet-stream"),
    ("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound, "application/msword"),
    ("a.txt", [], .text, "text/plain"),
    ("a.mpo", JPEGFile.picture(), .jpeg, "image/jpeg"),
    ("a.qt", Array("\0\0\0\u{8}moov\0\0\0\0".utf8), .bmff, "video/quicktime"),
    ("a.f4v", Array("\0\0\0\u{18}ftypf4v ".utf8), .bmff, "video/mp4"),
    ("a.wave", Array("RIFF....WAVEdata".utf8), .wav, "audio/wav"),
    ("a.mpga", [0xFF, 0xFB, 0x90, 0], .mp3, "audio/mpeg"),
    ("a.geotiff", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .tiff, "image/tiff"),
    // Illustrator writes PDF, and wrote PostScript.
    ("a.ai", pdf, .pdf, "application/pdf"),
    ("a.ai", Array("%!PS-Adobe-3.0\n".utf8), .text, "text/plain"),
  ]

  @Test(arguments: known)
  func `content and extension give kind and media type`(
    name: String, bytes: [UInt8], format: Format, mediaType: String
  ) throws {
    let document = try document(bytes, name)
    #expect(document.format == format)
    #expect(document.mediaType == mediaType)
    #expect(document.extensionAgrees, "\(document.notes)")
  }

  private static let contradictions: [(String, [UInt8], Format)] = [
    ("a.pdf", JPEGFile.picture(), .jpeg),
    ("a.jpg", pdf, .pdf),
    ("a.png", JPEGFile.picture(), .jpeg),
    ("a.pdf", Array("just text".utf8), .text),
    ("a.jpg", [0, 1, 2, 3], .other),
    ("a.xyz", JPEGFile.picture(), .jpeg),
    ("a.jpg", JPEGFile.picture() + zipTail, .jpeg),
    ("a.png", PNGFile.pixel(before: [PNGFile.chunk("tEXt", pdf)]) + pdf, .png),
    ("a.pdf", Array("<html><script>".utf8) + pdf, .pdf),
    ("a.pdf", pdf + zipTail, .pdf),
  ]

  @Test(arguments: contradictions)
  func `a name or a second reading that contradicts the content is noted`(
    name: String, bytes: [UInt8], format: Format
  ) throws {
    let document = try document(bytes, name)
    #expect(document.format == format)
    #expect(!document.extensionAgrees)
    #expect(document.notes.allSatisfy { $0.code.name == "FILE-TYPE-MISMATCH" })
  }

  @Test func `people's names tell types apart, and a file of no bytes is empty`() throws {
    #expect(
      try document(Array("\0\0\0\u{18}ftypM4A ".utf8), "a.m4a").typeName.english == "MPEG-4 sound")
    #expect(try document(Array("II*\0....".utf8), "a.dng").typeName.english == "DNG photograph")
    #expect(try document([], "a.txt").typeName.english == "empty file")
    #expect(
      try document([], "a.jpg").notes.map(\.detail) == [
        "the name says JPEG picture, the content is empty file"
      ])
  }

  @Test func `an end record that leads behind the end of the file is none`() throws {
    var far = Self.zipTail
    far.replaceSubrange((far.count - 6)..<(far.count - 2), with: [0, 0, 0, 0x7F])
    let document = try document(JPEGFile.picture() + far, "a.jpg")
    #expect(document.format == .jpeg)
  }

  @Test func `a broken picture has a problem and no carrier, but can be opened`() throws {
    let document = try document(Array(PNGFile.pixel().dropLast(3)), "a.png")
    #expect(document.format == .png && document.carrier == nil)
    let code = if case .malformed(let code, _) = document.problem { code.name } else { "" }
    #expect(code == "PNG-TRUNCATED")
  }

  @Test func `a file that is not there is an error of the system`() {
    #expect(throws: DocumentError.self) { try Document.open("/nowhere/a.png") }
  }

  @Test(
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: [
      "avif", "docx", "epub", "flac", "gif", "html", "m4a", "mov", "mp3", "mp4", "odt", "ogg",
      "pdf-plain", "pdf-objstm", "pdf-signed", "pdf-linearized", "png", "pptx", "svg", "tiff",
      "wav", "webp", "xlsx", "text", "jpeg",
    ])
  func `the names of real files agree with their content`(folder: String) throws {
    let names = Corpus.files(in: "unsigned/\(folder)", endingWith: "")
      .filter { !$0.hasSuffix("/.") && !$0.hasSuffix("/..") }
    #expect(!names.isEmpty)
    // A picture that was given the name of a book.
    for name in names where !name.hasSuffix("with-epub-extension-fatal.epub") {
      let bytes = try #require(Corpus.bytes(of: name))
      let document = try document(bytes, name)
      #expect(document.extensionAgrees, "\(name): \(document.notes)")
    }
  }
}
