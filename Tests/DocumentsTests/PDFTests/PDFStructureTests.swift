import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("The structure of a PDF")
struct PDFStructureTests {
  private static let sound = PDFSample()

  private static func bent(_ change: (inout PDFSample) -> Void) -> [UInt8] {
    var sample = PDFSample()
    change(&sample)
    return sample.bytes
  }

  /// A file that says where its second `xref` stands, with text of that section to bend.
  private static func update(_ section: String) -> [UInt8] {
    bent { sample in
      let start = sample.bytes.count
      sample.write(section)
      sample.write("startxref\n\(start)\n%%EOF\n")
    }
  }

  private static let faults: [PDFCase] = [
    PDFCase("no header", "PDF-HEADER", Array("hello, world".utf8)),
    PDFCase("empty", "PDF-HEADER", []),
    PDFCase("a header without a version", "PDF-HEADER", PDFSample(header: "%PDF-x.y\n").bytes),
    PDFCase("no %%EOF", "PDF-TRUNCATED", Array(sound.bytes.dropLast(6))),
    PDFCase("a changed %%EOF", "PDF-TRAILING", Array(sound.bytes.dropLast(3)) + Array("NF\n".utf8)),
    PDFCase("a revision cut off", "PDF-TRUNCATED", sound.bytes + Array("\n7 0 obj\n<< /A".utf8)),
    PDFCase("a table cut off", "PDF-TRUNCATED", sound.bytes + Array("xref\n0 1\n00".utf8)),
    PDFCase("text after %%EOF", "PDF-TRAILING", sound.bytes + Array("x".utf8)),
    PDFCase("another file after %%EOF", "PDF-TRAILING", sound.bytes + Array("PK\u{3}\u{4}".utf8)),
    PDFCase("no startxref", "PDF-STARTXREF", sound.replacing("startxref", with: "startxrex")),
    PDFCase(
      "a blank before the offset that few readers know", "PDF-STARTXREF",
      sound.replacing("startxref\n", with: "startxref\u{0}")),
    PDFCase("two numbers", "PDF-STARTXREF", sound.replacing("\n%%EOF", with: "\n7\n%%EOF")),
    PDFCase(
      "startxref into nothing", "PDF-STARTXREF",
      sound.replacing("startxref\n", with: "startxref\n9")
    ),
    PDFCase(
      "startxref to an object", "PDF-STARTXREF",
      sound.replacing("startxref\n\(sound.section ?? 0)", with: "startxref\n9")
    ),
    PDFCase(
      "a wrong offset", "PDF-XREF",
      sound.replacing("0000000009 00000 n", with: "0000000010 00000 n")),
    PDFCase(
      "a wrong generation", "PDF-XREF",
      sound.replacing("0000000009 00000 n", with: "0000000009 00001 n")
    ),
    PDFCase("no trailer", "PDF-XREF", sound.replacing("trailer", with: "trailex")),
    PDFCase("a trailer without a catalog", "PDF-CATALOG", sound.replacing("/Root", with: "/Toor")),
    PDFCase("a catalog that is none", "PDF-CATALOG", sound.replacing("/Catalog", with: "/Catalxg")),
    PDFCase(
      "a key twice in the trailer", "PDF-XREF",
      PDFSample(trailer: "/Size 4").bytes
    ),
    PDFCase(
      "one number twice in one section", "PDF-AMBIGUOUS",
      update(
        "xref\n1 1\n0000000009 00000 n \n1 1\n0000000058 00000 n \ntrailer\n"
          + "<< /Root 1 0 R /Size 4 /Prev \(sound.section ?? 0) >>\n")
    ),
    PDFCase(
      "a section that is its own predecessor", "PDF-XREF",
      update("xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 4 /Prev \(sound.bytes.count) >>\n")
    ),
    PDFCase(
      "a table longer than the file", "PDF-XREF",
      update("xref\n0 999\ntrailer\n<< /Root 1 0 R /Size 4 >>\n")
    ),
    PDFCase(
      "an object number that is too high", "PDF-XREF",
      update("xref\n9999999 1\n0000000009 00000 n \ntrailer\n<< /Root 1 0 R /Size 4 >>\n")
    ),
    PDFCase(
      "an update that gives up the encryption", "PDF-AMBIGUOUS",
      {
        var sample = PDFSample(trailer: "/Encrypt << /Filter /Other >>")
        sample.append([:])
        return sample.bytes
      }()
    ),
  ]

