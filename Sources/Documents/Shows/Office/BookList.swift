import BroadsealBytes

/// What the package documents of a book say of its parts (EPUB 3.3 §5): their types, the order in which they
/// are read, and the list of contents.
struct BookList {
  /// What a part is to a reader.
  enum Kind { case page, style, script, inert }

  private var types: [String: Set<String>] = [:]
  private var paths: [String: String] = [:]
  private var spine: Set<String> = []
  private var navigation: Set<String> = []
  private var folder: [Substring] = []

  /// Begins the package document at `path`.
  mutating func begin(_ path: String) {
    folder = path.split(separator: "/").dropLast()
    paths = [:]
  }

  /// Adds a part as an `item` describes it.
  mutating func add(_ address: String, _ id: String, _ type: String, _ properties: String) {
    guard let path = resolve(address) else { return }
    let essence = type.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
    types[path, default: []].insert(String(essence))
    paths[id] = path
    if properties.split(whereSeparator: \.isWhitespace).contains("nav") { navigation.insert(path) }
  }

  /// Adds the part that the item `id` describes to what is read in turn.
  mutating func addToSpine(_ id: String) { if let path = paths[id] { spine.insert(path) } }

  /// The path that a relative address leads to, seen from the package document; nil outside of the book.
  private func resolve(_ address: String) -> String? {
    let written = WebAddress(address)
    guard written.isInside(isPackage: true), !written.isData else { return nil }
    let bytes = Array(written.text.utf8).prefix {
      $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?")
    }
    var parts = bytes.first == UInt8(ascii: "/") ? [] : folder
    for piece in bytes.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: BookList.decoded(piece), as: UTF8.self)
      switch name {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(name[...])
      }
    }
    return parts.joined(separator: "/")
  }

  /// A part of a path without its percent encoding (URL §1.3).
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Hex.value(of: $0) }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        decoded.append(UInt8(truncatingIfNeeded: Int(digits[0]) * 16 + Int(digits[1])))
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// Whether a package document names the part.
  func holds(_ path: String) -> Bool { types[path] != nil }

  /// Whether the part is read in turn.
  func isInSpine(_ path: String) -> Bool { spine.contains(path) }

  /// Whether it is the list of contents.
  func isNavigation(_ path: String) -> Bool { navigation.contains(path) }

  /// What a part can be, by all types that it is given, or by its name where no list names it; empty where
  /// that says nothing.
  func kinds(of path: String) -> Set<Kind> {
    if let types = types[path] { return Set(types.compactMap { BookList.kind(of: $0) }) }
    return Set([BookList.kind(ofName: path)].compactMap(\.self))
  }

  private static func kind(of type: String) -> Kind? {
    switch type {
    case "application/xhtml+xml", "text/html", "image/svg+xml", "application/xml", "text/xml",
      "application/smil+xml", "text/x-oeb1-document", "application/mathml+xml":
      .page
    case "text/css", "text/x-oeb1-css": .style
    case "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript",
      "application/x-javascript", "module":
      .script
    case "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif",
      "application/x-dtbncx+xml", "application/oebps-package+xml", "application/pls+xml",
      "application/vnd.ms-opentype", "application/font-sfnt", "application/font-woff",
      "application/font-woff2", "application/x-font-ttf", "application/x-font-otf",
      "application/x-font-truetype", "application/x-font-opentype", "application/x-font-woff",
      "application/vnd.adobe-page-template+xml":
      .inert
    default:
      type.hasPrefix("font/") || type.hasPrefix("audio/") || type.hasPrefix("video/") ? .inert : nil
    }
  }

  private static func kind(ofName path: String) -> Kind? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "xhtml", "html", "htm", "xht", "svg": return .page
    case "css": return .style
    case "js", "mjs": return .script
    case "opf", "ncx", "png", "jpg", "jpeg", "gif", "webp", "ttf", "otf", "woff", "woff2", "mp3",
      "mp4",
      "m4a":
      return .inert
    default: return nil
    }
  }

  /// Whether the content is markup, whatever its type: a reader may show it as a page.
  static func isMarkup(_ content: [UInt8]) -> Bool {
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content[3...] : content[...]
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) { return true }
    return start.first { !$0.isMarkupSpace } == UInt8(ascii: "<")
  }
}
