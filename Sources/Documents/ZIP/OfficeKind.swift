/// Kinds of packages by the content type of their main part (ISO/IEC 29500-1, 29500-4; ECMA-388).
enum OfficeKind {
  /// The kinds that `types` declares a main part of: one, in any sound package.
  static func kinds(_ types: ContentTypes) -> [(format: Format, mediaType: String?)] {
    var kinds: [(format: Format, mediaType: String?)] = []
    for type in types.overrides.map(\.type) + types.defaults.map(\.type) {
      guard let known = table[type.lowercased()],
        !kinds.contains(where: { $0.format == known.0 && $0.mediaType == known.1 })
      else { continue }
      kinds.append(known)
    }
    return kinds
  }

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let point = "application/vnd.openxmlformats-officedocument.presentationml."
  private static let ms = "application/vnd.ms-"

  private static let table: [String: (Format, String?)] = {
    let rows: [(String, Format, String?)] = [
      (word + "document.main+xml", .docx, word + "document"),
      (word + "template.main+xml", .docx, word + "template"),
      (ms + "word.document.macroEnabled.main+xml", .docx, ms + "word.document.macroEnabled.12"),
      (
        ms + "word.template.macroEnabledTemplate.main+xml", .docx,
        ms + "word.template.macroEnabled.12"
      ),
      (excel + "sheet.main+xml", .xlsx, excel + "sheet"),
      (excel + "template.main+xml", .xlsx, excel + "template"),
      (ms + "excel.sheet.macroEnabled.main+xml", .xlsx, ms + "excel.sheet.macroEnabled.12"),
      (ms + "excel.template.macroEnabled.main+xml", .xlsx, ms + "excel.template.macroEnabled.12"),
      (
        ms + "excel.sheet.binary.macroEnabled.main", .xlsx,
        ms + "excel.sheet.binary.macroEnabled.12"
      ),
      (point + "presentation.main+xml", .pptx, point + "presentation"),
      (point + "template.main+xml", .pptx, point + "template"),
      (point + "slideshow.main+xml", .pptx, point + "slideshow"),
      (
        ms + "powerpoint.presentation.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.presentation.macroEnabled.12"
      ),
      (
        ms + "powerpoint.template.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.template.macroEnabled.12"
      ),
      (
        ms + "powerpoint.slideshow.macroEnabled.main+xml", .pptx,
        ms + "powerpoint.slideshow.macroEnabled.12"
      ),
      // Microsoft's XPS and ECMA's OpenXPS share the type; their names tell them apart.
      (ms + "package.xps-fixeddocumentsequence+xml", .oxps, nil),
    ]
    return Dictionary(
      rows.map { ($0.0.lowercased(), ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
  }()
}