  @Test("is refused where two readers could disagree", arguments: faults)
  func isRefused(file: PDFCase) {
    #expect(pdfFault(file.bytes) == file.code)
  }

  private static let accepted: [PDFCase] = [
    PDFCase("white space after %%EOF", sound.bytes + [0, 9, 10, 12, 13, 32]),
    PDFCase("no line end after %%EOF", Array(sound.bytes.dropLast())),
    PDFCase("carriage returns", sound.replacing("\n%%EOF\n", with: "\r%%EOF\r\n")),
    PDFCase(
      "an object that is missing from the table",
      PDFSample([1: "<< /Type /Catalog /Pages 2 0 R /Outlines 77 0 R >>"]).bytes
    ),
    PDFCase(
      "one number twice in one section, saying the same",
      update(
        "xref\n1 1\n0000000009 00000 n \n1 1\n0000000009 00000 n \ntrailer\n"
          + "<< /Root 1 0 R /Size 4 /Prev \(sound.section ?? 0) >>\n")
    ),
    PDFCase(
      "an update in the other form", bent { $0.append([3: "<< /Type /Page >>"], form: .stream) }),
  ]

  @Test("is read, however it is written", arguments: accepted)
  func isRead(file: PDFCase) throws {
    let output = try PDFCarrier(file.bytes).embedding(dummyStore(20))
    #expect(try PDFCarrier(output).locate().store?.bytes == dummyStore(20))
  }

  @Test("may begin after other bytes, and then has a sidecar")
  func headerOffset() throws {
    let bytes = Array("junk\n".utf8) + PDFSample().bytes
    let carrier = try PDFCarrier(bytes)
    #expect(carrier.document.headerOffset == 5)
    #expect(try carrier.locate().isNone)
    #expect(refusal(of: carrier, insisting: true)?.code.name == "PDF-HEADER-OFFSET")
    let signed = Array("junk\n".utf8) + (try PDFCarrier(PDFSample().bytes).embedding(dummyStore(9)))
    #expect(try PDFCarrier(signed).locate().note?.code.name == "PDF-HEADER-OFFSET")
  }

  @Test("may be a hybrid, whose stream only fills what the table leaves free")
  func hybrid() throws {
    func file(tableEntry: String) -> [UInt8] {
      Self.bent { sample in
        let object = sample.bytes.count
        sample.write("4 0 obj\n(hidden)\nendobj\n")
        let stream = sample.bytes.count
        let row = "01" + Hex.encode([UInt8(object >> 8), UInt8(object & 0xFF)]) + "00"
        sample.write(
          "5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Index [4 1] /Length 4 >>\nstream\n")
        for byte in Hex.decode(row) ?? [] { sample.write(byte) }
        sample.write("\nendstream\nendobj\n")
        let section = sample.bytes.count
        sample.write("xref\n4 2\n\(tableEntry)\n\(PDFSample.padded(stream)) 00000 n \n")
        sample.write("trailer\n<< /Root 1 0 R /Size 6 /Prev \(sample.section ?? 0) ")
        sample.write("/XRefStm \(stream) >>\nstartxref\n\(section)\n%%EOF\n")
      }
    }
    let sound = try PDFCarrier(file(tableEntry: "0000000000 65535 f "))
    var resolver = sound.document.resolver()
    let hidden = try resolver.object(PDFReference(number: 4, generation: 0))
    #expect(hidden?.value.object.string == Array("hidden".utf8))
    #expect(pdfFault(file(tableEntry: "0000000009 00000 n ")) == "PDF-AMBIGUOUS")
  }

  @Test("finds its objects in object streams")
  func objectStreams() throws {
    let base = PDFObjectStreamSample(changes: [:])
    let carrier = try PDFCarrier(base.bytes)
    let output = try carrier.embedding(dummyStore(33))
    let again = try PDFCarrier(output)
    #expect(try again.locate().store?.bytes == dummyStore(33))
    #expect(again.document.chain.sections[0].entry(1)?.offset != nil)
    #expect(pdfFault(PDFObjectStreamSample(changes: ["1 0 2 ": "2 0 1 "]).bytes) == "PDF-XREF")
    #expect(pdfFault(PDFObjectStreamSample(changes: ["1 0 2 ": "1 0 1 "]).bytes) == "PDF-AMBIGUOUS")
  }
}
