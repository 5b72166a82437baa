extension StringProtocol {
  /// Whether the two texts are the same bytes in UTF-8.
  ///
  /// `==` compares by canonical equivalence, which takes U+212A (KELVIN SIGN) for the letter K: not
  /// good enough for a label, a key or a name that decides something.
  package func isExactly(_ other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}

extension String {
  /// Whether the two texts are the same bytes in UTF-8.
  ///
  /// The general form walks both texts through witness tables; this one, which nearly every caller
  /// means, is some twenty times as fast.
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
