import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

/// Forms that programs in use write, and what becomes of each.
@Suite("PDF as it is met")
struct PDFRealFormsTests {
  private static let sound = PDFSample()

  /// The document with a second section of one revision behind its table, as Acrobat Distiller writes
  /// it: `trailer` stands in the second, and `between` before it.
  private static func twoSections(
    trailer: String = "/Root 1 0 R", between: String = "", number: Int = 0
  ) -> [UInt8] {
    var sample = PDFSample()
    let table = sample.section ?? 0
    let first = PDFSample.replacing("startxref\n\(table)\n%%EOF\n", with: between, in: sample.bytes)
    sample = PDFSample()
    let second = first.count
    let text =
      "xref\n0 0\ntrailer\n<< /Size 4 \(trailer) /Prev \(table) >>\n"
      + "startxref\n\(second + number)\n%%EOF\n"
    return first + Array(text.utf8)
  }

  @Test("two sections of one revision that share a startxref are one revision")
  func joined() throws {
    let base = Self.twoSections()
    let carrier = try PDFCarrier(base)
    #expect(carrier.document.revisions.count == 1 && carrier.document.chain.sections.count == 2)
    var bytes = base
    for round in 1...2 {
      bytes = try PDFCarrier(bytes).embedding(dummyStore(40, round))
      #expect(bytes.starts(with: base))
      #expect(try PDFCarrier(bytes).locate().store?.bytes == dummyStore(40, round))
    }
    #expect(try PDFCarrier(bytes).document.revisions.count == 3)
    let removal = try #require(try PDFCarrier(bytes).removal())
    #expect(try PDFCarrier(bytes).output(of: removal) == base)
    if Tool.qpdf.isInstalled {
      let scratch = Scratch()
      let path = scratch.write(bytes, to: "signed.pdf")
      #expect(Tool.qpdf.run(["--check", path]).status == 0)
    }
  }

  @Test("two sections that do not stand together, or name two catalogs, are not one revision")
  func apart() {
    #expect(pdfFault(Self.twoSections(between: "(text)\n")) == "PDF-STARTXREF")
    #expect(pdfFault(Self.twoSections(trailer: "/Root 2 0 R")) == "PDF-AMBIGUOUS")
    #expect(pdfFault(Self.twoSections(number: -4)) == "PDF-STARTXREF")
  }

  @Test("an update may name another catalog: the newest counts, and earlier stores stay found")
  func catalogs() throws {
    var sample = PDFSample(PDFStoreSample.objects())
    sample.append([6: "<< /Type /Catalog /Pages 2 0 R >>"], root: 6)
    let carrier = try PDFCarrier(sample.bytes)
    var resolver = carrier.document.resolver()
    #expect(try carrier.document.catalog(in: &resolver).home?.number == 6)
    // An update that only drops the entry does not unsign a document, whatever the catalog's number.
    #expect(try carrier.locate().store?.bytes == Array("STORE".utf8))
    sample = PDFSample()
    sample.append([4: "<< /Type /Catalog /Pages 2 0 R >>"], root: 4)
    let output = try PDFCarrier(sample.bytes).embedding(dummyStore(30))
    #expect(try PDFCarrier(output).locate().store?.bytes == dummyStore(30))
  }

  private static func hex(_ text: String) -> String { Hex.encode(Array(text.utf8)) }

  private static let packet =
    "<x xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='B'/>"

  private static func metadata(_ filter: String, _ data: [UInt8]) -> [UInt8] {
    var sample = PDFSample([1: PDFStoreSample.catalog("/Metadata 4 0 R")])
    let object =
      "<< /Type /Metadata /Subtype /XML /Filter \(filter) /Length \(data.count) >>\nstream\n"
    // Every byte of the data is a character of its own here, and UTF-8 has to leave it alone.
    sample.append([4: object + String(decoding: data, as: UTF8.self) + "\nendstream"])
    return sample.bytes
  }

