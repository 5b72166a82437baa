import BroadsealBytes

/// An element in the head that stands for a manifest store (C2PA 2.5 §A.7.1).
struct HTMLStoreElement: Hashable, Sendable {
  /// Which of the two kinds it is.
  enum Kind: Hashable, Sendable {
    /// A `script` element: the text in it, and its end tag; nil when the document breaks off inside.
    case script(content: ByteRange, end: ByteRange)
    case unfinishedScript
    /// A `link` element: the store is a file of its own, which its reference names as written.
    case link(reference: [UInt8])
  }

  /// What it is.
  let kind: Kind
  /// Its start tag.
  let tag: ByteRange
  /// Whether some readers count it to the head and some do not.
  let isDisputed: Bool

  /// Whether it is a `script` element.
  var isScript: Bool { if case .link = kind { false } else { true } }

  /// The whole element; nil for one that never ends.
  var range: ByteRange? {
    switch kind {
    case .script(_, let end): ByteRange(tag.start..<end.end)
    case .unfinishedScript: nil
    case .link: tag
    }
  }

  /// The bytes before and behind the Base64 text in the one form that is written here.
  static let prefix = Array("<script type=\"application/c2pa\">".utf8)
  static let suffix = Array("</script>".utf8)
}
