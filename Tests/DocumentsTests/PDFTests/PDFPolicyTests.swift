import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("Where a manifest store may go into a PDF")
struct PDFPolicyTests {
  private typealias Sample = PDFStoreSample

  private func document(xmp: String) -> PDFSample {
    PDFSample([
      1: Sample.catalog("/Metadata 4 0 R"),
      4: "<< /Type /Metadata /Subtype /XML /Length \(xmp.utf8.count) >>\nstream\n\(xmp)\nendstream",
    ])
  }

  private static func attributes(_ part: String, _ level: String) -> String {
    "<x xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" pdfaid:part=\"\(part)\" "
      + "pdfaid:conformance='\(level)'/>"
  }

  @Test(
    "a document that says it is PDF/A has a sidecar where its part allows no embedded file",
    arguments: [
      ("1", "B", "PDF-A-1B"), ("1", "A", "PDF-A-1A"), ("2", "U", "PDF-A-2U"), ("3", "B", nil),
      ("3", "a", nil), ("4", "", "PDF-A-4"), ("4", "E", "PDF-A-4E"), ("4", "F", nil),
      ("4", "f", nil), ("5", "B", "PDF-A"), ("x", "B", "PDF-AB"),
    ] as [(String, String, String?)])
  func parts(part: String, level: String, code: String?) throws {
    let elements =
      "<x xmlns:p='http://www.aiim.org/pdfa/ns/id/'><p:part>\(part)</p:part>"
      + "<p:conformance> \(level) </p:conformance></x>"
    for xmp in [Self.attributes(part, level), elements] {
      let carrier = try PDFCarrier(document(xmp: xmp).bytes)
      let found = refusal(of: carrier)
      #expect(found?.code.name == (part == "x" ? "PDF-A" : code), "\(xmp)")
      #expect(found == nil || found?.remedy == .sidecarOrInsist)
      #expect(refusal(of: carrier, insisting: true) == nil)
    }
  }

  @Test("words about PDF/A that claim nothing change nothing")
  func noClaim() throws {
    for xmp in ["<x>pdfaid:part=\"1\"</x>", "", "<x xmlns:pdf='http://ns.adobe.com/pdf/1.3/'/>"] {
      #expect(refusal(of: try PDFCarrier(document(xmp: xmp).bytes)) == nil)
    }
  }

  @Test("a packet in UTF-16 is read")
  func wideText() {
    let wide: [UInt8] = Self.attributes("2", "B").utf8.flatMap { [0, $0] as [UInt8] }
    #expect(PDFConformance(xmp: wide)?.name == "A-2B")
  }

  private func certified(_ parameters: String) -> PDFSample {
    PDFSample([
      1: Sample.catalog("/Perms << /DocMDP 4 0 R >>"),
      4: "<< /Type /Sig /Reference [5 0 R] /Contents <00> /ByteRange [0 1 2 3] >>",
      5: "<< /TransformMethod /DocMDP /TransformParams << \(parameters) >> >>",
    ])
  }

  @Test(
    "a certified document has a sidecar unless annotations are permitted",
    arguments: [("/P 1", true), ("/P 2", true), ("", true), ("/P (3)", true), ("/P 3", false)])
  func certification(parameters: String, refused: Bool) throws {
    let found = refusal(of: try PDFCarrier(certified(parameters).bytes), insisting: true)
    #expect((found?.code.name == "PDF-CERTIFIED") == refused)
    #expect(found == nil || found?.remedy == .sidecar)
  }

  @Test(
    "in a certified document an annotation without extent refers to the store",
    arguments: ["", "/Annots [6 0 R]", "/Annots 7 0 R"])
  func annotation(entry: String) throws {
    var objects = PDFSample.objects
    objects[3] = "<< /Type /Page /Parent 2 0 R \(entry) >>"
    objects[6] = "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] >>"
    objects[7] = "[6 0 R]"
    var sample = certified("/P 3")
    sample.append(objects.filter { [3, 6, 7].contains($0.key) })
    let document = try PDFCarrier(try PDFCarrier(sample.bytes).embedding(dummyStore(25))).document
    var resolver = document.resolver()
    let catalog = try document.catalog(in: &resolver)
    #expect(catalog["Names"] == nil)
    let page = try #require(try resolver.object(PDFReference(number: 3, generation: 0)))
    let part = page.part(encrypted: false)
    let annotations = try #require(try resolver.resolve(part["Annots"])?.items)
    #expect(annotations.count == (entry.isEmpty ? 1 : 2))
    let own = try #require(try resolver.resolve(annotations.last))
    #expect(own["Subtype"]?.object.name == "FileAttachment")
    #expect(own["FS"]?.object.reference == catalog["AF"]?.items?.last?.object.reference)
    let carrier = try PDFCarrier(try PDFCarrier(sample.bytes).embedding(dummyStore(25)))
    #expect(try carrier.locate().store?.bytes == dummyStore(25))
    #expect(try carrier.output(of: try #require(try carrier.removal())) == sample.bytes)
  }

  @Test("a certified document without a page has a sidecar")
  func noPage() throws {
    var sample = certified("/P 3")
    sample.append([2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
    #expect(refusal(of: try PDFCarrier(sample.bytes))?.code.name == "PDF-PAGES")
  }
}
