/// Runs of characters that combine with the one before them (UAX #15 §13).
///
/// The standard library compares, hashes and splits text by canonical equivalence, and the time
/// that it takes grows with the square of such a run: one of a megabyte takes a quarter of an hour.
/// Text of a stranger is therefore looked through where it is decoded, once and for all.
package enum CombiningRun {
  /// Longest run that is accepted: four times what the Stream-Safe Text Format allows.
  package static let maximumLength = 120

  /// Whether no run in `text` is longer than that.
  package static func isShort(in text: String) -> Bool {
    // The first combining character, U+0300, begins with this byte.
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return true }
    var length = 0
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x300, scalar.properties.canonicalCombiningClass != .notReordered
      else {
        length = 0
        continue
      }
      length += 1
      if length > maximumLength { return false }
    }
    return true
  }
}
