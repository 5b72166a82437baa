import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

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
    return document.notes.map(\.code.name)
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
    return document.notes.map(\.code.name)
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
      #expect(document.notes.map(\.code.name) == (isNoted ? ["ZIP-FIELDS"] : []), "\(body)")
    }
  }

  @Test("more text than is searched is said")
  func large() throws {
    let body = String(repeating: " ", count: ZIPLimits.maximumFieldsSize + 1)
    #expect(try fieldCodes(body) == ["ZIP-FIELDS-UNREAD"])
  }

  private static func field(_ pieces: [String]) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + pieces.map { "<w:r><w:instrText xml:space=\"preserve\">\($0)</w:instrText></w:r>" }.joined()
      + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:t>1</w:t>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  @Test(
    "a field code that is cut over several runs is put together",
    arguments: [
      ([" DA", "TE \\@ x"], true), (["IN", "CLUDE", "TEXT a"], true), (["D", "DE x"], true),
      ([" PA", "GE "], false), (["HYPER", "LINK DATE"], false),
    ])
  func split(pieces: [String], isNoted: Bool) throws {
    #expect(try fieldCodes(Self.field(pieces)) == (isNoted ? ["ZIP-FIELDS"] : []))
    let inner = Self.field(["IF ", Self.field(pieces), " = 1"])
    #expect(try fieldCodes(inner) == (isNoted ? ["ZIP-FIELDS"] : []))
  }

  @Test("fields in fields are followed to a depth, and beyond it said")
  func deep() throws {
    let mark = "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>A</w:instrText>"
    func nested(_ count: Int) -> String { String(repeating: mark, count: count) }
    #expect(try fieldCodes(nested(OfficeContent.maximumDepth)) == [])
    #expect(
      try fieldCodes(nested(OfficeContent.maximumDepth + 1)) == ["ZIP-ALTERNATES", "ZIP-FIELDS"])
  }

  private static func alternatives(_ branches: String...) -> String {
    "<mc:AlternateContent>" + branches.joined() + "</mc:AlternateContent>"
  }

  private static func choice(_ text: String) -> String {
    "<mc:Choice Requires=\"wps\"><w:p><w:t>\(text)</w:t></w:p></mc:Choice>"
  }

  private static func fallback(_ text: String) -> String {
    "<mc:Fallback><v:p><w:t xml:space=\"preserve\">\(text)</w:t></v:p></mc:Fallback>"
  }

  @Test(
    "alternatives of which not every program shows the same text are noted",
    arguments: [
      (alternatives(choice("a b"), fallback("a b")), false),
      (alternatives(choice("a"), fallback("a </w:t><w:t> ")), false),
      (alternatives(choice(""), fallback("")), false),
      (alternatives(choice("approved"), fallback("refused")), true),
      (alternatives(choice("a"), choice("b"), fallback("a")), true),
      (alternatives(choice("a")), true),
      (alternatives(choice("a" + alternatives(choice("x"), fallback("y"))), fallback("a")), true),
      (
        alternatives(
          choice("a</w:t>" + alternatives(choice("x"), fallback("x")) + "<w:t>b"), fallback("axb")),
        false
      ),
      (
        alternatives(
          choice("a</w:t>" + alternatives(choice("x"), fallback("x")) + "<w:t>b"), fallback("ab")),
        true
      ),
      (alternatives(choice("<![CDATA[a]]>"), fallback("a")), false),
      ("<!-- \(alternatives(choice("a"), fallback("b"))) -->", false),
    ])
  func alternates(body: String, isNoted: Bool) throws {
    #expect(try fieldCodes(body) == (isNoted ? ["ZIP-ALTERNATES"] : []))
  }

  @Test(
    "hidden text is noted unless it is switched off",
    arguments: [
      ("<w:rPr><w:vanish/></w:rPr>", true), ("<w:vanish w:val=\"1\"/>", true),
      ("<x:specVanish />", true), ("<w:vanish w:val=\"0\"/>", false),
      ("<w:vanish w:val='false'/>", false), ("<w:vanishing/>", false), ("<w:webHidden/>", false),
      ("<w:t>:vanish</w:t>", false),
    ])
  func hidden(body: String, isNoted: Bool) throws {
    #expect(try fieldCodes(body) == (isNoted ? ["ZIP-HIDDEN"] : []))
  }

  @Test("text in UTF-16 is read too")
  func wide() throws {
    let text = "<w:rPr><w:vanish/></w:rPr>" + Self.field(["DA", "TE"])
    let units: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let bytes = [0xFF, 0xFE] + units
    var file = ZIPFile.docx()
    file.entries.append(.init("word/header1.xml", "", deflates: false).with { $0.content = bytes })
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    #expect(document.notes.map(\.code.name) == ["ZIP-FIELDS", "ZIP-HIDDEN"])
  }

  private func office(_ type: String, _ name: String, _ body: String) throws -> [String] {
    var file = ZIPFile.docx(
      types: ZIPFile.contentTypes(
        main: "application/vnd.openxmlformats-officedocument.\(type).main+xml"))
    file.entries.append(.init(name, body, deflates: true))
    let path = FilePath("a." + (type.hasPrefix("spread") ? "xlsx" : "pptx"))
    let document = try Document(ByteSource(bytes: file.built().bytes), path: path)
    #expect(document.carrier is ZIPCarrier)
    return document.notes.map(\.code.name)
  }

  @Test(
    "hidden sheets and slides are noted",
    arguments: [
      ("spreadsheetml.sheet", "xl/workbook.xml", "<sheet name=\"a\" state=\"hidden\"/>", true),
      ("spreadsheetml.sheet", "xl/workbook.xml", "<sheet state='veryHidden'/>", true),
      ("spreadsheetml.sheet", "xl/workbook.xml", "<sheet state=\"visible\"/>", false),
      ("presentationml.presentation", "ppt/slides/slide1.xml", "<p:sld show=\"0\"/>", true),
      (
        "presentationml.presentation", "ppt/slides/slide1.xml",
        "<p:sld xmlns:p='a' ><p:t show=\"0\"/></p:sld>", false
      ),
      (
        "presentationml.presentation", "ppt/slides/slide1.xml",
        "<p:sld ><p:cNvPr id=\"1\" hidden=\"1\"/></p:sld>", true
      ),
    ])
  func parts(type: String, name: String, body: String, isNoted: Bool) throws {
    #expect(try office(type, name, body) == (isNoted ? ["ZIP-HIDDEN"] : []))
  }
}
