// The standard library normalises every string that it compares, but offers the result only under
// this interface of its own; the alternative is Foundation with its 41 MB of Unicode data.
@_spi(_Unicode) import Swift

extension StringProtocol {
  /// The text in Unicode Normalization Form C (UAX #15).
  package var precomposed: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: String(self)._nfc)
    return String(scalars)
  }

  /// The scalars of the text in Unicode Normalization Form D: letters apart from their marks, these in canonical order.
  package var decomposed: [Unicode.Scalar] { Array(String(self)._nfd) }
}
