import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("What is shown of text of Word, by all that speaks of it (T-58)")
struct WordLookTests {
  private func codes(_ body: String, styles: String? = nil) throws -> [String] {
    let bytes = SmallPackage.document(body, styles: styles)
    let document = try Document(ByteSource(bytes: bytes), path: "a.docx")
    return try document.shown(.whole).map(\.code.name)
  }

  private static func run(_ properties: String, _ text: String = "not") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  private static func defaults(_ properties: String, paragraph: String = "") -> String {
    "<w:docDefaults><w:rPrDefault><w:rPr>\(properties)</w:rPr></w:rPrDefault>"
      + "<w:pPrDefault><w:pPr>\(paragraph)</w:pPr></w:pPrDefault></w:docDefaults>"
  }

  private static func style(
    _ kind: String, _ name: String, _ properties: String, more: String = "", isDefault: Bool = false
  ) -> String {
    "<w:style w:type=\"\(kind)\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(name)\">"
      + "\(more)<w:rPr>\(properties)</w:rPr></w:style>"
  }

  private static let white = "<w:color w:val=\"FFFFFF\"/>"
  private static let black = "<w:color w:val=\"000000\"/>"

  @Test(
    "defaults, default styles and what styles are based on hide text that says nothing itself",
    arguments: [
      (defaults(white), "", true), (defaults(white), black, false),
      (defaults("<w:sz w:val=\"2\"/>"), "", true),
      (defaults("<w:sz w:val=\"2\"/>"), "<w:sz w:val=\"24\"/>", false),
      (defaults("", paragraph: "<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>"), "", true),
      (style("paragraph", "N", "<w:vanish/>", isDefault: true), "", true),
      (style("paragraph", "N", "<w:vanish/>", isDefault: true), "<w:vanish w:val=\"0\"/>", false),
      (style("character", "N", white, isDefault: true), "", true),
      (style("paragraph", "N", "<w:vanish/>"), "", false),
      (
        style("paragraph", "M", white)
          + style("paragraph", "N", "", more: "<w:basedOn w:val=\"M\"/>", isDefault: true), "", true
      ),
      (
        style("paragraph", "M", white)
          + style("paragraph", "N", black, more: "<w:basedOn w:val=\"M\"/>", isDefault: true), "",
        false
      ),
      (defaults("<w:sz w:val=\"22\"/><w:color w:val=\"auto\"/>"), "", false),
    ] as [(String, String, Bool)])
  func inherited(styles: String, run: String, isHidden: Bool) throws {
    let found = try codes("<w:p>\(Self.run(run))</w:p>", styles: styles)
    #expect(found == (isHidden ? ["ZIP-HIDDEN"] : []))
  }

