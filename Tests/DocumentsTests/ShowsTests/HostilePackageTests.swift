import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite("Office documents that would keep a search busy")
struct HostilePackageTests {
  private func look(
    _ bytes: [UInt8], _ path: FilePath
  ) throws -> (codes: [String], time: Duration) {
    let document = try Document(ByteSource(bytes: bytes), path: path)
    var codes: [String] = []
    let time = try ComputingTime.spent {
      codes = try document.shown(.whole).map(\.code.name)
    }
    return (codes, time)
  }

  /// Styles of which each inherits from the next.
  private func chain(_ count: Int, family: String, end: String) -> String {
    (0..<count).map { number in
      let properties = number == count - 1 ? end : ""
      return "<style:style style:name=\"s\(number)\" style:family=\"\(family)\" "
        + "style:parent-style-name=\"s\(number + 1)\">\(properties)</style:style>"
    }.joined()
  }

  @Test("styles of columns that inherit from each other are put together once, not for each cell")
  func columns() throws {
    let columns = (0..<1_000).map {
      "<table:table-column table:default-cell-style-name=\"s\($0)\"/>"
    }.joined()
    let cell =
      "<table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>"
    let row = "<table:table-row>\(String(repeating: cell, count: 50))</table:table-row>"
    let table = "<table:table>\(columns)\(String(repeating: row, count: 6))</table:table>"
    let styles = chain(1_000, family: "table-cell", end: "")
    let (codes, time) = try look(
      SmallPackage.open(table, kind: "spreadsheet", automatic: styles), "a.ods")
    #expect(codes == [])
    // As it was, twenty million styles: minutes in a debug build.
    #expect(time < .seconds(20), "\(time)")
  }

  @Test("a style is followed to its end, however long its line is; one in a circle is said")
  func chains() throws {
    let white = "<style:text-properties fo:color=\"#ffffff\"/>"
    for (count, end, expected) in [
      (40, white, ["ZIP-HIDDEN"]), (40, "", []), (300, white, ["ZIP-HIDDEN"]),
    ] {
      let bytes = SmallPackage.open(
        "<text:p text:style-name=\"s0\">not</text:p>",
        automatic: chain(count, family: "paragraph", end: end))
      #expect(try look(bytes, "a.odt").codes == expected, "\(count) \(end)")
    }
    func style(_ name: String, _ parent: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"paragraph\" style:parent-style-name=\"\(parent)\"/>"
    }
    let circle = SmallPackage.open(
      "<text:p text:style-name=\"a\">a</text:p>", automatic: style("a", "b") + style("b", "a"))
    #expect(try look(circle, "a.odt").codes == ["ZIP-FIELDS-UNREAD"])

    func word(_ name: String, _ basis: String, _ more: String = "") -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(name)\"><w:basedOn w:val=\"\(basis)\"/>\(more)</w:style>"
    }
    let text =
      "<w:p><w:pPr><w:pStyle w:val=\"s0\"/></w:pPr><w:r><w:t>not</w:t></w:r></w:p>"
    let lines = (0..<40).map { word("s\($0)", "s\($0 + 1)") }.joined()
    let last = word("s40", "none", "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>")
    let long = SmallPackage.document(text, styles: lines + last)
    #expect(try look(long, "a.docx").codes == ["ZIP-HIDDEN"])
    let turning = SmallPackage.document(text, styles: word("s0", "s1") + word("s1", "s0"))
    #expect(try look(turning, "a.docx").codes == ["ZIP-FIELDS-UNREAD"])
  }

  @Test("cells that stand for many, and formats of numbers longer than any, are not followed")
  func repeated() throws {
    let cell =
      "<table:table-cell office:value-type=\"float\" office:value=\"1\" "
      + "table:number-columns-repeated=\"1024\"><text:p>1</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"1024\">\(cell)</table:table-row>"
    let sum = """
      <table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" \
      office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>
      """
    let table = "<table:table>\(sum)\(String(repeating: row, count: 200))</table:table>"
    let (codes, time) = try look(SmallPackage.open(table, kind: "spreadsheet"), "a.ods")
    #expect(codes == ["ZIP-FORMULA-UNREAD"])
    // As it was, two hundred million cells.
    #expect(time < .seconds(30), "\(time)")

    func book(_ letters: Int) -> [UInt8] {
      SmallPackage.workbook(
        sheet: "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c></row></sheetData>",
        styles: "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0"
          + String(repeating: "0", count: letters - 1)
          + "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>")
    }
    #expect(try look(book(1), "a.xlsx").codes == [])
    #expect(try look(book(8_000), "a.xlsx").codes == ["ZIP-FIELDS-UNREAD"])
  }

  @Test("a cell without a style goes by its row and its column")
  func places() {
    var columns = OpenColumns()
    for (count, style) in [(2, "a"), (1, nil), (3, "b"), (1, "b")] as [(Int, String?)] {
      let isTaken = columns.add(count, style)
      #expect(isTaken)
    }
    columns.beginRow(nil)
    var found: [[String]] = []
    for count in [1, 1, 1, 2, 4, 1] {
      columns.take(cells: count)
      found.append(columns.styles)
    }
    #expect(found == [["a"], ["a"], [], ["b"], ["b"], []])
    columns.beginRow("r")
    columns.take(cells: 16_384)
    #expect(columns.styles == ["r", "a", "b"])
    columns.beginRow(nil)
    columns.take(cells: 3)
    #expect(columns.styles == ["a"])
    columns.take(cells: 1)
    #expect(columns.styles == ["b"])
    let isRefused = !columns.add(1, "c")
    #expect(isRefused)
    var many = OpenColumns()
    let taken = (0..<OpenColumns.maximum).map { many.add(1, "\($0)") }
    let isFull = !many.add(1, "z")
    #expect(taken.allSatisfy(\.self) && isFull)
  }

  @Test("what is put together beyond the work for one document is said")
  func work() {
    var styles = OpenStyles(work: 3)
    let isWithin = styles.spend(3)
    #expect(isWithin && !styles.isUnread)
    let isBeyond = !styles.spend(1)
    #expect(isBeyond)
    #expect(styles.isUnread)
  }
}
