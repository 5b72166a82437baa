extension DeceptiveDocument {
  private static func law(_ run: String, _ paragraph: String = "") -> String {
    "<w:p>\(paragraph)<w:r><w:t>The law is</w:t></w:r><w:r>\(run)<w:t>not</w:t></w:r></w:p>"
  }

  private static func workbook(_ cell: String, _ more: String = "", styles: String? = nil)
    -> [UInt8]
  {
    SmallPackage.workbook(
      sheet: "<sheetData><row r=\"1\">\(cell)</row></sheetData>\(more)", styles: styles)
  }

  private static let words = "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>not in force</t></is></c>"

  /// Office documents whose words are hidden by what they inherit, or taken from elsewhere.
  static let resolved: [DeceptiveDocument] = [
    DeceptiveDocument(
      "DOCX: the defaults of the document write in white", "a.docx",
      SmallPackage.document(
        law(""),
        styles: "<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>"
          + "</w:rPrDefault></w:docDefaults>"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: the default style hides what names no style", "a.docx",
      SmallPackage.document(
        law(""),
        styles: "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr><w:vanish/>"
          + "</w:rPr></w:style>"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: black, and white by the theme", "a.docx",
      SmallPackage.document(
        law("<w:rPr><w:color w:val=\"000000\" w:themeColor=\"background1\"/></w:rPr>")),
      "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: a word far below its line", "a.docx",
      SmallPackage.document(law("<w:rPr><w:position w:val=\"-3000\"/></w:rPr>")), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: a line too low for its words", "a.docx",
      SmallPackage.document(
        law("", "<w:pPr><w:spacing w:line=\"1\" w:lineRule=\"exact\"/></w:pPr>")), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "DOCX: words taken from another part (w:dataBinding)", "a.docx",
      SmallPackage.document(
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{1}\"/></w:sdtPr>"
          + "<w:sdtContent>\(law(""))</w:sdtContent></w:sdt>"), "ZIP-FIELDS"),
    DeceptiveDocument(
      "XLSX: a number format that shows another sentence", "a.xlsx",
      workbook(
        words,
        styles:
          "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0;0;0;&quot;abolished&quot;\"/></numFmts>"
          + "<cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: a conditional format that writes in white", "a.xlsx",
      workbook(
        words,
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\">"
          + "<formula>TRUE</formula></cfRule></conditionalFormatting>",
        styles: "<dxfs><dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf></dxfs>"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: a white run in a string", "a.xlsx",
      workbook(
        "<c r=\"A1\" t=\"inlineStr\"><is><r><t>in force </t></r><r><rPr><color rgb=\"FFFFFFFF\"/></rPr>"
          + "<t>for nobody</t></r></is></c>"), "ZIP-HIDDEN"),
    DeceptiveDocument(
      "XLSX: a sum that is not the one that is stored", "a.xlsx",
      workbook("<c r=\"A1\"><f>SUM(1,2)</f><v>1000000</v></c>"), "ZIP-FORMULA"),
    DeceptiveDocument(
      "XLSX: a formula that nobody computes alike", "a.xlsx",
      workbook("<c r=\"A1\" t=\"str\"><f>TEXT(1,\"0\")</f><v>2</v></c>"), "ZIP-FORMULA-UNREAD"),
    DeceptiveDocument(
      "ODT: the title of the file in the place of words", "a.odt",
      SmallPackage.open("<text:p>The law is <text:title>not in force</text:title></text:p>"),
      "ZIP-FIELDS"),
    DeceptiveDocument(
      "ODT: the default style writes in white", "a.odt",
      SmallPackage.open(
        "<text:p>not in force</text:p>",
        automatic: "<style:default-style style:family=\"paragraph\">"
          + "<style:text-properties fo:color=\"#ffffff\"/></style:default-style>"), "ZIP-HIDDEN"),
  ]
}
