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

  /// Extensions under which a system runs what it finds.
  static let programs: Set<String> = [
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "hta", "vbs", "vbe", "wsf", "lnk", "dll",
    "app",
  ]

  /// The extensions that stand for content of `format`, those for `mediaType` alone when it is given, in
  /// the order of the format.
  static func all(for format: Format, mediaType: String?) -> [String] {
    format.types.filter { mediaType == nil || $0.mediaType == mediaType }.flatMap(\.extensions)
  }
}
