import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("What an Office document takes in from outside (T-58)")
struct OfficeShowsTests {
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

  private func codes(_ relationships: String) throws -> [String] {
    var file = ZIPFile.docx()
    file.entries.append(
      .init(
        "word/_rels/document.xml.rels", relationships, deflates: relationships.utf8.count < 10_000))
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    #expect(document.carrier is ZIPCarrier)
    return try document.shown(.quick).map(\.code.name)
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

  /// The namespaces of a part with `body`; every other prefix is refused.
  private static func part(_ body: String) -> String {
    """
    <w:document xmlns:w="\(SmallPackage.word)" xmlns:x="\(SmallPackage.word)" xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\(body)</w:document>
    """
  }

  private func fieldCodes(_ body: String, quick: Bool = true) throws -> [String] {
    try codes(of: OfficeShowsTests.part(body), quick: quick)
  }

  private func codes(of content: String, quick: Bool = true) throws -> [String] {
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    var file = ZIPFile.docx(
      types: ZIPFile.contentTypes(
        more: "<Override PartName=\"/a/b.xml\" ContentType=\"\(type)\"/>"))
    file.entries.append(.init("a/b.xml", content, deflates: content.utf8.count < 10_000))
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    return try document.shown(quick ? .quick : .whole).map(\.code.name)
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
  }

  @Test("a date of OpenDocument is noted unless it is fixed, and so are its sources outside")
  func openDocument() throws {
    for (body, isNoted) in [
      ("<text:date text:fixed=\"true\">1</text:date>", false), ("<text:date>1</text:date>", true),
      ("<text:time/>", true), ("<text:date-value/>", true), ("<text:section-source/>", true),
    ] {
      let document = try Document(
        ByteSource(bytes: SmallPackage.open(body)), path: "release.odt")
      #expect(
        try document.shown(.quick).map(\.code.name) == (isNoted ? ["ZIP-FIELDS"] : []), "\(body)")
    }
  }

  @Test("more text than is searched is said, and a part that two programs read differently")
  func large() throws {
    let body = String(repeating: " ", count: ShowLimits.parts(.quick) + 1)
    #expect(try fieldCodes(body) == ["ZIP-FIELDS-UNREAD"])
    #expect(try fieldCodes(body, quick: false) == [])
    for content in [
      "<a", "<b:a/>", "<a></b>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "<a>&b;</a>",
    ] {
      #expect(try codes(of: content) == ["ZIP-FIELDS-UNREAD"], "\(content)")
    }
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
    let inner = Self.field(["TOC ", Self.field(pieces), " "])
    #expect(try fieldCodes(inner) == (isNoted ? ["ZIP-FIELDS"] : []))
    #expect(try fieldCodes(Self.field(["IF ", Self.field(pieces), " = 1"])) == ["ZIP-FIELDS"])
  }

