/// One type of files within a format: a TIFF picture or a DNG photograph, a Word document or a template.
package struct FileType: Sendable {
  /// What people call such a file: a noun without an article, in both languages.
  package struct Name: Hashable, Sendable {
    /// `MP4 video`.
    package let english: String
    /// `MP4動画`.
    package let japanese: String

    init(_ english: String, _ japanese: String) {
      self.english = english
      self.japanese = japanese
    }
  }

  /// IANA media type.
  package let mediaType: String
  /// Extensions that stand for it, in lower case, without a dot.
  package let extensions: [String]
  /// What people call it.
  package let name: Name
  /// Where its label stands, when that is not as its format says.
  package let label: String?

  init(
    _ mediaType: String, _ extensions: [String], _ english: String, _ japanese: String,
    label: String? = nil
  ) {
    self.mediaType = mediaType
    self.extensions = extensions
    name = Name(english, japanese)
    self.label = label
  }

  /// Media type of content of which nothing is known (RFC 2046 §4.5.1).
  package static let unknown = "application/octet-stream"

  /// Such content.
  static let ofUnknownKind = FileType(
    unknown, [], "file of an unknown kind", "種類の分からないファイル")
}
