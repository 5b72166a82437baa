package import BroadsealBytes

/// What one digest covers: ranges of a file, one after the other.
package struct HashedPart: Hashable, Sendable {
  /// The ranges, in file order; none is empty.
  package let ranges: [ByteRange]
  /// Bytes that go into the hash before a range, by the place of the range, and that stand nowhere in the
  /// file: the offset of a box, in `c2pa.hash.bmff` (C2PA 2.5 §A.5.4).
  package let prefixes: [Int: [UInt8]]

  /// A part of a file.
  package init(_ ranges: [ByteRange], prefixes: [Int: [UInt8]] = [:]) {
    self.ranges = ranges
    self.prefixes = prefixes
  }
}
