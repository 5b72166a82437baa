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
    FormatEvidence(
      format: .gif, name: "release.gif", content: SmallPicture.gif, mark: [2, 2, 0x44],
      corpus: .named(["gif"])),
    FormatEvidence(
      format: .tiff, name: "release.tif", content: SmallPicture.tiff, mark: [0x5A, 0x5B],
      corpus: .named(["tiff", "dng"])),
    FormatEvidence(
      format: .webp, name: "release.webp", content: RIFFFile.webp(), mark: [0x88, 0xFE, 7],
      corpus: .named(["webp"])),
    FormatEvidence(
      format: .jxl, name: "release.jxl", content: SmallPicture.jxl, mark: [0x49, 0xE4, 0x40],
      corpus: .named(["jxl"])),
  ]

  static func unread(
    _ format: Format, _ name: String, _ content: [UInt8], _ rows: [String]
  ) -> FormatEvidence {
    FormatEvidence(
      format: format, name: name, content: content, mark: Array(content.suffix(2)),
      corpus: .named(rows))
  }
}
