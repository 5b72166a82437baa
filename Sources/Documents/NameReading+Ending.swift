package import BroadsealBytes

/// What the last extension of a name says of a text.
///
/// Nobody can list the extensions under which some system runs, opens or lays out a text. So the list is one of
/// those that are known: any other stands for a type of its own, which is agreed with only by a label that was made
/// under it.
extension NameReading {
  /// What the end of a name says.
  package enum Ending: Hashable, Sendable {
    /// No type: it has no extension, or only such as say something else of the file.
    case silent
    /// A type that is known.
    case known(String)
    /// Something that nobody knows here, as a type of its own; what stands before it says `before`.
    case unknown(String, before: String?)
  }

  /// What the name of `path` says, by its end.
  package static func ending(of path: FilePath) -> Ending {
    let known = mediaType(of: path)
    let last = FileExtension.texts(of: path).last { !isSilent($0) }
    guard let last, !isKnown(last), !isRun(path) else {
      return known.map(Ending.known) ?? .silent
    }
    return .unknown(type(ofUnknown: last), before: known)
  }

  /// Whether files of `mediaType` are text, so that their names decide what becomes of them.
  package static func isOfText(_ mediaType: String) -> Bool { !others.contains(mediaType) }

  /// The types of formats that are no text.
  private static let others = Set(
    Formats.all.filter { !$0.isText }.flatMap(\.types).map(\.mediaType))

  /// A type that stands for an extension alone.
  private static func type(ofUnknown text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        || [0x2B, 0x2D, 0x5F].contains(byte)
    }
    return isPlain && text.utf8.count <= longest ? "application/x-\(text)" : oddName
  }

  /// The longest extension that has a type of its own.
  private static let longest = 32
  private static let oddName = "application/x-other-name"

  /// Whether an extension tells a version, a number, a language, an encoding or that it is a copy, and no kind of file:
  /// `notice.txt.1`, `page.html.en`, `告示.令和8年`, `Release v1.2 final`.
  static func isSilent(_ text: String) -> Bool {
    guard !isKnown(text) else { return false }
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    if said.contains(text) || languages.contains(text) { return true }
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    if parts.count == 2, languages.contains(String(parts[0])), parts[1].utf8.count == 2 {
      return true
    }
    // No system knows a program for what holds a blank, or letters other than those of the alphabet.
    return text.unicodeScalars.contains { $0 == " " || !$0.isASCII && $0.properties.isAlphabetic }
  }

  private static let said: Set<String> = ["bak", "orig", "old", "copy", "final", "utf8", "utf-8"]

  private static let languages = Set(
    """
    ar bg da de el en es et fi fr ga he hi hr hu id it ja ko lt lv mt nb nl no pt ro ru sk sl sv th tr uk vi zh
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
