import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("What OpenDocument shows from elsewhere, and what its styles hide (T-58, T-59)")
struct OpenShowsTests {
  private func codes(
    _ body: String, automatic: String = "", kind: String = "text"
  ) throws -> [String] {
    let bytes = SmallPackage.open(body, kind: kind, automatic: automatic)
    let document = try Document(ByteSource(bytes: bytes), path: kind == "text" ? "a.odt" : "a.ods")
    return try document.shown(.whole).map(\.code.name)
  }

  @Test(
    "every field is noted but numbers of pages, captions in order and what is fixed",
    arguments: [
      ("<text:user-field-get text:name=\"x\">not</text:user-field-get>", true),
      ("<text:title>not</text:title>", true),
      ("<text:title text:fixed=\"true\">a</text:title>", false),
      ("<text:user-defined text:name=\"k\">not</text:user-defined>", true),
      ("<text:variable-get text:name=\"v\" text:fixed=\"true\">not</text:variable-get>", true),
      ("<text:sender-lastname>the State</text:sender-lastname>", true),
      ("<text:file-name text:display=\"name\">not</text:file-name>", true),
      ("<text:expression text:formula=\"ooow:1+1\">not</text:expression>", true),
      ("<text:bookmark-ref text:reference-format=\"text\">not</text:bookmark-ref>", true),
      ("<text:bookmark-ref text:reference-format=\"page\">4</text:bookmark-ref>", false),
      ("<text:anything-new>not</text:anything-new>", true),
      ("<text:page-number>3</text:page-number>", false),
      ("<text:page-number>not in force</text:page-number>", true),
      ("<text:sequence text:name=\"T\" text:formula=\"ooow:T+1\">1</text:sequence>", false),
      ("<text:sequence text:name=\"T\" text:formula=\"ooow:T+1\">5</text:sequence>", true),
      ("<text:sequence text:name=\"T\" text:formula=\"ooow:5\">1</text:sequence>", true),
      ("<text:bookmark text:name=\"a\"/><text:s/><text:tab/><text:line-break/>a", false),
      ("<text:note><text:note-citation>1</text:note-citation><text:note-body/></text:note>", false),
    ] as [(String, Bool)])
  func fields(field: String, isNoted: Bool) throws {
    #expect(try codes("<text:p>a \(field)</text:p>") == (isNoted ? ["ZIP-FIELDS"] : []))
  }

  @Test("a master counts where a page goes by it; the name of a table is the document's own")
  func masters() throws {
    func master(_ name: String, _ field: String, more: String = "") -> String {
      "<style:master-page style:name=\"\(name)\"\(more)><style:header><text:p>\(field)</text:p></style:header>"
        + "</style:master-page>"
    }
    let date = "<text:date>1</text:date>"
    let name = "<text:sheet-name>???</text:sheet-name>"
    let use = Self.style("table", "", more: " style:master-page-name=\"Report\"")
    for (automatic, isNoted) in [
      (master("Default", name + "<text:page-number>1</text:page-number>"), false),
      (master("mp0", date), true), (master("mp0", name) + master("Report", date), false),
      (master("mp0", name) + master("Report", date) + use, true),
      (master("mp0", name, more: " style:next-style-name=\"B\"") + master("B", date), true),
      (master("mp0", "<text:page-number>&lt;番号&gt;</text:page-number>"), false),
      (master("mp0", "<text:page-number>not</text:page-number>"), true),
    ] {
      let found = try codes("<text:p>a</text:p>", automatic: automatic)
      #expect(found == (isNoted ? ["ZIP-FIELDS"] : []), "\(automatic)")
    }
    #expect(try codes("<text:p>\(name)</text:p>") == ["ZIP-FIELDS"])
  }

  @Test("a library of macros counts when something is in it")
  func libraries() throws {
    func script(_ inside: String) -> String {
      "<office:script xmlns:ooo=\"http://openoffice.org/2004/office\"><ooo:libraries><ooo:library-embedded>"
        + "\(inside)</ooo:library-embedded></ooo:libraries></office:script>"
    }
    #expect(try codes(script("")) == [])
    for inside in ["<ooo:module/>", "Sub Main", "<ooo:library-linked/>"] {
      #expect(try codes(script(inside)) == ["ZIP-MACROS"], "\(inside)")
    }
  }

  private static func style(_ family: String, _ properties: String, more: String = "") -> String {
    "<style:style style:name=\"S\" style:family=\"\(family)\"\(more)>\(properties)</style:style>"
  }

  private static let ground =
    "<style:default-style style:family=\"paragraph\"><style:text-properties fo:color=\"#ffffff\"/>"
    + "</style:default-style>"

