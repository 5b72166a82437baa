/// A PDF signature that was made together with a label.
public struct PDFSignature: Sendable, Hashable {
  /// How far it goes (EN 319 142-1): `B-B`, or `B-T` with a time stamp.
  public let level: String
  /// Name of its field in the document's form.
  public let field: String
}
