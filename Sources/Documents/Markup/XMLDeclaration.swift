import BroadsealFiles

/// The declaration that may open a document in XML or written like XML (XML 1.0 §2.8).
struct XMLDeclaration: Hashable, Sendable {
  /// Offset of the first byte behind it and a byte order mark of UTF-8.
  let end: Int
  /// The encoding that it declares, in lower case.
  let encoding: String?
  /// Whether it is one of XML 1.0 as it must be; true when there is none.
  let isSound: Bool

  /// Longest declaration that is read, in bytes.
  static let maximumLength = 512

  /// Reads the start of `source`.
  init(_ source: ByteSource) throws(DocumentError) {
    let opening = try source.opening(XMLDeclaration.maximumLength)
    let start = opening.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var rest = opening[start...]
    guard rest.starts(with: "<?xml".utf8), rest.dropFirst(5).first?.isXMLSpace == true else {
      (end, encoding, isSound) = (start, nil, true)
      return
    }
    guard let close = rest.firstIndex(of: "?>") else {
      (end, encoding, isSound) = (start, nil, false)
      return
    }
    end = close + 2
    rest = rest[(start + 5)..<close]
    let version = XMLDeclaration.take("version", from: &rest)
    encoding = XMLDeclaration.take("encoding", from: &rest)
    let standalone = XMLDeclaration.take("standalone", from: &rest)
    isSound =
      version == "1.0" && (standalone.map { $0 == "yes" || $0 == "no" } ?? true)
      && rest.allSatisfy(\.isXMLSpace)
  }

  /// Takes ` name = "value"`, if it stands next; the value in lower case.
  private static func take(_ name: String, from rest: inout ArraySlice<UInt8>) -> String? {
    var text = rest.drop(while: \.isXMLSpace)
    guard text.startIndex > rest.startIndex, text.starts(with: name.utf8) else { return nil }
    text = text.dropFirst(name.utf8.count).drop(while: \.isXMLSpace)
    guard text.popFirst() == UInt8(ascii: "=") else { return nil }
    text = text.drop(while: \.isXMLSpace)
    guard let quote = text.popFirst(), quote == 0x22 || quote == 0x27,
      let end = text.firstIndex(of: quote)
    else { return nil }
    let value = String(validating: text[..<end], as: UTF8.self)
    rest = text[(end + 1)...]
    return value?.lowercased()
  }
}