  @Test(
    "defaults, places, distances and heights that nobody sees are noted; usual ones not",
    arguments: [
      (ground, true),
      (ground + style("paragraph", "<style:text-properties fo:color=\"#000000\"/>"), false),
      (ground + style("paragraph", "<style:text-properties fo:font-weight=\"bold\"/>"), true),
      (
        ground
          + style("paragraph", "<style:text-properties style:use-window-font-color=\"true\"/>"),
        false
      ),
      (style("paragraph", "<style:text-properties style:text-position=\"-3000% 58%\"/>"), true),
      (style("paragraph", "<style:text-properties style:text-position=\"super 58%\"/>"), false),
      (style("paragraph", "<style:text-properties fo:letter-spacing=\"-1cm\"/>"), true),
      (style("paragraph", "<style:text-properties fo:letter-spacing=\"-0.2pt\"/>"), false),
      (style("paragraph", "<style:text-properties fo:font-size=\"1%\"/>"), true),
      (style("paragraph", "<style:paragraph-properties fo:line-height=\"0.01cm\"/>"), true),
      (style("paragraph", "<style:paragraph-properties fo:line-height=\"115%\"/>"), false),
      (style("paragraph", "<style:paragraph-properties fo:margin-left=\"-40cm\"/>"), true),
      (style("paragraph", "<style:paragraph-properties fo:margin-left=\"1.27cm\"/>"), false),
      (
        style(
          "paragraph",
          "<style:text-properties fo:color=\"#000080\" fo:background-color=\"#000080\"/>"), true
      ),
    ] as [(String, Bool)])
  func styles(automatic: String, isHidden: Bool) throws {
    let name = automatic.contains("\"S\"") ? " text:style-name=\"S\"" : ""
    let found = try codes("<text:p\(name)>not</text:p>", automatic: automatic)
    #expect(found == (isHidden ? ["ZIP-HIDDEN"] : []))
  }

  @Test("what lies below its row or before the text, and what is left out on paper")
  func places() throws {
    func row(_ properties: String, _ cell: String) -> (String, String) {
      (
        Self.style("table-row", "<style:table-row-properties \(properties)/>"),
        "<table:table><table:table-row table:style-name=\"S\"><table:table-cell office:value-type=\"string\">"
          + "\(cell)</table:table-cell></table:table-row></table:table>"
      )
    }
    func shape(_ properties: String, _ anchor: String = "paragraph") -> (String, String) {
      (
        Self.style("graphic", "<style:graphic-properties \(properties)/>"),
        "<text:p>a<draw:frame draw:style-name=\"S\" text:anchor-type=\"\(anchor)\"/></text:p>"
      )
    }
    let before = "style:wrap=\"run-through\" style:run-through=\"foreground\" draw:fill=\"solid\""
    for ((automatic, body), expected) in [
      (row("style:row-height=\"0.5cm\"", "<text:p>a</text:p><text:p>not</text:p>"), ["ZIP-HIDDEN"]),
      (row("style:row-height=\"0.5cm\"", "<text:p>a</text:p><text:p/>"), []),
      (row("style:min-row-height=\"0.5cm\"", "<text:p>a</text:p><text:p>b</text:p>"), []),
      (
        row(
          "style:row-height=\"0.5cm\" style:use-optimal-row-height=\"true\"",
          "<text:p>a</text:p><text:p>b</text:p>"), []
      ),
      (shape(before), ["ZIP-FIELDS-UNREAD"]), (shape(before, "as-char"), []),
      (shape("style:wrap=\"parallel\" draw:fill=\"solid\""), []),
      (shape("style:wrap=\"run-through\" style:run-through=\"background\""), []),
      (
        (
          Self.style("table-cell", "<style:table-cell-properties style:print-content=\"false\"/>"),
          "<table:table><table:table-row><table:table-cell table:style-name=\"S\"><text:p>not</text:p>"
            + "</table:table-cell></table:table-row></table:table>"
        ), ["ZIP-HIDDEN"]
      ),
      (("", "<table:table table:print-ranges=\"S.A1:S.A1\"/>"), ["ZIP-HIDDEN"]),
    ] as [((String, String), [String])] {
      #expect(try codes(body, automatic: automatic) == expected, "\(automatic) \(body)")
    }
  }

  @Test("the colour of a fill counts where something is filled")
  func fills() throws {
    func style(_ properties: String, parent: String = "") -> String {
      let more = " style:parent-style-name=\"P\""
      return "<style:style style:name=\"P\" style:family=\"graphic\">"
        + "<style:graphic-properties \(parent)/></style:style>"
        + Self.style("graphic", "<style:graphic-properties \(properties)/>", more: more)
        + "<style:style style:name=\"T\" style:family=\"text\">"
        + "<style:text-properties fo:color=\"#ffffff\"/></style:style>"
    }
    let white = "draw:fill-color=\"#ffffff\""
    let body =
      "<draw:frame draw:style-name=\"S\"><draw:text-box><text:p><text:span text:style-name=\"T\">a"
      + "</text:span></text:p></draw:text-box></draw:frame>"
    for (automatic, isHidden) in [
      (style("draw:fill=\"solid\" \(white)"), true),
      (style("draw:fill=\"none\" \(white)"), false),
      (style("draw:fill=\"none\"", parent: "draw:fill=\"solid\" \(white)"), false),
      (style("draw:fill=\"solid\"", parent: "draw:fill=\"none\" \(white)"), true),
      (style("", parent: "draw:fill=\"solid\" \(white)"), true),
      (style(white, parent: "draw:fill=\"none\""), false),
      (style("draw:fill=\"gradient\" \(white)"), false),
      (style("draw:fill=\"solid\" draw:fill-color=\"#000000\""), false),
      (style("draw:fill=\"solid\" draw:opacity=\"0%\" \(white)"), false),
      (style("draw:fill=\"none\" fo:background-color=\"#ffffff\""), true),
    ] {
      let found = try codes(body, automatic: automatic, kind: "spreadsheet")
      #expect(found == (isHidden ? ["ZIP-HIDDEN"] : []), "\(automatic)")
    }
  }

