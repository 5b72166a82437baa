/// A name with its `#` escapes resolved (ISO 32000-1 §7.3.5): bytes, not text.
struct PDFName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes of the name, without the solidus.
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(stringLiteral text: String) {
    bytes = Array(text.utf8)
  }
}