  @Test("metadata is read through the filters for any data")
  func filters() throws {
    let text = Array(Self.packet.utf8)
    let runs = text.flatMap { [0, $0] as [UInt8] }
    for (filter, data) in [
      ("/ASCIIHexDecode", Array((Self.hex(Self.packet) + ">").utf8)),
      ("/ASCIIHexDecode", Array(Self.hex(Self.packet).utf8)),
      ("[/ASCII85Decode]", Self.base85(text)), ("/RunLengthDecode", runs),
      ("[/ASCIIHexDecode /RunLengthDecode]", Array(Hex.encode(runs).utf8)),
    ] {
      let carrier = try PDFCarrier(Self.metadata(filter, data))
      #expect(refusal(of: carrier)?.code.name == "PDF-A-2B", "\(filter)")
      #expect(refusal(of: carrier, insisting: true) == nil, "\(filter)")
    }
    let unknown = try PDFCarrier(Self.metadata("/JBIG2Decode", text))
    let found = try #require(refusal(of: unknown))
    #expect(found.code.name == "PDF-METADATA" && found.remedy == .sidecar)
  }

  private static func base85(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let part = Array(bytes[start...].prefix(4))
      var value = (part + [0, 0, 0])[..<4].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      var group: [UInt8] = []
      for _ in 0..<5 {
        group.insert(UInt8(value % 85) + 33, at: 0)
        value /= 85
      }
      text += group.prefix(part.count + 1)
    }
    return text + Array("~>".utf8)
  }

  @Test("each filter gives its data back, and nothing for what is none of its data")
  func filterForms() {
    #expect(PDFTextFilter.hexadecimal(Array("4 1\n4>".utf8)) == [0x41, 0x40])
    #expect(PDFTextFilter.hexadecimal(Array("4x".utf8)) == nil)
    #expect(PDFTextFilter.hexadecimal(Array("41>42".utf8)) == nil)
    #expect(PDFTextFilter.base85(Array("87cURD]i,\"Ebo80~>".utf8)) == Array("Hello World!".utf8))
    #expect(PDFTextFilter.base85(Array("z~>".utf8)) == [0, 0, 0, 0])
    for bad in ["s8W-\"~>", "!~>", "87cU~", "87cUR~>x", "87z~>"] {
      #expect(PDFTextFilter.base85(Array(bad.utf8)) == nil, "\(bad)")
    }
    #expect(PDFTextFilter.runs([2, 1, 2, 3, 254, 9, 128], limit: 9) == [1, 2, 3, 9, 9, 9])
    #expect(PDFTextFilter.runs([254, 9], limit: 2) == nil)
    #expect(PDFTextFilter.runs([5, 1], limit: 9) == nil)
    // The example of ISO 32000-1 §7.4.4.2.
    let example: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
    #expect(
      PDFLZW.decode(example, changesEarly: true, limit: 99)
        == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    #expect(PDFLZW.decode(example, changesEarly: true, limit: 9) == nil)
    #expect(PDFLZW.decode([0xFF, 0xFF], changesEarly: true, limit: 9) == nil)
  }

  @Test("a blank before the header leads both ways of counting to the same objects")
  func blankBefore() throws {
    let bytes = [0x0A] + PDFSample().bytes
    let carrier = try PDFCarrier(bytes)
    #expect(try carrier.locate().isNone)
    let found = try #require(refusal(of: carrier, insisting: true))
    #expect(found.code.name == "PDF-HEADER-OFFSET" && found.remedy == .sidecar)
    // Two tables, one for each way of counting, stay two documents.
    let other = PDFSample.replacing("[0 0 200 200]", with: "[0 0 100 100]", in: PDFSample().bytes)
    #expect(other.count == PDFSample().bytes.count)
  }

  private static let irregular: [PDFCase] = [
    PDFCase(
      "entries of 19 bytes", PDFRealFormsTests.lineEnds("\n")),
    PDFCase(
      "entries that end in a carriage return", PDFRealFormsTests.lineEnds("\r")),
    PDFCase(
      "a comment before an object's number",
      PDFSample.replacing(
        "0000000009 00000 n", with: "0000000000 00000 n",
        in: sound.bytes)),
    PDFCase(
      "a catalog without a type",
      PDFSample([1: "<< /Pages 2 0 R >>"]).bytes),
    PDFCase("an update that kept the stream of a hybrid file", staleHybrid),
  ]

  /// The sample, whose table has lines of 19 bytes.
  private static func lineEnds(_ end: String) -> [UInt8] {
    var bytes = sound.bytes
    for entry in [" 65535 f", " 00000 n", " 00000 n", " 00000 n"] {
      bytes = PDFSample.replacing(entry + " \n", with: entry + end, in: bytes)
    }
    return bytes
  }

  private static let staleHybrid: [UInt8] = {
    var sample = PDFSample()
    let object = sample.bytes.count
    sample.write("4 0 obj\n(old)\nendobj\n")
    let stream = sample.bytes.count
    sample.write("5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Index [4 1] /Length 4 >>\nstream\n")
    for byte in [1, UInt8(object >> 8), UInt8(object & 0xFF), 0] { sample.write(byte) }
    sample.write("\nendstream\nendobj\n")
    let newer = sample.bytes.count
    sample.write("4 0 obj\n(new)\nendobj\n")
    let section = sample.bytes.count
    sample.write("xref\n4 2\n\(PDFSample.padded(newer)) 00000 n \n")
    sample.write("\(PDFSample.padded(stream)) 00000 n \n")
    sample.write("trailer\n<< /Root 1 0 R /Size 6 /Prev \(sample.section ?? 0) ")
    sample.write("/XRefStm \(stream) >>\nstartxref\n\(section)\n%%EOF\n")
    return sample.bytes
  }()

  @Test("what is common and not by the standard has a sidecar, and no store", arguments: irregular)
  func irregularForms(file: PDFCase) throws {
    let carrier = try PDFCarrier(file.bytes)
    #expect(carrier.document.irregularity != nil)
    #expect(try carrier.locate().isNone)
    let found = try #require(refusal(of: carrier, insisting: true))
    #expect(found.code.name == "PDF-IRREGULAR" && found.remedy == .sidecar)
  }

  @Test("a store in an irregular document is found, with doubts")
  func irregularStore() throws {
    let signed = try PDFCarrier(PDFSample().bytes).embedding(dummyStore(20))
    let bytes = PDFSample.replacing(" 65535 f \n", with: " 65535 f\n\n", in: signed)
    #expect(pdfFault(bytes) == nil)
    let store = try #require(try PDFCarrier(bytes).locate().store)
    #expect(store.bytes == dummyStore(20))
    #expect(store.doubts.map(\.code.name) == ["PDF-AMBIGUOUS"])
  }

  @Test("crypt filters and what they say may be objects of their own")
  func cryptFilters() throws {
    let word = String(repeating: "11", count: 32)
    let sample = PDFSample(
      [
        4: "<< /Filter /Standard /V 4 /R 4 /Length 128 /P 8 0 R /O <\(word)> /U <\(word)> "
          + "/CF 5 0 R /StmF /StdCF /StrF /StdCF >>",
        5: "<< /StdCF 6 0 R >>", 6: "<< /AuthEvent /DocOpen /CFM 7 0 R /Length 16 >>",
        7: "/AESV2", 8: "-4",
      ], trailer: "/Encrypt 4 0 R /ID [<00> <00>]")
    #expect(refusal(of: try PDFCarrier(sample.bytes))?.code.name == "PDF-PASSWORD")
    #expect(pdfFault(sample.replacing("/StdCF 6", with: "/StdXF 6")) == "PDF-ENCRYPTION")
    #expect(pdfFault(sample.replacing("/AESV2", with: "/AESV9")) == "PDF-ENCRYPTION")
  }

  @Test(
    "a document that opens, with crypt filters of their own, has a sidecar",
    .enabled(if: Tool.qpdf.isInstalled))
  func openCryptFilters() throws {
    let scratch = Scratch()
    let path = scratch.write(PDFSample().bytes, to: "plain.pdf")
    _ = Tool.qpdf.run([
      "--object-streams=disable", "--encrypt", "", "owner", "256", "--", path, scratch("e.pdf"),
    ])
    let sound = Tool.contents(of: scratch("e.pdf"))
    let carrier = try PDFCarrier(sound)
    #expect(refusal(of: carrier) == nil)
    let direct = "<< /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >>"
    let indirect = "90 0 R" + String(repeating: " ", count: direct.utf8.count - 6)
    var bytes = PDFSample.replacing(direct, with: indirect, in: sound)
    try #require(bytes != sound)
    let own = PDFReference(number: 90, generation: 0)
    let offsets = [own: bytes.count]
    bytes += Array("90 0 obj\n\(direct)\nendobj\n".utf8)
    let start = bytes.count
    bytes += PDFXRefWriter.table(offsets, size: 91, after: carrier.document.chain.sections[0])
    bytes += Array("startxref\n\(start)\n%%EOF\n".utf8)
    let found = try #require(refusal(of: try PDFCarrier(bytes), insisting: true))
    #expect(found.code.name == "PDF-ENCRYPTED" && found.remedy == .sidecar)
  }
}
