/// A dictionary in the order it was written; no key stands twice.
struct PDFDictionary: Sendable {
  /// One key and its value.
  struct Entry: Sendable {
    /// The key, with its escapes resolved.
    let key: PDFName
    /// The text of the key, with the solidus.
    let keyBounds: Range<Int>
    /// The value.
    let value: PDFValue
  }

  /// Keys and values in the order of the text.
  let entries: [Entry]

  /// The value of `key`; nil when it is absent or null, which mean the same (ISO 32000-1 §7.3.7).
  subscript(key: PDFName) -> PDFObject? {
    value(key)?.object
  }

  /// The value of `key` with its bounds; nil when it is absent or null.
  func value(_ key: PDFName) -> PDFValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.object.isNull else {
      return nil
    }
    return value
  }
}
