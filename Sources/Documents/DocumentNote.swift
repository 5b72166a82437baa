/// Something worth saying about a document's structure that is not an error.
package struct DocumentNote: Hashable, Sendable {
  /// Stable code in upper case: `PDF-AMBIGUOUS`, `PNG-MULTIPLE-STORES`, `JPEG-SEGMENT-ORDER`.
  package let code: String
  /// One sentence in lower case, without a full stop.
  package let reason: String
  /// Byte offset in the file, where there is one.
  package let offset: Int?

  /// A note under `code`.
  package init(_ code: String, _ reason: String, at offset: Int? = nil) {
    self.code = code
    self.reason = reason
    self.offset = offset
  }
}
