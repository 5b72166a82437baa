/// The declaration that may open a document in XML or written like XML (XML 1.0 §2.8).
struct XMLDeclaration: Hashable, Sendable {
  /// Offset of the first byte behind it and a byte order mark of UTF-8.
  let end: Int
  /// The encoding that it declares, in lower case.
  let encoding: String?

  /// Longest declaration that is read, in bytes.
  static let maximumLength = 512

  /// Reads the start of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    let opening = try source.opening(XMLDeclaration.maximumLength)
    let start = opening.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let rest = opening[start...]
    guard rest.starts(with: "<?xml".utf8), rest.dropFirst(5).first?.isXMLSpace == true,
      let close = rest.firstIndex(of: "?>")
    else {
      (end, encoding) = (start, nil)
      return
    }
    end = close + 2
    encoding = XMLDeclaration.encoding(in: rest[(start + 5)..<close])
  }

  private static func encoding(in text: ArraySlice<UInt8>) -> String? {
    guard let start = text.firstIndex(of: "encoding") else { return nil }
    let value = text[(start + 8)...].drop { $0.isXMLSpace || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == 0x22 || quote == 0x27 else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self).lowercased()
  }
}
