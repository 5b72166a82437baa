package import BroadsealBytes

/// One step of writing a document: the recipe is followed in order, in one pass.
package enum Piece: Hashable, Sendable {
  /// Bytes of the source, unchanged.
  case copy(ByteRange)
  /// New bytes.
  case bytes([UInt8])
  /// The room of the store: `length` bytes, filled after everything else is hashed.
  case store(length: Int)
  /// Bytes elsewhere that depend on the store, such as a copy of its checksum: they are filled with
  /// it, and stay out of every hash as it does.
  case dependent(length: Int)
}
