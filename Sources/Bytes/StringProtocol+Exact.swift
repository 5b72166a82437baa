import Glibc

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
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        guard let one = left.baseAddress, let two = right.baseAddress else { return count == 0 }
        return unsafe memcmp(one, two, count) == 0
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
