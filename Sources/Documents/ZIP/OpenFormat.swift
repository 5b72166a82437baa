/// Packages by their entry `mimetype` (`OpenKind`): ODF and EPUB.
extension Format {
  /// An ODF text.
  package static let odt = odf(
    "odt",
    [
      FileType(open + "text", ["odt"], "OpenDocument text", "OpenDocumentテキスト"),
      FileType(
        open + "text-template", ["ott"], "OpenDocument text template",
        "OpenDocumentテキストテンプレート"),
      FileType(
        open + "text-master", ["odm"], "OpenDocument master document", "OpenDocumentマスター文書"),
      FileType(open + "text-web", ["oth"], "OpenDocument web page", "OpenDocumentウェブページ"),
    ])

  /// An ODF spreadsheet.
  package static let ods = odf(
    "ods",
    [
      FileType(
        open + "spreadsheet", ["ods"], "OpenDocument spreadsheet", "OpenDocument表計算"),
      FileType(
        open + "spreadsheet-template", ["ots"], "OpenDocument spreadsheet template",
        "OpenDocument表計算テンプレート"),
    ])

  /// An ODF presentation.
  package static let odp = odf(
    "odp",
    [
      FileType(
        open + "presentation", ["odp"], "OpenDocument presentation",
        "OpenDocumentプレゼンテーション"),
      FileType(
        open + "presentation-template", ["otp"], "OpenDocument presentation template",
        "OpenDocumentプレゼンテーションテンプレート"),
    ])

  /// An ODF drawing, and the kinds of ODF that people rarely meet alone.
  package static let odg = odf(
    "odg",
    [
      FileType(open + "graphics", ["odg"], "OpenDocument drawing", "OpenDocument図形描画"),
      FileType(
        open + "graphics-template", ["otg"], "OpenDocument drawing template",
        "OpenDocument図形描画テンプレート"),
      FileType(open + "formula", ["odf"], "OpenDocument formula", "OpenDocument数式"),
      FileType(open + "chart", ["odc"], "OpenDocument chart", "OpenDocumentグラフ"),
    ])

  /// EPUB (EPUB 3.3 OCF).
  package static let epub = ArchiveFormat.of(
    "epub", [FileType("application/epub+zip", ["epub"], "EPUB book", "EPUB書籍")])

  private static let open = "application/vnd.oasis.opendocument."

  /// LibreOffice refuses to open a document with an entry that its manifest does not list.
  private static func odf(_ kind: String, _ types: [FileType]) -> Format {
    ArchiveFormat.of(
      kind, types, label: "beside; with `--embed` inside, and LibreOffice then refuses to open it")
  }
}
