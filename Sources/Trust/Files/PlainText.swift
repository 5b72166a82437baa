import BroadsealBytes

/// Text that may be shown and compared: no control, no formatting tricks.
enum PlainText {
  /// Whether `scalar` is neither a control character, a line separator, a bidirectional control, an
  /// invisible formatting character nor unassigned.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }

  /// Whether the two texts are the same, scalar for scalar, in Normalization Form C: a decomposed
  /// letter is its composed form; a full-width letter or one of another script is not the letter it
  /// looks like; case and white space count.
  static func isSame(_ one: String, _ other: String) -> Bool {
    one.isExactly(other)
      || one.precomposed.unicodeScalars.elementsEqual(other.precomposed.unicodeScalars)
  }
}
