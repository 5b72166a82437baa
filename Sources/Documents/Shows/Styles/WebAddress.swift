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

  /// Whether it holds a page or a drawing, in which a script may stand.
  var holdsPage: Bool {
    ["data:text/html", "data:image/svg", "data:application/xhtml", "data:text/xml"]
      .contains { text.hasPrefix($0) } || text.hasPrefix("data:application/xml")
  }

  /// Whether what it leads to stands in the same file.
  ///
  /// - Parameter isPackage: whether relative addresses lead to other parts of the same file.
  func isInside(isPackage: Bool) -> Bool {
    if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("data:") { return true }
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