  @Test("fields in fields are followed to a depth, and beyond it said")
  func deep() throws {
    let mark = "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText>"
    func nested(_ count: Int) -> String { String(repeating: mark, count: count) }
    #expect(try fieldCodes(nested(OfficeFields.maximumDepth)) == [])
    #expect(
      try fieldCodes(nested(OfficeFields.maximumDepth + 1)) == ["ZIP-ALTERNATES", "ZIP-FIELDS"])
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
      ("<w:vanish/>", true), ("<w:vanish w:val=\"1\"/>", true), ("<x:specVanish />", true),
      ("<w:vanish w:val=\"0\"/>", false), ("<w:vanish w:val='false'/>", false),
      ("<w:vanishing/>", false), ("<w:webHidden/>", false), ("<w:color w:val=\"FFFFFF\"/>", true),
      ("<w:color w:val=\"FEFEFE\"/>", true), ("<w:color w:val=\"000000\"/>", false),
      ("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"000080\"/>", false),
      ("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>", false),
      ("<w:sz w:val=\"2\"/>", true), ("<w:sz w:val=\"16\"/>", false), ("<w:w w:val=\"1\"/>", true),
    ])
  func hidden(properties: String, isNoted: Bool) throws {
    let empty = "<w:p><w:r><w:rPr>\(properties)</w:rPr><w:t> </w:t></w:r></w:p>"
    #expect(try fieldCodes(empty) == [])
    let body = "<w:p><w:r><w:rPr>\(properties)</w:rPr><w:t>a</w:t></w:r></w:p>"
    #expect(try fieldCodes(body) == (isNoted ? ["ZIP-HIDDEN"] : []))
  }

  @Test("text in UTF-16 is read too")
  func wide() throws {
    let text = Self.part(
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>" + Self.field(["DA", "TE"]))
    let units: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let bytes = [0xFF, 0xFE] + units
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    var file = ZIPFile.docx(
      types: ZIPFile.contentTypes(
        more: "<Override PartName=\"/a.xml\" ContentType=\"\(type)\"/>"))
    file.entries.append(.init("a.xml", "", deflates: false).with { $0.content = bytes })
    let document = try Document(ByteSource(bytes: file.built().bytes), path: "release.docx")
    #expect(try document.shown(.quick).map(\.code.name) == ["ZIP-FIELDS", "ZIP-HIDDEN"])
  }

  private func shown(_ bytes: [UInt8], _ name: FilePath) throws -> [String] {
    let document = try Document(ByteSource(bytes: bytes), path: name)
    #expect(document.carrier is ZIPCarrier)
    return try document.shown(.whole).map(\.code.name)
  }

  @Test(
    "hidden sheets, rows, columns and cells are noted, where they hold something",
    arguments: [
      ("", "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", true),
      ("", "<row r=\"1\" hidden=\"1\"/>", false),
      ("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", false),
      ("<col min=\"2\" max=\"16384\" hidden=\"1\"/>", "<row><c r=\"A1\"><v>1</v></c></row>", false),
      ("<col min=\"2\" max=\"3\" hidden=\"true\"/>", "<row><c r=\"C1\"><v>1</v></c></row>", true),
      ("<col min=\"1\" max=\"1\" width=\"0\"/>", "<row><c><v>1</v></c></row>", true),
      ("", "<row><c s=\"1\"><v>1</v></c></row>", true),
      ("", "<row><c s=\"2\"><v>1</v></c></row>", true),
      ("", "<row><c s=\"3\"><v>1</v></c></row>", false),
    ])
  func rows(columns: String, rows: String, isNoted: Bool) throws {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>\
      <fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font></fonts>\
      <fills><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="solid"/></fill></fills>\
      <cellXfs><xf fontId="0" fillId="0"/><xf numFmtId="170"/><xf fontId="1" fillId="0"/>\
      <xf fontId="1" fillId="1"/></cellXfs>
      """
    let sheet = "<cols>\(columns)</cols><sheetData>\(rows)</sheetData>"
    let bytes = SmallPackage.workbook(sheet: sheet, styles: styles)
    #expect(try shown(bytes, "a.xlsx") == (isNoted ? ["ZIP-HIDDEN"] : []))
  }

  @Test(
    "formulas that ask elsewhere, change, or have another result than is stored are noted",
    arguments: [
      ("<f>WEBSERVICE(\"http://a/\")</f><v>1</v>", ["ZIP-EXTERNAL"]),
      ("<f>[1]Sheet1!A1</f><v>1</v>", ["ZIP-EXTERNAL"]),
      ("<f>cmd|'/c a'!A0</f><v>1</v>", ["ZIP-EXTERNAL"]),
      ("<f>TODAY()</f><v>1</v>", ["ZIP-FIELDS"]),
      ("<f>HYPERLINK(\"http://a/\",\"b\")</f><v>b</v>", ["ZIP-FORMULA"]),
      ("<f>2*(3+4)</f><v>14</v>", []), ("<f>2*(3+4)</f><v>15</v>", ["ZIP-FORMULA"]),
      ("<f>1+1</f>", ["ZIP-FORMULA"]), ("<f>\"approved\"</f><v>1</v>", ["ZIP-FORMULA"]),
      ("<f>SUM(B1:B9)</f><v>0</v>", []),
      ("<f>\"TODAY()\"&amp;B1</f><v>9</v>", ["ZIP-FORMULA"]),
    ])
  func formulas(cell: String, codes: [String]) throws {
    let sheet = "<sheetData><row><c r=\"A1\">\(cell)</c></row></sheetData>"
    #expect(try shown(SmallPackage.workbook(sheet: sheet), "a.xlsx") == codes)
  }

  @Test("hidden slides and shapes are noted, and text of which nothing is drawn")
  func slides() throws {
    func text(_ properties: String) -> String {
      "<a:p><a:r>\(properties)<a:t>b</a:t></a:r></a:p>"
    }
    for (attributes, body, isNoted) in [
      ("show=\"0\"", "", true), ("show=\"false\"", "", true),
      ("show=\"1\"", "<p:t show=\"0\"/>", false),
      ("", "<p:cNvPr id=\"1\" hidden=\"1\"/>", true),
      ("", text("<a:rPr><a:noFill/></a:rPr>"), true),
      ("", text("<a:rPr><a:ln><a:noFill/></a:ln></a:rPr>"), false),
      ("", text("<a:rPr sz=\"100\"/>"), true), ("", text("<a:rPr sz=\"1200\"/>"), false),
    ] {
      let bytes = SmallPackage.presentation(slide: attributes, body)
      #expect(
        try shown(bytes, "a.pptx") == (isNoted ? ["ZIP-HIDDEN"] : []), "\(attributes) \(body)")
    }
  }

  @Test("a date in a placeholder of a master or a layout is shown nowhere; any other is")
  func masters() throws {
    func shape(_ mark: String) -> String {
      "<p:sp><p:nvSpPr><p:nvPr>\(mark)</p:nvPr></p:nvSpPr><p:txBody><a:p><a:fld type=\"datetimeFigureOut\">"
        + "<a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"
    }
    let place = "<p:ph type=\"dt\"/>"
    for (root, body, isNoted) in [
      ("sldLayout", shape(place), false), ("sldMaster", shape(place), false),
      ("notesMaster", shape(place), false), ("handoutMaster", shape(place), true),
      ("sldLayout", shape(""), true), ("sldLayout", shape(place) + shape(""), true),
    ] {
      let bytes = SmallPackage.presentation(layout: (root, body))
      #expect(try shown(bytes, "a.pptx") == (isNoted ? ["ZIP-FIELDS"] : []), "\(root) \(body)")
    }
    #expect(try shown(SmallPackage.presentation(shape(place)), "a.pptx") == ["ZIP-FIELDS"])
  }

  @Test("what runs or leads outside by a click, and what effects do to a slide")
  func effects() throws {
    func timing(_ inside: String) -> String { "<p:timing><p:tnLst>\(inside)</p:tnLst></p:timing>" }
    for (body, codes) in [
      (timing("<p:cTn nodeType=\"tmRoot\"/>"), []),
      (timing("<p:cTn presetClass=\"entr\"/><p:set/>"), ["ZIP-ALTERNATES"]),
      (timing("<p:cTn presetClass=\"exit\"/><p:set/>"), ["ZIP-ALTERNATES", "ZIP-HIDDEN"]),
      ("<a:hlinkClick action=\"ppaction://program\"/>", ["ZIP-EXTERNAL", "ZIP-MACROS"]),
      ("<a:hlinkClick action=\"ppaction://macro?name=a\"/>", ["ZIP-MACROS"]),
      ("<a:hlinkClick action=\"ppaction://hlinksldjump\"/>", []),
      ("<a:bodyPr><a:normAutofit fontScale=\"1000\"/></a:bodyPr>", ["ZIP-HIDDEN"]),
      ("<a:bodyPr><a:normAutofit fontScale=\"62500\"/></a:bodyPr>", []),
    ] {
      #expect(try shown(SmallPackage.presentation(body), "a.pptx") == codes, "\(body)")
    }
  }

  @Test("a style hides what is written in it, and one that nobody uses hides nothing")
  func styles() throws {
    let styles = """
      <w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>\
      <w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>
      """
    for (name, isNoted) in [("H", true), ("I", true), ("J", false)] {
      let body = "<w:p><w:r><w:rPr><w:rStyle w:val=\"\(name)\"/></w:rPr><w:t>a</w:t></w:r></w:p>"
      let bytes = SmallPackage.document(body, styles: styles)
      #expect(try shown(bytes, "a.docx") == (isNoted ? ["ZIP-HIDDEN"] : []), "\(name)")
    }
  }

  @Test("hidden text, white text and tracked changes of OpenDocument are noted")
  func hiddenOpen() throws {
    func style(_ properties: String) -> String {
      "<style:style style:name=\"S\" style:family=\"text\"><style:text-properties \(properties)/></style:style>"
    }
    let body = "<text:p><text:span text:style-name=\"S\">a</text:span></text:p>"
    for (automatic, body, codes) in [
      (style("text:display=\"none\""), body, ["ZIP-HIDDEN"]),
      (style("fo:color=\"#ffffff\""), body, ["ZIP-HIDDEN"]),
      (style("fo:color=\"#ffffff\" fo:background-color=\"#000080\""), body, []),
      (style("fo:color=\"#000000\""), body, []),
      ("", "<text:tracked-changes/>", ["ZIP-REVISIONS"]),
      ("", "<table:table table:display=\"false\"/>", ["ZIP-HIDDEN"]),
      ("", "<table:table-row table:visibility=\"collapse\"/>", ["ZIP-HIDDEN"]),
      ("", "<text:a xlink:href=\"http://a/\">b</text:a>", []),
    ] {
      let bytes = SmallPackage.open(body, automatic: automatic)
      #expect(try shown(bytes, "a.odt") == codes, "\(automatic) \(body)")
    }
  }
}
