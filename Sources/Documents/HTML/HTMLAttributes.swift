/// An attribute as it is written.
struct HTMLAttribute: Hashable, Sendable {
  /// The name in lower case; cut off where it is longer than any name of interest.
  let name: String
  /// The value, with its character references.
  let value: [UInt8]
}

/// The attributes of a tag that matter here; a name that is written twice has its first value.
struct HTMLAttributes: Hashable, Sendable {
  private(set) var type: [UInt8]?
  private(set) var rel: [UInt8]?
  private(set) var href: [UInt8]?
  private(set) var charset: [UInt8]?
  private(set) var content: [UInt8]?
  private(set) var httpEquivalent: [UInt8]?
  /// Whether a solidus stands right before the `>`: a foreign element ends there.
  var isSelfClosing = false
  /// Every attribute in order; empty unless the tokenizer was asked to keep them.
  private(set) var all: [HTMLAttribute] = []

  /// Keeps the attribute `name`, in lower case, unless one of that name came before.
  mutating func keep(_ name: [UInt8], _ value: [UInt8]) {
    let name = String(decoding: name, as: UTF8.self)
    guard !all.contains(where: { $0.name == name }) else { return }
    all.append(HTMLAttribute(name: name, value: value))
  }

  /// Takes the attribute `name`, in lower case, unless one of that name came before.
  mutating func add(_ name: [UInt8], _ value: [UInt8]) {
    switch String(decoding: name, as: UTF8.self) {
    case "type": type = type ?? value
    case "rel": rel = rel ?? value
    case "href": href = href ?? value
    case "charset": charset = charset ?? value
    case "content": content = content ?? value
    case "http-equiv": httpEquivalent = httpEquivalent ?? value
    default: break
    }
  }

  /// Whether a `script` element with these attributes holds a manifest store (C2PA 2.5 §A.7.1.1).
  var isStoreScript: Bool {
    guard let type else { return false }
    let essence = HTMLAttributes.text(type).prefix { $0 != UInt8(ascii: ";") }
    return HTMLAttributes.trimmed(essence).elementsEqual("application/c2pa".utf8)
  }

  /// Whether a `link` element with these attributes refers to one (§A.7.1.2).
  var isStoreLink: Bool {
    guard let rel else { return false }
    return HTMLAttributes.text(rel).split(whereSeparator: \.isMarkupSpace)
      .contains { $0.elementsEqual("c2pa-manifest".utf8) }
  }

  /// The encoding that a `meta` element with these attributes declares, in lower case.
  var declaredEncoding: String? {
    if let charset { return HTMLAttributes.label(HTMLAttributes.text(charset)[...]) }
    guard let httpEquivalent, let content,
      HTMLAttributes.trimmed(HTMLAttributes.text(httpEquivalent)[...])
        .elementsEqual("content-type".utf8)
    else { return nil }
    let text = HTMLAttributes.text(content)[...]
    guard let start = text.firstIndex(of: "charset") else { return nil }
    let rest = text[(start + 7)...].drop(while: \.isMarkupSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { $0.isMarkupSpace || $0 == 0x22 || $0 == 0x27 }
    return HTMLAttributes.label(
      value.prefix { !$0.isMarkupSpace && $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: ";") })
  }

  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trimmed(bytes), as: UTF8.self)
  }

  /// A value with its character references resolved and its letters in lower case.
  private static func text(_ value: [UInt8]) -> [UInt8] {
    HTMLCharacterReference.resolve(value).map(\.lowercased)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: \.isMarkupSpace)
    while rest.last?.isMarkupSpace == true { rest.removeLast() }
    return rest
  }
}
