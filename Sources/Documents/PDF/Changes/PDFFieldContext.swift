/// What a field has from the fields above it (ISO 32000-2 §12.7.4.1).
struct PDFFieldContext {
  /// The full name, as far as it goes.
  var name: [UInt8] = []
  /// The kind, `FT`.
  var kind: PDFName?
  /// Whether a field above, or this one, has another value than it had.
  var isFilled = false
  /// Whether it became a signature.
  var isSigned = false
  /// Whether it was a signature already.
  var wasSigned = false
}
