package import BroadsealBytes

/// What the extension of a file's name says about its content.
package struct FileExtension: Sendable {
  /// The format it stands for; `other` for content that is not looked into.
  package let format: Format
  /// The media type it stands for.
  package let mediaType: String

  /// What the extension of `path` stands for; nil when there is none, or one that is not known.
  package init?(of path: FilePath) {
    guard let text = FileExtension.text(of: path), let known = Formats.byExtension[text] else {
      return nil
    }
    format = known.format
    mediaType = known.type.mediaType
  }

  /// The extension in lower case and without its dot; nil when the name has none.
  package static func text(of path: FilePath) -> String? {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      dot + 1 < name.endIndex
    else { return nil }
    return String(validating: name[(dot + 1)...], as: UTF8.self)?.lowercased()
  }
}