  private static let office = "office:value-type=\"float\" office:value"

  @Test(
    "a cell shows its value, and its formula gives it; what nobody computed is said",
    arguments: [
      ("<table:table-cell \(office)=\"3\"><text:p>3.00</text:p></table:table-cell>", []),
      ("<table:table-cell \(office)=\"1234.5\"><text:p>1.234,50 €</text:p></table:table-cell>", []),
      (
        "<table:table-cell \(office)=\"1\"><text:p>1000000</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      (
        "<table:table-cell \(office)=\"12345\"><text:p>123.45</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      (
        "<table:table-cell \(office)=\"-500\"><text:p>500</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      ("<table:table-cell \(office)=\"-1234\"><text:p>-1.234</text:p></table:table-cell>", []),
      (
        "<table:table-cell office:value-type=\"string\" office:string-value=\"b\"><text:p>a</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      (
        "<table:table-cell table:formula=\"of:=SUM([.A1:.B1])\" \(office)=\"3\"><text:p>3</text:p></table:table-cell>",
        []
      ),
      (
        "<table:table-cell table:formula=\"of:=SUM([.A1:.B1];1)\" \(office)=\"9\"><text:p>9</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      (
        "<table:table-cell table:formula=\"of:=[$Other.A1]\" \(office)=\"9\"><text:p>9</text:p></table:table-cell>",
        ["ZIP-FORMULA-UNREAD"]
      ),
      (
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-02\"><text:p>2099-01-02</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      (
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-02\"><text:p>02.01.2026</text:p></table:table-cell>",
        []
      ),
      (
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>FALSE</text:p></table:table-cell>",
        ["ZIP-FORMULA"]
      ),
      ("<table:covered-table-cell><text:p>not</text:p></table:covered-table-cell>", ["ZIP-HIDDEN"]),
    ] as [(String, [String])])
  func cells(cell: String, expected: [String]) throws {
    let values = (1...2).map {
      "<table:table-cell \(Self.office)=\"\($0)\"><text:p>\($0)</text:p></table:table-cell>"
    }.joined()
    let table = "<table:table><table:table-row>\(values)\(cell)</table:table-row></table:table>"
    #expect(try codes(table, kind: "spreadsheet") == expected)
  }

  @Test("a format that adds words or shows nothing, and a condition that hides, are noted")
  func formats() throws {
    let name = "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    func format(_ inside: String, _ kind: String = "number", _ more: String = "") -> String {
      "<number:\(kind)-style \(name) style:name=\"N\">\(inside)</number:\(kind)-style>\(more)"
        + Self.style("table-cell", "", more: " style:data-style-name=\"N\"")
    }
    let number = "<number:number number:min-integer-digits=\"1\"/>"
    let hiding =
      "<style:style style:name=\"H\" style:family=\"table-cell\"><style:text-properties fo:color=\"#ffffff\"/></style:style>"
      + Self.style(
        "table-cell", "<style:map style:condition=\"true()\" style:apply-style-name=\"H\"/>")
    let cell = """
      <table:table><table:table-row><table:table-cell table:style-name="S" \(Self.office)="1">\
      <text:p>1</text:p></table:table-cell></table:table-row></table:table>
      """
    for (automatic, isHidden) in [
      (format(number), false), (format("<number:text>not </number:text>" + number), true),
      (format("<number:text>paid</number:text>"), true),
      (format(number + "<number:text> kg</number:text>"), false), (hiding, true),
      (format("<number:text>-</number:text>" + number), true),
      (format(number + "<number:text>%</number:text>"), true),
      (format(number + "<number:text> %</number:text>", "percentage"), false),
      (format("<number:day/>", "date"), true),
      (
        format("<number:day/><number:text>.</number:text><number:month/><number:year/>", "date"),
        false
      ),
      (
        format(
          "<number:text>-</number:text>" + number
            + "<style:map style:condition=\"value()&gt;=0\" style:apply-style-name=\"P\"/>",
          "number",
          "<number:number-style \(name) style:name=\"P\">\(number)</number:number-style>"), false
      ),
    ] {
      let found = try codes(cell, automatic: automatic, kind: "spreadsheet")
      #expect(found == (isHidden ? ["ZIP-HIDDEN"] : []), "\(automatic)")
    }
  }
}
