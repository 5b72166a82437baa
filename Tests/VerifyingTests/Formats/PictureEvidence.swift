import BroadsealDocuments
import TestSupport

/// Pictures. Of a format that is not read, the sample shows no more than what it is recognised by.
enum PictureEvidence {
  static let all = [
    FormatEvidence(
      format: .png, name: "release.png", content: TestFile.png.content, mark: [0x63, 0xF8, 0x0F],
      corpus: .named(["png"])),
    FormatEvidence(
      format: .jpeg, name: "release.jpg", content: TestFile.jpeg.content, mark: [0x3F, 0x00, 0x47],
      corpus: .named(["jpg"])),
    unread(.gif, "release.gif", Array("GIF89a\u{1}\0\u{1}\0\0\0\0;".utf8), ["gif"]),
    unread(.tiff, "release.tif", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0], ["tiff", "dng"]),
    FormatEvidence(
      format: .webp, name: "release.webp", content: RIFFFile.webp(), mark: [0x88, 0xFE, 7],
      corpus: .named(["webp"])),
    unread(
      .jxl, "release.jxl", [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A, 0, 1],
      ["jxl"]),
  ]

  static func unread(
    _ format: Format, _ name: String, _ content: [UInt8], _ rows: [String]
  ) -> FormatEvidence {
    FormatEvidence(
      format: format, name: name, content: content, mark: Array(content.suffix(2)),
      corpus: .named(rows))
  }
}
