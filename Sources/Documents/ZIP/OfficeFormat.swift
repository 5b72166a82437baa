/// Packages after ISO/IEC 29500-2, by the content type of their main part (`OfficeKind`).
extension Format {
  /// WordprocessingML.
  package static let docx = ArchiveFormat.of(
    "docx",
    [
      FileType(word + "document", ["docx"], "Word document", "Word文書"),
      FileType(
        microsoft + "word.document.macroEnabled.12", ["docm"], "Word document with macros",
        "マクロ付きWord文書"),
      FileType(word + "template", ["dotx"], "Word template", "Wordテンプレート"),
      FileType(
        microsoft + "word.template.macroEnabled.12", ["dotm"], "Word template with macros",
        "マクロ付きWordテンプレート"),
    ])

  /// SpreadsheetML, and Microsoft's binary workbooks.
  package static let xlsx = ArchiveFormat.of(
    "xlsx",
    [
      FileType(excel + "sheet", ["xlsx"], "Excel workbook", "Excelブック"),
      FileType(
        microsoft + "excel.sheet.macroEnabled.12", ["xlsm"], "Excel workbook with macros",
        "マクロ付きExcelブック"),
      FileType(
        microsoft + "excel.sheet.binary.macroEnabled.12", ["xlsb"], "binary Excel workbook",
        "バイナリ形式のExcelブック"),
      FileType(excel + "template", ["xltx"], "Excel template", "Excelテンプレート"),
      FileType(
        microsoft + "excel.template.macroEnabled.12", ["xltm"], "Excel template with macros",
        "マクロ付きExcelテンプレート"),
    ])

  /// PresentationML.
  package static let pptx = ArchiveFormat.of(
    "pptx",
    [
      FileType(
        point + "presentation", ["pptx"], "PowerPoint presentation",
        "PowerPointプレゼンテーション"),
      FileType(
        microsoft + "powerpoint.presentation.macroEnabled.12", ["pptm"],
        "PowerPoint presentation with macros", "マクロ付きPowerPointプレゼンテーション"),
      FileType(point + "template", ["potx"], "PowerPoint template", "PowerPointテンプレート"),
      FileType(
        microsoft + "powerpoint.template.macroEnabled.12", ["potm"],
        "PowerPoint template with macros", "マクロ付きPowerPointテンプレート"),
      FileType(point + "slideshow", ["ppsx"], "PowerPoint show", "PowerPointスライドショー"),
      FileType(
        microsoft + "powerpoint.slideshow.macroEnabled.12", ["ppsm"],
        "PowerPoint show with macros", "マクロ付きPowerPointスライドショー"),
    ])

  /// XPS, Microsoft's and ECMA's; their names alone tell them apart.
  package static let oxps = ArchiveFormat.of(
    "oxps",
    [
      FileType("application/oxps", ["oxps"], "OpenXPS document", "OpenXPS文書"),
      FileType("application/vnd.ms-xpsdocument", ["xps"], "XPS document", "XPS文書"),
    ])

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let point = "application/vnd.openxmlformats-officedocument.presentationml."
  private static let microsoft = "application/vnd.ms-"
}
