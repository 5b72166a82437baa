import TestSupport

/// What documents show, damaged where it stands as text: damage to a compressed archive or stream comes to its check
/// value and no further.
///
/// The first line of the bytes says which kind of document they become; unknown lines are the first kind.
enum ShownFuzzing {
  /// The kinds of packages, by the line that names them.
  enum Package: String, CaseIterable {
    case docx, xlsx, pptx, odt, ods, odp, epub
  }

  /// A package whose main part is the text after the first line. What stands before a line of dashes is its styles.
  static func office(_ bytes: [UInt8]) throws(BrokenPromise) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let package = Package(rawValue: String(decoding: lines[0], as: UTF8.self)) ?? .docx
    let text = String(decoding: lines.last ?? [], as: UTF8.self)
    let halves = text.split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
    let body = String(halves.last ?? "")
    let styles = halves.count == 2 ? String(halves[0]) : nil
    let content =
      switch package {
      case .docx: SmallPackage.document(body, styles: styles)
      case .xlsx: SmallPackage.workbook(sheet: body, styles: styles)
      case .pptx:
        SmallPackage.presentation(body, layout: styles.map { (root: "sldLayout", body: $0) })
      case .odt: SmallPackage.open(body, automatic: styles ?? "")
      case .ods: SmallPackage.open(body, kind: "spreadsheet", automatic: styles ?? "")
      case .odp: SmallPackage.open(body, kind: "presentation", automatic: styles ?? "")
      case .epub: SmallPackage.book(body)
      }
    try DocumentFuzzing.run(content, named: "a." + package.rawValue)
  }

  /// A PDF whose page draws the bytes. What stands before a line of dashes is its resources.
  static func page(_ bytes: [UInt8]) throws(BrokenPromise) {
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
    let resources = halves.count == 2 ? String(halves[0]) : ""
    let content = SmallPDF.drawing(String(halves.last ?? ""), resources: resources)
    try DocumentFuzzing.run(content, named: "a.pdf")
  }
}
