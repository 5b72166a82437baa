import BroadsealBytes

/// One piece of an XML document.
enum XMLToken: Hashable, Sendable {
  /// A start tag, whose name and attributes the scanner holds; `isEmpty` when it ends with `/>`.
  case start(isEmpty: Bool)
  /// An end tag.
  case end
  /// A run of text that is only white space.
  case space
  /// A run of text, up to the next piece of another kind.
  case text
  /// A reference to a character, or to an entity.
  case reference
  /// A CDATA section, a comment or a processing instruction.
  case section
  /// The document type declaration.
  case documentType
  /// The document ends.
  case documentEnd
}

/// A name in the tag that a scanner read last: where it stands in the scanner's `names`.
struct XMLName: Hashable, Sendable {
  /// The part before the colon; empty when there is none.
  let prefix: Range<Int>
  /// The part behind it.
  let local: Range<Int>

  /// The whole name.
  var whole: Range<Int> { prefix.lowerBound..<local.upperBound }
}

/// An attribute of the tag that a scanner read last.
struct XMLAttribute: Hashable, Sendable {
  /// Its name.
  let name: XMLName
  /// Its value as written, for a declaration of a namespace; empty for every other attribute.
  let value: Range<Int>
  /// In the file, from the first byte of the name to the closing quote.
  let range: ByteRange
}

extension XMLName {
  /// Whether an attribute of this name declares a namespace.
  static func isDeclaration(_ prefix: ArraySlice<UInt8>, _ local: ArraySlice<UInt8>) -> Bool {
    prefix.isEmpty ? local.elementsEqual("xmlns".utf8) : prefix.elementsEqual("xmlns".utf8)
  }
}
