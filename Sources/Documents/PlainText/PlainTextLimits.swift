/// Limits on what is read of a plain text.
package enum PlainTextLimits {
  /// Largest store in a wrapper, in bytes: a quarter of the text that it takes.
  package static let maximumStoreSize = 8 << 20
  /// Most places that look like the start of a wrapper. A text with more has no label.
  package static let maximumCandidates = 1_024
  /// Most bytes in a row that are normalised together: a base character and what combines with it.
  package static let maximumSequence = 4_096
}
