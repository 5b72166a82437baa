/// A run of bytes in a file: where it starts and how long it is.
package struct ByteRange: Hashable, Sendable {
  /// Offset of the first byte, from the start of the file.
  package let start: Int

  /// Number of bytes; zero or more.
  package let length: Int

  /// A range of `length` bytes at `start`; nil when either is negative or the end overflows.
  package init?(start: Int, length: Int) {
    guard start >= 0, length >= 0, !start.addingReportingOverflow(length).overflow else {
      return nil
    }
    self.start = start
    self.length = length
  }

  /// A range from half-open bounds; nil when they are negative.
  package init?(_ bounds: Range<Int>) {
    self.init(start: bounds.lowerBound, length: bounds.count)
  }

  /// The first `count` bytes; no byte at all when `count` is negative.
  package init(first count: Int) {
    start = 0
    length = max(0, count)
  }

  /// Offset just past the last byte.
  package var end: Int { start + length }

  /// The range as half-open bounds.
  package var bounds: Range<Int> { start..<end }

  /// Whether the two ranges share a byte.
  package func overlaps(_ other: ByteRange) -> Bool { bounds.overlaps(other.bounds) }
}
