/// An address in a page, a drawing or a style sheet, seen as a browser takes it.
struct WebAddress {
  /// Without white space around it and line ends within, the scheme in lower case.
  let text: String

  /// Reads what is written; references to characters are replaced already.
  init(_ written: some StringProtocol) {
    var bytes = Array(written.utf8)[...]
    bytes = bytes.drop { $0 <= 0x20 }
    let kept = bytes.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let head = kept.prefix(64).map(\.lowercased)
    text = String(decoding: head + kept.dropFirst(64), as: UTF8.self)
  }

  /// Whether a script stands in the address itself.
  var isScript: Bool {
    ["javascript:", "vbscript:", "livescript:"].contains { text.hasPrefix($0) }
  }

  /// Whether its content stands in the address itself.
  var isData: Bool { text.hasPrefix("data:") }

  /// Whether its content stands in the address and is of a type that this version does not look through:
  /// all but pictures made of points, sound, fonts and plain text.
  ///
  /// The type is read as a browser reads it (Fetch §data: URLs): up to the first comma, without white space,
  /// parameters and the difference of letters' case.
  var isUnreadData: Bool { essence.map { !WebAddress.inert.contains($0) } ?? false }

  /// Whether it holds a page or a drawing, in which a script may stand, wherever it is written.
  var holdsPage: Bool {
    essence.map { $0.hasSuffix("xml") || $0.hasSuffix("html") || $0.hasSuffix("xsl") } ?? false
  }

  /// The type of the content that stands in the address; nil for another address.
  private var essence: String? {
    guard isData else { return nil }
    let head = text.utf8.dropFirst(5).prefix { $0 != UInt8(ascii: ",") }
    let written = head.prefix { $0 != UInt8(ascii: ";") }.drop { $0 <= 0x20 }
    var type = Array(written).map(\.lowercased)
    while let last = type.last, last <= 0x20 { type.removeLast() }
    // What is no type counts as plain text (§6), of which every part is a token (MIME Sniffing §4.4).
    let parts = type.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return type.isEmpty || parts.count != 2 ? "text/plain" : String(decoding: type, as: UTF8.self)
  }

  private static let inert: Set<String> = [
    "image/png", "image/apng", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/webp",
    "image/avif", "image/bmp", "image/x-icon", "image/vnd.microsoft.icon", "image/tiff",
    "image/heic", "image/jxl", "font/woff", "font/woff2", "font/ttf", "font/otf", "font/sfnt",
    "font/collection", "font/truetype", "font/opentype", "application/font-woff",
    "application/font-woff2", "application/x-font-woff", "application/x-font-ttf",
    "application/x-font-truetype", "application/x-font-opentype", "application/x-font-otf",
    "application/font-sfnt", "application/vnd.ms-fontobject", "audio/mpeg", "audio/mp3",
    "audio/mp4", "audio/ogg", "audio/wav", "audio/x-wav", "audio/wave", "audio/webm", "audio/flac",
    "audio/aac", "text/plain",
  ]

  /// Whether what it leads to stands in the same file.
  ///
  /// - Parameter isPackage: whether relative addresses lead to other parts of the same file.
  func isInside(isPackage: Bool) -> Bool {
    if text.isEmpty || text.hasPrefix("#") || isData { return true }
    if text == "about:blank" || text == "about:srcdoc" { return true }
    guard isPackage else { return false }
    let scheme = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isAbsolute = scheme.contains(":") || text.hasPrefix("//") || text.hasPrefix("\\")
    return !isAbsolute
  }

  /// Whether an address in a package, or a style sheet with such addresses, names the part that is its label.
  static func namesLabel(_ written: String) -> Bool {
    var name: [UInt8] = []
    var rest = Array(written.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        rest = rest.dropFirst(2)
        name.append(value.lowercased)
      } else {
        name.append(byte.lowercased)
      }
    }
    return name[...].firstIndex(of: "content_credential") != nil
  }
}
