/// Why an assertion could not be proved.
enum AssertionFault: Error, Hashable, Sendable {
  /// Its bytes do not match the hash.
  case mismatch
  /// No hash algorithm is named, or one that is not allowed.
  case unsupportedAlgorithm
}
