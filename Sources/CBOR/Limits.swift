/// What a CBOR item may ask of its decoder.
package struct Limits: Sendable {
  /// How deep arrays, maps and tags may nest.
  package let maximumDepth: Int
  /// How many items there may be altogether.
  package let maximumItems: Int

  /// Depth 32 and half a million items.
  package static let standard = Limits(maximumDepth: 32, maximumItems: 500_000)

  /// Limits of the caller's choice.
  package init(maximumDepth: Int, maximumItems: Int) {
    self.maximumDepth = maximumDepth
    self.maximumItems = maximumItems
  }
}
