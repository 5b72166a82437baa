import BroadsealBytes

/// One token of an HTML document, as far as finding the head's content needs it.
enum HTMLToken: Hashable, Sendable {
  /// A run of white space.
  case space
  /// A character reference that stands for white space.
  case escapedSpace
  /// Something without content: a comment, a document type, a processing instruction, `</>`.
  case nothing
  /// A character of text that is not white space.
  case text
  /// A start tag.
  case start(HTMLTag)
  /// An end tag.
  case end(HTMLTag)
  /// The document ends, or breaks off inside a token.
  case documentEnd
}

/// A start or end tag.
struct HTMLTag: Hashable, Sendable {
  /// The name in lower case; cut off where it is longer than any name of interest.
  let name: String
  /// What its attributes say.
  let attributes: HTMLAttributes
  /// The tag from `<` to `>`.
  let range: ByteRange
}