  @Test(
    "colours of the theme, places, distances and heights that nobody sees are noted; usual ones not",
    arguments: [
      ("", "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", true),
      ("", "<w:color w:val=\"7F7F7F\" w:themeColor=\"background1\" w:themeShade=\"7F\"/>", false),
      ("", "<w:color w:val=\"000000\" w:themeColor=\"text1\"/>", false),
      ("", "<w:color w:val=\"FFFFFF\" w:themeColor=\"text1\" w:themeTint=\"05\"/>", true),
      ("", "<w:position w:val=\"-3000\"/>", true), ("", "<w:position w:val=\"-6\"/>", false),
      ("", "<w:spacing w:val=\"-400\"/>", true), ("", "<w:spacing w:val=\"-10\"/>", false),
      ("", "<w:fitText w:val=\"1\"/>", true),
      ("", "<w:color w:val=\"000080\"/><w:shd w:val=\"clear\" w:fill=\"000080\"/>", true),
      ("", "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"white\"/>", true),
      ("", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", false),
      ("<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>", "", true),
      ("<w:spacing w:line=\"1\"/>", "", true),
      ("<w:spacing w:line=\"240\" w:lineRule=\"exact\"/>", "", false),
      ("<w:spacing w:before=\"0\" w:line=\"276\" w:lineRule=\"auto\"/>", "", false),
      ("<w:ind w:left=\"-20000\" w:right=\"20000\"/>", "", true),
      ("<w:ind w:left=\"720\" w:hanging=\"720\"/>", "", false),
      ("<w:ind w:left=\"-284\"/>", "", false),
      ("<w:framePr w:x=\"-9000\" w:y=\"1\"/>", "", true),
      ("<w:shd w:val=\"clear\" w:fill=\"1F497D\"/>", "<w:color w:val=\"FFFFFF\"/>", false),
    ] as [(String, String, Bool)])
  func looks(paragraph: String, run: String, isHidden: Bool) throws {
    let found = try codes("<w:p><w:pPr>\(paragraph)</w:pPr>\(Self.run(run))</w:p>")
    #expect(found == (isHidden ? ["ZIP-HIDDEN"] : []))
  }

  private static func row(_ height: String, _ cell: String) -> String {
    "<w:tbl><w:tr><w:trPr><w:trHeight \(height)/></w:trPr><w:tc>\(cell)</w:tc></w:tr></w:tbl>"
  }

  private static func table(_ properties: String) -> String {
    "<w:tbl><w:tblPr>\(properties)</w:tblPr><w:tr><w:tc><w:p>\(run(""))</w:p></w:tc></w:tr></w:tbl>"
  }

  private static func shape(_ fill: String, behind: Int = 0, wrap: String = "wrapNone") -> String {
    "<w:p><wp:anchor xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
      + "behindDoc=\"\(behind)\"><wp:\(wrap)/><wps:wsp><wps:spPr>\(fill)</wps:spPr></wps:wsp></wp:anchor></w:p>"
  }

  private static let exact = "w:val=\"280\" w:hRule=\"exact\""
  private static let math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""

  @Test(
    "what lies below its row, beside the page or before the text, and what one program leaves out",
    arguments: [
      (row(exact, "<w:p>\(run(""))</w:p>"), []),
      (row(exact, "<w:p>\(run(""))</w:p><w:p>\(run(""))</w:p>"), ["ZIP-HIDDEN"]),
      (row("w:val=\"280\"", "<w:p>\(run(""))</w:p><w:p>\(run(""))</w:p>"), []),
      (row(exact, "<w:p>\(run(""))</w:p><w:p/>"), []),
      (
        row(exact, "<w:tcPr><w:tcW w:w=\"2\" w:type=\"dxa\"/></w:tcPr><w:p>\(run(""))</w:p>"),
        ["ZIP-HIDDEN"]
      ),
      (table("<w:tblInd w:w=\"-20000\" w:type=\"dxa\"/>"), ["ZIP-HIDDEN"]),
      (table("<w:tblInd w:w=\"-115\" w:type=\"dxa\"/>"), []),
      (table("<w:tblpPr w:tblpX=\"20001\" w:tblpY=\"100\"/>"), ["ZIP-HIDDEN"]),
      (table("<w:tblpPr w:tblpX=\"1000\" w:tblpY=\"100\"/>"), []),
      (
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"14000\"/></w:tabs></w:pPr>\(run(""))</w:p>"
          + "<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr>", ["ZIP-HIDDEN"]
      ),
      (
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9350\"/></w:tabs></w:pPr>\(run(""))</w:p>"
          + "<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr>", []
      ),
      ("<w:p>\(run("<w:webHidden/>"))</w:p>", ["ZIP-HIDDEN"]),
      ("<w:p>\(run("<w:webHidden/>", "12"))</w:p>", []),
      (
        "<w:p><m:oMath \(math)><m:phant><m:e><m:r><m:t>not</m:t></m:r></m:e></m:phant></m:oMath></w:p>",
        ["ZIP-HIDDEN"]
      ),
      ("<w:p><m:oMath \(math)><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", []),
      (
        "<w:p><x:foo xmlns:x=\"urn:x\">\(run(""))</x:foo></w:p>", ["ZIP-ALTERNATES"]
      ),
      (shape("<a:solidFill/>"), ["ZIP-FIELDS-UNREAD"]), (shape("<a:solidFill/>", behind: 1), []),
      (shape("<a:solidFill/>", wrap: "wrapSquare"), []), (shape("<a:noFill/>"), []),
      (
        "<w:p><v:rect style=\"position:absolute;z-index:9\"/></w:p>", ["ZIP-FIELDS-UNREAD"]
      ),
      ("<w:p><v:rect style=\"position:absolute;z-index:-9\"/></w:p>", []),
      ("<w:p><v:rect style=\"position:absolute\" filled=\"f\"/></w:p>", []),
    ] as [(String, [String])])
  func places(body: String, expected: [String]) throws {
    #expect(try codes(body) == expected)
  }

  @Test("text that a program takes from elsewhere is noted, and so are letters in turned order")
  func elsewhere() throws {
    let bound = "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr></w:sdt>"
    #expect(try codes(bound) == ["ZIP-FIELDS"])
    #expect(try codes("<w:p><w:bdo w:val=\"rtl\">\(Self.run(""))</w:bdo></w:p>") == ["TEXT-BIDI"])
  }

  @Test(
    "a field is noted unless its result is of the document itself, or the number of a page",
    arguments: [
      ("PAGE", "3", false), ("PAGE", "iv", false), ("PAGE", "not in force", true),
      ("NUMPAGES", "12", false), ("TOC \\o", "1 Scope", false),
      ("HYPERLINK \"http://a/\"", "b", false),
      ("REF a", "not", true), ("DOCPROPERTY a", "not", true), ("TITLE", "not", true),
      ("XE a", "not", true), ("XE a", "", false), ("SYMBOL 78", "f", true),
      ("IF 1 = 1 a b", "not", true), ("= 1 + 1", "3", true), ("QUOTE a", "not", true),
    ] as [(String, String, Bool)])
  func fields(code: String, result: String, isNoted: Bool) throws {
    let attribute = code.replacing("\"", with: "&quot;")
    let simple =
      "<w:p><w:fldSimple w:instr=\"\(attribute)\">\(Self.run("", result))</w:fldSimple></w:p>"
    #expect(try codes(simple) == (isNoted ? ["ZIP-FIELDS"] : []))
    func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    let whole =
      mark("begin") + "<w:r><w:instrText>\(code)</w:instrText></w:r>" + mark("separate")
      + Self.run("", result) + mark("end")
    #expect(try codes("<w:p>\(whole)</w:p>") == (isNoted ? ["ZIP-FIELDS"] : []))
  }
}
