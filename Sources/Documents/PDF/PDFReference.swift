/// The name of an indirect object: `12 0 R`.
struct PDFReference: Hashable, Sendable {
  /// Object number; 0 is never an object.
  let number: Int
  /// Generation number.
  let generation: Int

  /// As it is written in a value.
  var text: String { "\(number) \(generation) R" }
}
