/// A run of bytes in a file: where it starts and how long it is.
public struct ByteRange: Hashable, Sendable {
  /// Offset of the first byte, from the start of the file.
  public let start: Int

  /// Number of bytes; zero or more.
  public let length: Int

  /// A range of `length` bytes at `start`; nil when either is negative or the end overflows.
  public init?(start: Int, length: Int) {
    guard start >= 0, length >= 0, !start.addingReportingOverflow(length).overflow else {
      return nil
    }
    self.start = start
    self.length = length
  }

  /// A range from half-open bounds; nil when they are negative.
  public init?(_ bounds: Range<Int>) {
    self.init(start: bounds.lowerBound, length: bounds.count)
  }

  /// The first `count` bytes; no byte at all when `count` is negative.
  public init(first count: Int) {
    start = 0
    length = max(0, count)
  }

  /// Offset just past the last byte.
  public var end: Int { start + length }

  /// The range as half-open bounds.
  public var bounds: Range<Int> { start..<end }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { bounds.overlaps(other.bounds) }
}
