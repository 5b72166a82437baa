/// How the strings of an object are encrypted (ISO 32000-2 §7.6.2).
enum PDFStringContext: Hashable, Sendable {
  /// Not at all: the document is not encrypted, or the object is in an object stream.
  case plain
  /// With the key of that object.
  case object(PDFReference)
}
