import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import TestSupport
import Testing

/// Bytes of a file, and whose label there seems to be in it.
struct TraceRow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let name: FilePath
  let content: [UInt8]
  let trace: StoreTrace

  init(_ description: String, _ name: FilePath, _ trace: StoreTrace, _ content: [UInt8]) {
    (testDescription, self.name, self.trace, self.content) = (description, name, trace, content)
  }
}

/// Files that may hold other files, with what looks like a store of their own, or of a picture in them.
@Suite("Whose a label is in a file that cannot be read")
struct StoreTraceTests {
  /// How a store begins.
  private static let store: [UInt8] =
    [0, 0, 4, 0] + Array("jumb".utf8) + [0, 0, 0, 0x1E] + Array("jumdc2pa".utf8)
    + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71, 3] + Array("c2pa\0".utf8)
  /// How a labelled photograph does.
  private static let photo: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xEB, 0, 0x40] + Array("JP".utf8) + [0, 1, 0, 0, 0, 1] + store
  private static let name = "META-INF/content_credential.c2pa"
  private static let identifier: [UInt8] = [
    0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81,
  ]

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func archive(
    _ name: String, _ content: [UInt8], _ descriptor: ZIPFile.Descriptor = .none
  ) -> [UInt8] {
    var entry = ZIPFile.Entry(name)
    (entry.content, entry.descriptor) = (content, descriptor)
    return ZIPFile([ZIPFile.Entry("a.txt", "text"), entry]).built().bytes
  }

  private static let labelled = archive(name, store)
  private static let inArchives: [TraceRow] = [
    TraceRow("a labelled archive", "a.zip", .own, labelled),
    TraceRow("the beginning of one", "a.zip", .own, labelled.dropLast(90)),
    TraceRow("one with another behind it", "a.docx", .own, labelled + labelled),
    TraceRow("a photograph", "a.zip", .inner, archive("a.jpg", photo)),
    TraceRow("a store that is no archive's", "a.zip", .inner, archive("a.jpg.c2pa", store)),
    TraceRow("a labelled archive in an archive", "a.zip", .inner, archive("a.docx", labelled)),
    TraceRow(
      "one of a length that stands behind it", "a.zip", .inner,
      archive("a.docx", labelled, .signed) + [0]),
    TraceRow(
      "one in an archive that breaks off", "a.zip", .inner,
      archive("a.docx", labelled).dropLast(250)),
    TraceRow("nothing", "a.zip", .none, archive("a.txt", [])),
  ]

  private static func pdf(_ data: [UInt8], length: Int? = nil, _ key: String = "") -> [UInt8] {
    text("%PDF-1.7\n1 0 obj\n<< \(key)/Length \(length ?? data.count) >>\nstream\n") + data
      + text("\nendstream\nendobj\n")
  }
  private static let specification = text("2 0 obj\n<< /AFRelationship /C2PA_Manifest >>\nendobj\n")
  private static let inPDF: [TraceRow] = [
    TraceRow("a file specification of a store", "a.pdf", .own, pdf([]) + specification),
    TraceRow("a stream that is a store", "a.pdf", .own, pdf(store)),
    TraceRow("a photograph", "a.pdf", .inner, pdf(photo, "/Filter /DCTDecode ")),
    TraceRow("a labelled PDF in a PDF", "a.pdf", .inner, pdf(pdf(store) + specification)),
    TraceRow(
      "one in a stream of unknown length", "a.pdf", .own, pdf(pdf(store) + specification, length: 9)
    ),
  ]

  private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(content.count + 8)] + text(type) + content
  }
  private static let film = box("ftyp", text("M4A \0\0\0\0"))
  private static func tag(_ kind: String, _ type: String, _ content: [UInt8]) -> [UInt8] {
    let frame = [0] + text(type + "\0a\0b\0") + content
    return text("ID3\u{3}\0\0\0\0\0\u{7F}") + text(kind) + [0, 0, 0, UInt8(frame.count), 0, 0]
      + frame
  }
  private static let inRecordings: [TraceRow] = [
    TraceRow(
      "a box of a store", "a.m4a", .own,
      film + box("uuid", identifier + [0, 0, 0, 0] + text("manifest\0\0\0\0\0\0\0\0\0") + store)),
    TraceRow("a cover in a box", "a.m4a", .inner, film + box("covr", box("data", photo))),
    TraceRow("a frame of a store", "a.mp3", .own, tag("GEOB", "application/c2pa", store)),
    TraceRow(
      "one as it was called before", "a.mp3", .own,
      tag("GEOB", "application/x-c2pa-manifest-store", store)),
    TraceRow("a cover in a frame", "a.mp3", .inner, tag("APIC", "image/jpeg", photo)),
    TraceRow(
      "a block of a store", "a.flac", .own, text("fLaC\u{2}\0\0\u{40}c2pa") + store),
    TraceRow("a cover in a block", "a.flac", .inner, text("fLaC\u{6}\0\0\u{60}") + photo),
    TraceRow("a chunk of a store", "a.wav", .own, text("RIFF\0\u{1}\0\0WAVEC2PA\0\0\0\0") + store),
    TraceRow("a cover in a chunk", "a.wav", .inner, text("RIFF\0\u{1}\0\0WAVEid3 ") + photo),
  ]

  private static func drawing(_ start: String, _ content: [UInt8]) -> [UInt8] {
    text("<svg xmlns=\"http://www.w3.org/2000/svg\">\(start)\(Base64.encode(content))\"")
  }
  private static let inPictures: [TraceRow] = [
    TraceRow("a store", "a.tif", .own, [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + store),
    TraceRow("a preview", "a.tif", .inner, [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + photo),
    TraceRow("a photograph", "a.jpg", .own, photo),
    TraceRow("an element of a store", "a.svg", .own, drawing("<c2pa:manifest>", store)),
    TraceRow("one in lines", "a.svg", .own, drawing("<c2pa:manifest>\n  ", store)),
    TraceRow(
      "a picture in text", "a.svg", .inner,
      drawing("<image href=\"data:image/jpeg;base64,", [0] + photo)),
    TraceRow(
      "a picture in text", "a.html", .inner,
      text("<!doctype html><img src=\"data:image/jpeg;base64,")
        + text(Base64.encode([0] + photo))),
    TraceRow("a tape, in which no store is looked for", "a.tar", .inner, [0, 1, 2, 3] + photo),
  ]

  @Test(
    "a store counts by the mark of the file's own format",
    arguments: inArchives + inPDF + inRecordings + inPictures)
  func trace(_ row: TraceRow) throws {
    let document = try Document(ByteSource(bytes: row.content), path: row.name)
    #expect(try document.trace() == row.trace)
  }

  @Test("what stands at the border of a block is seen with what is before it")
  func blocks() throws {
    for shift in stride(from: 0, to: 600, by: 99) {
      let head = Self.pdf(Self.text(String(repeating: " ", count: 1_048_000 + shift)))
      for (content, trace) in [(Self.photo, StoreTrace.inner), (Self.store, .own)] {
        let source = ByteSource(bytes: head + Self.text("<< >>\nstream\n") + content)
        #expect(try Document(source, path: "a.pdf").trace() == trace, "\(shift)")
      }
    }
  }
}
