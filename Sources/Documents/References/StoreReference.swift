import BroadsealBytes

/// Where a document says that its manifest store is, when it holds none (C2PA 2.5 §15.5.3).
package enum StoreReference {
  /// The places that `texts` name outside the document: each once, in order.
  ///
  /// A text without a scheme, and one that names the document itself, as earlier versions of the
  /// standard had it (`self#jumbf=…`), names no other place.
  static func elsewhere(_ texts: [String]) -> [String] {
    var found: [String] = []
    for text in texts where hasScheme(text) && !found.contains(where: { $0.isExactly(text) }) {
      found.append(text)
    }
    return found
  }

  /// Whether `text` begins with a scheme (RFC 3986 §3.1).
  private static func hasScheme(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.endIndex < text.utf8.endIndex, let first = scheme.first,
      (0x61...0x7A).contains(first | 0x20)
    else { return false }
    return scheme.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}

/// Where an XMP packet says that the manifest store is: `dcterms:provenance` (C2PA 2.5 §11.5).
///
/// Every value under every prefix of the vocabulary counts, as attribute or as element, so that two
/// readers who would follow different ones are noticed.
enum XMPProvenance {
  /// Most bytes of metadata that are looked through in one file.
  static let maximumSize = 1 << 20
  /// Most values that are taken from one packet.
  static let maximumValues = 16
  private static let vocabulary = "http://purl.org/dc/terms/"
  private static let property = "provenance"

  /// The values in `packet`, as they stand, with XML's own five references replaced.
  static func addresses(in packet: [UInt8]) -> [String] {
    // Packets in UTF-16 become readable without their zero bytes: an address is ASCII.
    let text = packet.prefix(maximumSize).filter { $0 != 0 }[...]
    var found: [String] = []
    for prefix in prefixes(in: text) {
      let name = prefix + [UInt8(ascii: ":")] + Array(property.utf8)
      var rest = text
      while found.count < maximumValues, let place = find(name, in: rest) {
        rest = rest[(place + name.count)...]
        if let value = value(at: rest) { found.append(value) }
      }
    }
    return found
  }

  /// Every prefix that is bound to the vocabulary: `xmlns:prefix="…"`.
  private static func prefixes(in text: ArraySlice<UInt8>) -> [[UInt8]] {
    var prefixes: [[UInt8]] = []
    var rest = text
    while prefixes.count < maximumValues, let place = find(Array("xmlns:".utf8), in: rest) {
      rest = rest[(place + 6)...]
      let name = Array(rest.prefix { $0 != UInt8(ascii: "=") && !$0.isXMLSpace })
      guard name.count <= 64 else { continue }
      let value = rest.dropFirst(name.count).drop { byte in
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
          || byte.isXMLSpace
      }
      if value.starts(with: vocabulary.utf8), !name.isEmpty, !prefixes.contains(name) {
        prefixes.append(name)
      }
    }
    return prefixes
  }

  /// The value behind a name: in quotes behind `=`, as text behind `>`, or as `rdf:resource` of the
  /// element; nil for an end tag, or a value that is no ASCII text or too long.
  private static func value(at text: ArraySlice<UInt8>) -> String? {
    let rest = text.drop(while: \.isXMLSpace)
    switch rest.first {
    case UInt8(ascii: "="): return quoted(rest.dropFirst())
    case UInt8(ascii: ">"):
      let content = rest.dropFirst().prefix(longest + 1).prefix { $0 != UInt8(ascii: "<") }
      return decoded(content)
    default:
      let tag = rest.prefix(longest).prefix { $0 != UInt8(ascii: ">") }
      let resource = Array("rdf:resource".utf8)
      guard let place = find(resource, in: tag) else { return nil }
      let behind = tag[(place + resource.count)...].drop(while: \.isXMLSpace)
      return behind.first == UInt8(ascii: "=") ? quoted(behind.dropFirst()) : nil
    }
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> String? {
    let rest = text.drop(while: \.isXMLSpace)
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    return decoded(rest.dropFirst().prefix(longest + 1).prefix { $0 != quote })
  }

  private static let longest = 4_096

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count <= longest, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] { text.replace(reference, with: character) }
    while text.utf8.first?.isXMLSpace == true { text.removeFirst() }
    while text.utf8.last?.isXMLSpace == true { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  private static func find(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first else { return nil }
    var rest = text
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: word) { return start }
      rest = rest[(start + 1)...]
    }
    return nil
  }
}
