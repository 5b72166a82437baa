import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("What makes a PDF show or do more than its pages say (T-44, T-50)")
struct PDFRiskTests {
  /// A document of one page whose catalog and further objects are given.
  private func document(catalog: String = "", objects: [String] = []) throws -> Document {
    var changes = [1: "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"]
    for (index, object) in objects.enumerated() { changes[index + 4] = object }
    let sample = PDFSample(changes)
    let document = try Document(ByteSource(bytes: sample.bytes), path: "a.pdf")
    #expect(document.carrier is PDFCarrier)
    return document
  }

  @Test(
    "what the catalog says is noted whenever the document is read",
    arguments: [
      ("/OCProperties << /OCGs [] /D << >> >>", "PDF-OCG"),
      ("/AcroForm << /Fields [] /XFA [] >>", "PDF-XFA"),
      ("/OpenAction << /S /JavaScript /JS (a) >>", "PDF-JS"),
      ("/OpenAction << /S /Launch /F (a) >>", "PDF-LAUNCH"),
      ("/OpenAction << /S /URI /URI (http://a/) >>", "PDF-EXTERNAL"),
      ("/Names << /JavaScript << /Names [] >> >>", "PDF-JS"),
      ("/AA << /WC << /S /JavaScript /JS (a) >> >>", "PDF-JS"),
    ])
  func catalog(entry: String, code: String) throws {
    let document = try document(catalog: entry)
    #expect(document.notes.map(\.code.name) == [code])
    #expect(try document.carrier?.risks().map(\.code.name) == [code])
  }

  @Test(
    "what stands anywhere else is found when it is looked for",
    arguments: [
      ("<< /S /JavaScript /JS (a) >>", "PDF-JS"),
      ("[ << /A << /S /Launch /F (a) >> >> ]", "PDF-LAUNCH"),
      ("<< /S /SubmitForm /F (http://a/) >>", "PDF-EXTERNAL"),
      ("<< /S /ImportData /F (a) >>", "PDF-EXTERNAL"),
      ("<< /Length 0 /F (other.bin) >>\nstream\n\nendstream", "PDF-EXTERNAL"),
      ("<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /F 2 >>", "PDF-HIDDEN-OBJ"),
      ("<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /F 32 >>", "PDF-HIDDEN-OBJ"),
    ])
  func objects(object: String, code: String) throws {
    let document = try document(objects: [object])
    #expect(document.notes.isEmpty)
    #expect(try document.carrier?.risks().map(\.code.name) == [code])
  }

  @Test(
    "what every document may hold is no risk",
    arguments: [
      "<< /S /URI /URI (http://a/) >>", "<< /S /GoTo /D [3 0 R /Fit] >>",
      "<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 2 >>",
      "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /F 4 >>",
      "<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream",
      "<< /Type /Filespec /F (a.txt) /EF << /F 4 0 R >> >>",
    ])
  func silent(object: String) throws {
    #expect(try document(objects: [object]).carrier?.risks().isEmpty == true)
  }

  @Test("an object that cannot be read is said")
  func unread() throws {
    let document = try document(objects: ["<< /Type /Broken /A (never closed >>"])
    #expect(try document.carrier?.risks().map(\.code.name) == ["PDF-RISKS-UNREAD"])
  }
}
