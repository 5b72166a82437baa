extension DeceptiveDocument {
  private static func run(_ code: String) -> String {
    "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>\(code)</w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
  }

  private static func field(_ code: String) -> String { run("<w:instrText>\(code)</w:instrText>") }

  /// Documents of Office Open XML.
  static let office: [DeceptiveDocument] = [
    DeceptiveDocument(
      "DOCX: blanks around the sign of an attribute", "a.docx",
      SmallPackage.document("<w:p><w:fldSimple w:instr = \"DATE\"/></w:p>"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a field code with a reference to a character", "a.docx",
      SmallPackage.document("<w:p><w:fldSimple w:instr=\"&#68;ATE\"/></w:p>"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a field code in runs, with a reference to a character", "a.docx",
      SmallPackage.document(field("&#68;ATE")), "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a field under another prefix", "a.docx",
      SmallPackage.document("<x:p><x:fldSimple x:instr=\"TIME\"/></x:p>", prefix: "x"),
      "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a date in a main part elsewhere", "a.docx",
      SmallPackage.document(field(" DATE "), at: "doc/main.xml"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a part of another file in a main part elsewhere", "a.docx",
      SmallPackage.document(field("INCLUDETEXT a.docx"), at: "doc/main.xml"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: hidden text in a main part elsewhere", "a.docx",
      SmallPackage.document(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r></w:p>", at: "doc/main.xml"),
      "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: a field that imports", "a.docx", SmallPackage.document(field("IMPORT a.png")),
      "ZIP-FIELDS"),
    DeceptiveDocument(
      "DOCX: a field that asks a database", "a.docx",
      SmallPackage.document(field("DATABASE \\d a.mdb")), "ZIP-FIELDS"),
    DeceptiveDocument(
      "PPTX: today's date on a slide", "a.pptx",
      SmallPackage.presentation(
        "<a:p><a:fld type=\"datetime1\"><a:t>1 May</a:t></a:fld></a:p>"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "PPTX: a hidden slide elsewhere", "a.pptx",
      SmallPackage.presentation(slide: "show = '0'", in: "deck"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: blanks around the sign that hides a sheet", "a.xlsx",
      SmallPackage.workbook("<sheet name=\"a\" sheetId=\"1\" state = \"veryHidden\"/>"),
      "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: a hidden sheet in a workbook elsewhere", "a.xlsx",
      SmallPackage.workbook("<sheet name=\"a\" sheetId=\"1\" state='hidden'/>", in: "book"),
      "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: values from a connection", "a.xlsx",
      SmallPackage.workbook(more: [
        (
          "xl/c.xml", SmallPackage.types + "spreadsheetml.connections+xml",
          "<connections xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<connection id=\"1\"><webPr url=\"http://a/\"/></connection></connections>"
        )
      ]), "ZIP-EXTERNAL"),
  ]

  /// OpenDocument packages.
  static let open: [DeceptiveDocument] = [
    DeceptiveDocument(
      "ODT: a date under another prefix", "a.odt",
      SmallPackage.open("<t:p><t:date>1</t:date></t:p>"),
      "ZIP-FIELDS"),
    DeceptiveDocument(
      "ODT: a picture from a server", "a.odt",
      SmallPackage.open(
        "<text:p><draw:frame><draw:image xlink:href=\"http://a/b.png\"/></draw:frame></text:p>"),
      "ZIP-EXTERNAL"),
    DeceptiveDocument(
      "ODT: an object from a server", "a.odt",
      SmallPackage.open(
        "<text:p><draw:frame><draw:object xlink:href=\"https://a/b\"/></draw:frame></text:p>"),
      "ZIP-EXTERNAL"),
  ]
}
