/// Limits on what is read of a structured text.
package enum StructuredTextLimits {
  /// How many bytes from the start are searched for the place of a block: declarations, headers and
  /// front matter stand there.
  package static let headSize = 64 << 10
  /// Most bytes on the line of a block beside its Base64 text: a longer line is no block.
  package static let maximumFraming = 1_024
}
