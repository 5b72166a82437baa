package import BroadsealBytes

/// What goes into one of the rooms that a placement kept free.
package struct Fill: Hashable, Sendable {
  /// The room, in the output.
  package let range: ByteRange
  /// Its content, as long as the room.
  package let bytes: [UInt8]

  /// `bytes` for the room at `range`; nil unless they fill it exactly.
  package init?(_ range: ByteRange, _ bytes: [UInt8]) {
    guard range.length == bytes.count else { return nil }
    self.range = range
    self.bytes = bytes
  }
}
