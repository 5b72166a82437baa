import Bytes
import TestSupport
import Testing

@testable import Documents

@Suite("What an Office document takes in from outside (T-58)")
struct OfficeRisksTests {
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

  private func codes(_ relationships: String) throws -> [String] {
    var file = ZIPFile.docx()
    file.entries.append(
      .init(
        "word/_rels/document.xml.rels", relationships, deflates: relationships.utf8.count < 10_000))
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    #expect(document.carrier is ZIPCarrier)
    return document.notes.map(\.code)
  }

  private func list(_ type: String, _ more: String = "") -> String {
    """
    <?xml version="1.0"?><Relationships \
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="a" Type="\(type)" Target="http://example.org/a"\(more)/></Relationships>
    """
  }

  @Test("a remote template or picture, a chunk of another format and macros are each noted")
  func notes() throws {
    let external = " TargetMode=\"External\""
    #expect(try codes(list(Self.types + "attachedTemplate", external)) == ["ZIP-EXTERNAL"])
    #expect(try codes(list(Self.strict + "image", external)) == ["ZIP-EXTERNAL"])
    #expect(try codes(list("http://example.org/unknown", external)) == ["ZIP-EXTERNAL"])
    #expect(try codes(list(Self.types + "aFChunk")) == ["ZIP-CHUNK"])
    let macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    #expect(try codes(list(macros)) == ["ZIP-MACROS"])
  }

  @Test("links that a reader follows by hand, and parts inside, are nothing to note")
  func silent() throws {
    #expect(try codes(list(Self.types + "hyperlink", " TargetMode=\"External\"")) == [])
    #expect(try codes(list(Self.types + "image")) == [])
  }

  @Test("a list that cannot be looked at is said, and so is one larger than is looked at")
  func unread() throws {
    #expect(try codes("<Relationships><Relationship") == ["ZIP-RELATIONSHIPS"])
    #expect(try codes("<!DOCTYPE a []><Relationships/>") == ["ZIP-RELATIONSHIPS"])
    let large = String(repeating: " ", count: ZIPLimits.maximumRelationshipsSize)
    #expect(try codes(list(Self.types + "image") + large) == ["ZIP-RELATIONSHIPS"])
  }

  private func fieldCodes(_ body: String, in name: String = "word/header1.xml") throws -> [String] {
    var file = ZIPFile.docx()
    file.entries.append(.init(name, body, deflates: body.utf8.count < 10_000))
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    return document.notes.map(\.code)
  }

  @Test(
    "a field whose result is not in the file is noted (T-59)",
    arguments: [
      ("<w:instrText> DATE \\@ \"d\" </w:instrText>", true),
      ("<w:instrText xml:space=\"preserve\">DDEAUTO excel x</w:instrText>", true),
      ("<w:fldSimple w:instr=\" INCLUDETEXT a.docx \"/>", true),
      ("<w:instrText> PAGE </w:instrText>", false),
      ("<w:instrText> HYPERLINK \"http://example.org/DATE\" </w:instrText>", false),
      ("<w:t>instrText is a word, DATE another</w:t>", false),
    ])
  func fields(_ body: String, _ isNoted: Bool) throws {
    #expect(try fieldCodes(body) == (isNoted ? ["ZIP-FIELDS"] : []))
    #expect(try fieldCodes(body, in: "word/theme/a.xml") == [])
  }

  @Test("a date of OpenDocument is noted unless it is fixed, and so are its sources outside")
  func openDocument() throws {
    for (body, isNoted) in [
      ("<text:date text:fixed=\"true\">1</text:date>", false), ("<text:date>1</text:date>", true),
      ("<text:time/>", true), ("<text:date-value/>", false), ("<text:section-source/>", true),
    ] {
      let file = ZIPFile.package(
        "application/vnd.oasis.opendocument.text", [.init("styles.xml", body)])
      let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.odt")
      #expect(document.notes.map(\.code) == (isNoted ? ["ZIP-FIELDS"] : []), "\(body)")
    }
  }

  @Test("more text than is searched is said")
  func large() throws {
    let body = String(repeating: " ", count: ZIPLimits.maximumFieldsSize + 1)
    #expect(try fieldCodes(body) == ["ZIP-FIELDS-UNREAD"])
  }
}
