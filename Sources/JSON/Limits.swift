/// What a JSON text may ask of its reader.
package struct Limits: Sendable {
  /// How deep arrays and objects may nest.
  package let maximumDepth: Int
  /// How many values the text may hold altogether.
  package let maximumValues: Int

  /// Depth 64 and a million values.
  package static let standard = Limits(maximumDepth: 64, maximumValues: 1_000_000)

  /// Limits of the caller's choice.
  package init(maximumDepth: Int, maximumValues: Int) {
    self.maximumDepth = maximumDepth
    self.maximumValues = maximumValues
  }
}
