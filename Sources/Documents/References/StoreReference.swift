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
