import BroadsealBytes

/// Kinds of packages by their entry `mimetype` (ODF part 2 §3.3, EPUB OCF §4.3).
enum OpenKind {
  /// The format that a media type stands for; nil when it is none of a package.
  static func format(of mediaType: String) -> Format? {
    if mediaType.isExactly(Format.epub.mediaType) { return .epub }
    guard mediaType.hasPrefix(prefix) else { return nil }
    let name = mediaType.dropFirst(prefix.count)
    switch name {
    case "text", "text-template", "text-master", "text-web": return .odt
    case "spreadsheet", "spreadsheet-template": return .ods
    case "presentation", "presentation-template": return .odp
    case "graphics", "graphics-template", "chart", "formula", "image", "base": return .odg
    default: return nil
    }
  }

  private static let prefix = "application/vnd.oasis.opendocument."
}
