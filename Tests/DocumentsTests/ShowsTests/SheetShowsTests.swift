import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("What a workbook shows of its cells, and what its formulas give (T-58)")
struct SheetShowsTests {
  private func codes(
    _ sheet: String, styles: String? = nil, strings: String? = nil, second: String? = nil
  ) throws -> [String] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    let name = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
      + "Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
      + "Target=\"strings.xml\"/></Relationships>"
    var more = strings.map { [("xl/strings.xml", type, "<sst \(name)>\($0)</sst>")] } ?? []
    if strings != nil { more.append(("xl/_rels/workbook.xml.rels", "", list)) }
    if let second { more.append(("xl/a.xml", type, "<sst \(name)>\(second)</sst>")) }
    let bytes = SmallPackage.workbook(sheet: sheet, styles: styles, more: more)
    let document = try Document(ByteSource(bytes: bytes), path: "a.xlsx")
    return try document.shown(.whole).map(\.code.name)
  }

  private static let cell = "<sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>"

  @Test(
    "runs of shared strings, rows that are flat by default and cells under others are hidden",
    arguments: [
      (cell, "<si><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>not</t></r><r><t>a</t></r></si>", true),
      (cell, "<si><r><rPr><color theme=\"0\"/></rPr><t>not</t></r></si>", true),
      (cell, "<si><r><rPr><sz val=\"1\"/></rPr><t>not</t></r></si>", true),
      (cell, "<si><r><rPr><color theme=\"1\"/></rPr><t>not</t></r></si>", false),
      (cell, "<si><t>a</t></si>", false),
      ("<sheetFormatPr zeroHeight=\"1\"/>" + cell, "<si><t>a</t></si>", true),
      (cell + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", "<si><t>a</t></si>", false),
      (
        "<sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>", "", true
      ),
    ] as [(String, String, Bool)])
  func strings(sheet: String, strings: String, isHidden: Bool) throws {
    #expect(try codes(sheet, strings: strings) == (isHidden ? ["ZIP-HIDDEN"] : []))
  }

  @Test("which strings cells share is what the workbook names, and one part")
  func decoys() throws {
    let strings = "<si><t>a</t></si>"
    #expect(try codes(Self.cell, strings: strings) == [])
    #expect(try codes(Self.cell, strings: strings, second: strings) == ["ZIP-FIELDS-UNREAD"])
    #expect(try codes(Self.cell, second: strings) == ["ZIP-FIELDS-UNREAD"])
  }

  @Test(
    "cells and rows that stand twice, rows that are too low, and what paper leaves out",
    arguments: [
      ("<row r=\"1\"><c r=\"B1\"><v>9</v></c><c r=\"B1\"><v>0</v></c></row>", ["ZIP-ALTERNATES"]),
      (
        "<row r=\"1\"><c r=\"B1\"><v>9</v></c></row><row r=\"1\"><c r=\"C1\"><v>0</v></c></row>",
        ["ZIP-ALTERNATES"]
      ),
      ("<row r=\"1\"><c r=\"B2\"><v>9</v></c></row>", ["ZIP-ALTERNATES"]),
      (
        "<row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><v>0</v><is><t>9</t></is></c></row>",
        ["ZIP-ALTERNATES"]
      ),
      (
        "<row r=\"1\" ht=\"15\" customHeight=\"1\"><c r=\"A1\" t=\"str\"><v>a\nnot</v></c></row>",
        ["ZIP-HIDDEN"]
      ),
      (
        "<row r=\"1\" ht=\"30\" customHeight=\"1\"><c r=\"A1\" t=\"str\"><v>a\nb</v></c></row>", []
      ),
      ("<row r=\"1\"><c r=\"A1\"><v>9</v></c></row><row r=\"2\"/>", []),
    ] as [(String, [String])])
  func twice(rows: String, expected: [String]) throws {
    #expect(try codes("<sheetData>\(rows)</sheetData>") == expected)
  }

  @Test("a shape before cells with values is told, and none beside them")
  func covered() throws {
    let type = "application/vnd.openxmlformats-officedocument.drawing+xml"
    func corner(_ name: String, _ place: Int) -> String {
      "<x:\(name)><x:col>\(place)</x:col><x:row>\(place)</x:row></x:\(name)>"
    }
    for (first, fill, isNoted) in [
      (0, "solidFill", true), (3, "solidFill", false), (0, "noFill", false),
    ] {
      let drawing = """
        <x:wsDr xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><x:twoCellAnchor>\
        \(corner("from", first))\(corner("to", 9))<x:sp macro="" textlink=""><x:spPr><a:\(fill)/></x:spPr></x:sp>\
        </x:twoCellAnchor></x:wsDr>
        """
      let bytes = SmallPackage.workbook(
        sheet: "<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c></row></sheetData>",
        more: [("xl/drawings/drawing1.xml", type, drawing)])
      let found = try Document(ByteSource(bytes: bytes), path: "a.xlsx").shown(.whole)
      #expect(found.map(\.code.name) == (isNoted ? ["ZIP-FIELDS-UNREAD"] : []), "\(first) \(fill)")
    }
  }

  @Test("a print area that leaves values out, and none that holds them all")
  func printed() throws {
    let sheet = "<sheetData><row r=\"3\"><c r=\"B3\"><v>1</v></c></row></sheetData>"
    for (area, isNoted) in [
      ("S!$A$1:$C$9", false), ("S!$A$1", true), ("S!$A$1:$C$2,S!$A$3:$C$4", true),
    ] {
      let sheets =
        "<sheet name=\"S\" sheetId=\"1\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Area\" "
        + "localSheetId=\"0\">\(area)</definedName></definedNames><sheets>"
      let bytes = SmallPackage.workbook(sheets, sheet: sheet)
      let found = try Document(ByteSource(bytes: bytes), path: "a.xlsx").shown(.whole)
      #expect(found.map(\.code.name) == (isNoted ? ["ZIP-HIDDEN"] : []), "\(area)")
    }
  }

  @Test("a run of a string in the cell itself is hidden too")
  func inline() throws {
    let sheet = """
      <sheetData><row><c r="A1" t="inlineStr"><is><r><rPr><color indexed="9"/></rPr><t>not</t></r></is></c>\
      </row></sheetData>
      """
    #expect(try codes(sheet) == ["ZIP-HIDDEN"])
  }

  @Test(
    "a conditional format hides where its own letters have the colour of its own ground",
    arguments: [
      ("<font><color rgb=\"FFFFFFFF\"/></font>", true),
      (
        "<font><color rgb=\"FF9C0006\"/></font><fill><patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill>",
        false
      ),
      ("<fill><patternFill><bgColor rgb=\"FF000000\"/></patternFill></fill>", true),
      (
        "<font><color theme=\"0\"/></font><fill><patternFill><bgColor theme=\"4\"/></patternFill></fill>",
        false
      ),
      ("<numFmt numFmtId=\"170\" formatCode=\";;;\"/>", true), ("<font><b/></font>", false),
    ] as [(String, Bool)])
  func conditions(format: String, isHidden: Bool) throws {
    let sheet =
      "<sheetData><row><c r=\"A1\"><v>1</v></c></row></sheetData><conditionalFormatting sqref=\"A1\">"
      + "<cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>TRUE</formula></cfRule>"
      + "</conditionalFormatting>"
    let styles = "<dxfs><dxf>\(format)</dxf></dxfs>"
    #expect(try codes(sheet, styles: styles) == (isHidden ? ["ZIP-HIDDEN"] : []))
  }

  @Test(
    "a number format that shows nothing of a value, or words of its own, hides it",
    arguments: [
      ("0;0;0;\"All taxes are abolished\"", SheetValue.text("a"), true), (";;;", .text("a"), true),
      ("0;0;0;@", .text("a"), false), ("\"not \"@", .text("a"), true), ("0", .text("a"), false),
      ("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", .text("a"), false),
      ("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", .number(0), false),
      ("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", .number(-5), false),
      ("0;0", .number(-5), true), ("0;-0;;@", .number(0), true), ("0;-0;;@", .number(1), false),
      ("#,##0.00;[Red]#,##0.00", .number(-5), true), ("\"paid\"", .number(5), true),
      ("\"1\"0", .number(5), true), ("#,##0,", .number(5_000), true),
      ("[White]0", .number(5), true),
      ("#,##0.00\\ [$€-407]", .number(5), false), ("0.0%", .number(0.5), false),
      ("\"$\"#,##0", .number(5), false), ("0\" kg\"", .number(5), false),
      ("0.0\"°C\"", .number(5), false), ("0.00\" m³/s\"", .number(5), false),
      ("0\" µg/m³\"", .number(5), false), ("0\"°N\"", .number(5), true),
      ("\"NOT \"0", .number(5), true), ("[$-409]mmmm\\ d\\,\\ yyyy;@", .number(40_000), false),
      ("yyyy\"年\"m\"月\"d\"日\"", .number(40_000), false), ("General", .number(-5), false),
      ("0.00E+00", .number(5), false), ("h:mm AM/PM", .number(0.5), false),
      ("[<1]\"none\";0", .number(5), false), ("[<1]\"none\";0", .number(0.5), true),
      ("", .number(5), false),
      // A point, a sign, a percentage that the format writes and the value does not have.
      ("0\".\"00", .number(12_345), true), ("0\\.00", .number(12_345), true),
      ("\"-\"0", .number(500), true), ("-0", .number(500), true), ("(0)", .number(500), true),
      ("0.00\"%\"", .number(0.05), true), ("0％", .number(5), true), ("0\".\"", .number(5), true),
      ("0\" \"0", .number(12), true), ("0.0.0", .number(5), true), ("0%%", .number(5), true),
      ("General;General", .number(-500), true), ("General;-General", .number(-500), false),
      ("0;\"-\"\"-\"0", .number(-5), true), ("0;△0", .number(-5), false),
      ("+0;-0;0", .number(5), false), ("+0", .number(5), true), ("0", .number(-5), false),
      ("#", .number(0), true), ("#.##", .number(0.004), true), ("#,##0", .number(0), false),
      ("\"Fr.\" #,##0.00", .number(5), false), ("0.0\\ %", .number(0.5), false),
      ("# ?/?", .number(0.5), false), ("[Yellow]0", .number(5), true),
      // Parts of a date, and a time of what is more than a day.
      ("d", .number(100), true), ("mm", .number(100_000), true), ("ss", .number(1_234.5), true),
      ("yyyy", .number(40_000), true), ("mmm yyyy", .number(40_000), false),
      ("m/d/yy h:mm", .number(40_000.5), false), ("h:mm", .number(40_000.5), true),
      ("h:mm", .number(0.5), false), ("[h]:mm:ss", .number(40.5), false),
      ("dd.mm.yyyy", .number(40_000), false), ("dd.mm.yyyy", .number(-5), true),
      ("yyyy-mm-dd\"T\"hh:mm:ss", .number(40_000), false), ("d.m.yyyy\"7\"", .number(40_000), true),
    ] as [(String, SheetValue, Bool)])
  func formats(code: String, value: SheetValue, isHidden: Bool) {
    #expect(SheetNumberFormat(code).hides(value) == isHidden)
  }

  @Test("formats that have a number and no code are judged as they show")
  func builtIn() {
    for (number, value, isHidden) in [
      (14, 40_000, false), (16, 40_000, true), (20, 40_000.5, true), (20, 0.5, false),
      (0, 5, false),
      (9, 0.5, false), (37, -5, false), (44, 0, false), (49, 5, false), (12, 0.5, false),
    ] as [(Int, Double, Bool)] {
      #expect(
        SheetNumberFormat.builtIn(number)?.hides(.number(value)) ?? false == isHidden, "\(number)")
    }
  }

  private static func row(_ cells: String...) -> String {
    "<row r=\"1\">" + cells.joined() + "</row>"
  }

  private static func formula(_ text: String, _ stored: String, _ type: String = "n") -> String {
    "<c r=\"D1\" t=\"\(type)\"><f>\(text)</f><v>\(stored)</v></c>"
  }

  @Test(
    "a formula with its own result is silent, one with another is told, and so is one nobody computed",
    arguments: [
      (formula("SUM(A1:C1)", "6"), []), (formula("SUM(A1:C1)", "1000000"), ["ZIP-FORMULA"]),
      (formula("SUM(1,2)", "1000000"), ["ZIP-FORMULA"]),
      (formula("C1/7", "0.42857142857142855"), []), (formula("C1/7", "0.43"), ["ZIP-FORMULA"]),
      (formula("A1+B1*C1", "7"), []), (formula("(A1+B1)*$C$1", "9"), []),
      (formula("-A1^2", "1"), ["ZIP-FORMULA-UNREAD"]), (formula("3^2", "9"), []),
      (formula("3^2", "8"), ["ZIP-FORMULA"]), (formula("2^3^2", "512"), ["ZIP-FORMULA-UNREAD"]),
      (formula("2+4^-0.5*2", "3"), []), (formula("0^0", "1"), ["ZIP-FORMULA-UNREAD"]),
      (formula("AVERAGE(A1:C1)", "2"), []),
      (formula("ROUND(2.675,2)", "2.68"), []), (formula("IF(A1&gt;0,B1,C1)", "2"), []),
      (formula("IF(A1&gt;0,&quot;yes&quot;,&quot;no&quot;)", "no", "str"), ["ZIP-FORMULA"]),
      (
        formula(
          "CONCATENATE(&quot;The law is NO&quot;,&quot;T in force&quot;)", "The law is in force",
          "str"), ["ZIP-FORMULA"]
      ),
      (formula("&quot;a&quot;&amp;A1", "a1", "str"), []),
      (formula("VLOOKUP(A1,B1:C9,2)", "1"), ["ZIP-FORMULA-UNREAD"]),
      (formula("Sheet2!A1", "1"), ["ZIP-FORMULA-UNREAD"]),
      (formula("total", "1"), ["ZIP-FORMULA-UNREAD"]),
      (formula("A1/0", "1"), ["ZIP-FORMULA-UNREAD"]), (formula("D1", "5"), ["ZIP-FORMULA-UNREAD"]),
      (formula("E1", "5") + "<c r=\"E1\"><f>D1</f><v>5</v></c>", ["ZIP-FORMULA-UNREAD"]),
      (formula("E1+1", "6") + "<c r=\"E1\"><f>C1+2</f><v>5</v></c>", []),
      ("<c r=\"D1\"><f t=\"array\" ref=\"D1\">A1</f><v>1</v></c>", ["ZIP-FORMULA-UNREAD"]),
      (
        "<c r=\"D1\"><f t=\"shared\" ref=\"D1:E1\" si=\"0\">A1+$A1</f><v>2</v></c>"
          + "<c r=\"E1\"><f t=\"shared\" si=\"0\"/><v>3</v></c>", []
      ),
      (
        "<c r=\"D1\"><f t=\"shared\" ref=\"D1:E1\" si=\"0\">A1+$A1</f><v>2</v></c>"
          + "<c r=\"E1\"><f t=\"shared\" si=\"0\"/><v>9</v></c>", ["ZIP-FORMULA"]
      ),
    ] as [(String, [String])])
  func formulas(cell: String, expected: [String]) throws {
    let values = (1...3).map { "<c r=\"\(["A", "B", "C"][$0 - 1])1\"><v>\($0)</v></c>" }.joined()
    let sheet = "<sheetData>\(Self.row(values, cell))</sheetData>"
    #expect(try codes(sheet) == expected)
  }

  @Test("computing is bounded: formulas in formulas by depth, and all of them by their steps")
  func bounds() {
    var deep = SheetCells(steps: SheetCells.maximumSteps)
    for row in 1...SheetCells.maximumDepth + 2 {
      deep.add(
        .number(1), SheetCells.Formula(text: Array("A\(row + 1)".utf8)),
        at: SheetCells.Place(row: row, column: 1))
    }
    deep.add(.number(1), nil, at: SheetCells.Place(row: SheetCells.maximumDepth + 3, column: 1))
    let deepest = deep.judge()
    #expect(!deepest.differs && deepest.isUnread)
    var large = SheetCells(steps: 1_000)
    large.add(.number(1), nil, at: SheetCells.Place(row: 1 << 20, column: 1 << 14))
    large.add(
      .number(1), SheetCells.Formula(text: Array("SUM(A1:XFD1048576)".utf8)),
      at: SheetCells.Place(row: 1, column: 1 << 15))
    let largest = large.judge()
    #expect(!largest.differs && largest.isUnread)
    #expect(large.steps <= 0)
  }
}
