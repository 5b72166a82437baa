import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport

/// The smallest files of the formats that carry a store, written for these tests.
enum TestFile: String, CaseIterable {
  case png, jpeg, pdf, html, svg, docx, md, txt

  /// The name to open it under.
  var name: FilePath { FilePath("release." + rawValue) }

  /// The file without a store.
  var content: [UInt8] {
    switch self {
    case .png: SmallPicture.png
    case .jpeg: SmallPicture.jpeg
    case .pdf: TestFile.onePagePDF()
    case .html: TestFile.page
    case .svg: TestFile.drawing
    case .docx: ZIPFile.docx().built().bytes
    case .md, .txt: TestFile.notes
    }
  }

  /// The file with the store of a manifest.
  ///
  /// - Parameter application1: content of an APP1 segment for JPEG, where metadata stands.
  func signed(_ manifest: TestManifest, application1: [UInt8]? = nil) throws -> [UInt8] {
    switch self {
    case .png: try manifest.embedded(in: SmallPicture.png, as: PNGCarrier.self)
    case .jpeg:
      try manifest.embedded(in: TestFile.picture(application1), as: JPEGCarrier.self)
    case .pdf: try manifest.embedded(in: TestFile.onePagePDF(), as: PDFCarrier.self)
    case .html: try manifest.embedded(in: TestFile.page, as: HTMLCarrier.self)
    case .svg: try manifest.embedded(in: TestFile.drawing, as: SVGCarrier.self)
    case .docx: try manifest.embedded(in: ZIPFile.docx().built().bytes, as: ZIPCarrier.self)
    case .md: try manifest.embedded(in: TestFile.notes, by: TestFile.markdown(TestFile.notes))
    case .txt: try manifest.embedded(in: TestFile.notes, as: PlainTextCarrier.self)
    }
  }

  private static let notes = Array("# 水位\n\nThe café at the river is open.\n".utf8)

  static func markdown(_ content: [UInt8]) throws -> StructuredTextCarrier {
    try StructuredTextCarrier(
      ByteSource(bytes: content), syntax: CommentSyntax.of(mediaType: "text/markdown"))
  }

  private static func picture(_ application1: [UInt8]?) -> [UInt8] {
    guard let content = application1 else { return SmallPicture.jpeg }
    let length = content.count + 2
    let segment = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    return SmallPicture.jpeg[..<20] + segment + SmallPicture.jpeg[20...]
  }

  /// A PDF of one empty page.
  ///
  /// - Parameter comment: bytes without a line's end, for a comment before `startxref`.
  static func onePagePDF(comment: [UInt8]? = nil) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
    ]
    var text = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 4\n\(table)trailer\n<< /Size 4 /Root 1 0 R >>\n"
    let hidden = comment.map { Array("%".utf8) + $0 + Array("\n".utf8) } ?? []
    return Array(text.utf8) + hidden + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  private static let page = Array(
    "<!DOCTYPE html>\n<html lang=en><head><title>a</title></head><body><p>b</p></body></html>\n"
      .utf8)

  private static let drawing = Array(
    "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><rect id='a'/></svg>\n".utf8
  )

}
