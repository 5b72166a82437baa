/// A box that is no superbox, kept exactly as received.
package struct Box: Hashable, Sendable {
  /// The box's type; may be one the house does not know.
  package let type: BoxType
  /// The content, without the header.
  package var payload: ArraySlice<UInt8> { raw.dropFirst(headerLength) }
  /// Header and content.
  package let raw: ArraySlice<UInt8>
  /// Offset of the header in the parsed bytes.
  package let offset: Int
  let headerLength: Int
}
