import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("What makes a PDF show or do more than its pages say (T-44, T-50)")
struct PDFShowsTests {
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
    #expect(try document.shown(.quick).map(\.code.name) == [code])
    #expect(try document.shown(.whole).map(\.code.name) == [code])
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
    #expect(try document.shown(.quick).isEmpty)
    #expect(try document.shown(.whole).map(\.code.name) == [code])
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
    #expect(try document(objects: [object]).shown(.whole).isEmpty)
  }

  @Test(
    "actions that begin by themselves, media, files and pages of other documents are found",
    arguments: [
      ("<< /AA << /O << /S /GoToR /F (b.pdf) >> >> >>", "PDF-EXTERNAL"),
      ("<< /AA << /U [<< /S /Named /N /Print >>] >> >>", "PDF-ACTION"),
      (
        "<< /AA << /O << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (a) >> >> >> >>",
        "PDF-EXTERNAL"
      ),
      ("<< /S /Hide /T (a) >>", "PDF-ACTION"), ("<< /S /SetOCGState /State [] >>", "PDF-ACTION"),
      ("<< /S /Rendition /R 9 0 R >>", "PDF-MEDIA"),
      ("<< /Type /Annot /Subtype /Sound /Rect [0 0 9 9] /F 4 >>", "PDF-MEDIA"),
      ("<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /F 4 >>", "PDF-MEDIA"),
      ("<< /Type /Annot /Subtype /3D /Rect [0 0 9 9] /F 4 >>", "PDF-MEDIA"),
      ("<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /F 4 >>", "PDF-FILES"),
      ("<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /F 256 >>", "PDF-HIDDEN-OBJ"),
      (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /AP << /N 3 0 R >> >>",
        "PDF-ONE-MEDIUM"
      ),
    ])
  func more(object: String, code: String) throws {
    #expect(try document(objects: [object]).shown(.whole).map(\.code.name) == [code])
  }

  @Test("embedded files are found, and a manifest store is none of them")
  func files() throws {
    for (relation, codes) in [("/C2PA_Manifest", []), ("/Data", ["PDF-FILES"])] {
      let document = try document(
        catalog: "/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>",
        objects: ["<< /Type /Filespec /F (a) /AFRelationship \(relation) >>"])
      #expect(try document.shown(.quick).map(\.code.name) == codes)
    }
  }

  @Test("a chain of actions that never ends is said, and ends")
  func chain() throws {
    let document = try document(
      catalog: "/OpenAction 4 0 R",
      objects: ["<< /S /GoTo /D [3 0 R /Fit] /Next [4 0 R 4 0 R] >>"])
    #expect(try document.shown(.quick).map(\.code.name) == ["PDF-RISKS-UNREAD"])
  }

  @Test("an object that cannot be read is said")
  func unread() throws {
    let document = try document(objects: ["<< /Type /Broken /A (never closed >>"])
    #expect(try document.shown(.whole).map(\.code.name) == ["PDF-RISKS-UNREAD"])
  }
}
