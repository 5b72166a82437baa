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
    pieces(of: path).last.flatMap { String(validating: $0, as: UTF8.self)?.lowercased() }
  }

  /// Every extension in lower case and without its dot, in the order of the name: servers look at each.
  package static func texts(of path: FilePath) -> [String] {
    pieces(of: path).compactMap { String(validating: $0, as: UTF8.self)?.lowercased() }
  }

  /// What stands between the dots and behind the last. A dot at the start hides a file and begins no extension.
  private static func pieces(of path: FilePath) -> ArraySlice<ArraySlice<UInt8>> {
    let name = trimmed(Array(path.name))
    let pieces = name.split(separator: UInt8(ascii: "."))
    return name.starts(with: "..".utf8) ? pieces[...] : pieces.dropFirst()
  }

  /// `name` without what some systems drop at its end, and what nobody sees there: dots, blanks, characters
  /// without a look.
  private static func trimmed(_ name: [UInt8]) -> [UInt8] {
    guard let text = String(validating: name, as: UTF8.self) else { return name }
    var scalars = text.unicodeScalars
    while let last = scalars.last, isDropped(last) { scalars.removeLast() }
    return Array(String(scalars).utf8)
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if scalar == "." || properties.isWhitespace || properties.isDefaultIgnorableCodePoint {
      return true
    }
    return properties.generalCategory == .control || properties.generalCategory == .format
  }

  /// Extensions under which a system runs what it finds.
  static let programs: Set<String> = [
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "hta", "vbs", "vbe", "wsf", "lnk", "dll",
    "app",
  ]

  /// Extensions of programs whose files are of the format of that name, or of another that nothing proves: Illustrator
  /// writes PDF, and wrote PostScript.
  static let shared = ["ai": "pdf"]

  /// The extensions that stand for content of `format`, those for `mediaType` alone when it is given, in
  /// the order of the format.
  static func all(for format: Format, mediaType: String?) -> [String] {
    format.types.filter { mediaType == nil || $0.mediaType == mediaType }.flatMap(\.extensions)
  }
}
