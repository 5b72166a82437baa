import Bytes

/// One piece of an XML document.
enum XMLToken: Hashable, Sendable {
  /// A start tag; `isEmpty` when it ends with `/>`.
  case start(XMLTag, isEmpty: Bool)
  /// An end tag.
  case end(ByteRange)
  /// A run of text that is only white space.
  case space
  /// A run of text, up to the next piece of another kind.
  case text
  /// A character reference or a reference to one of the five entities that XML knows.
  case reference
  /// A reference to an entity that a document type would have to define.
  case entity
  /// A CDATA section, a comment or a processing instruction.
  case section
  /// The document type declaration.
  case documentType(hasSubset: Bool)
  /// The document ends.
  case documentEnd
}

/// A start tag.
struct XMLTag: Hashable, Sendable {
  /// The tag from `<` to `>`.
  let range: ByteRange
  /// The name as written.
  let name: XMLName
  /// The attributes, in order.
  let attributes: [XMLAttribute]
}

/// A name with its prefix.
struct XMLName: Hashable, Sendable {
  /// What stands before the colon; empty when there is none.
  let prefix: [UInt8]
  /// What stands behind it.
  let local: [UInt8]

  /// Takes a name apart; nil unless there is at most one colon, with something on both sides.
  init?(_ bytes: [UInt8]) {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      (prefix, local) = ([], bytes)
      return
    }
    prefix = Array(bytes[..<colon])
    local = Array(bytes[(colon + 1)...])
    guard !prefix.isEmpty, !local.isEmpty, !local.contains(UInt8(ascii: ":")) else { return nil }
  }
}

/// An attribute of a start tag.
struct XMLAttribute: Hashable, Sendable {
  /// Its name.
  let name: XMLName
  /// Its value as written, for a declaration of a namespace; nil for every other attribute.
  let value: [UInt8]?
  /// From the first byte of the name to the closing quote.
  let range: ByteRange
}
