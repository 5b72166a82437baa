import BroadsealBytes

/// The bytes of a file that do not stay what they are: where something comes, goes or is brought up to date.
struct ChangingBytes {
  private let ranges: [ByteRange]

  /// Those of `ranges`, in any order; an empty one is where something is inserted.
  init(_ ranges: [ByteRange]) {
    var merged: [ByteRange] = []
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, range.start < last.end {
        let end = max(last.end, range.end)
        merged[merged.count - 1] = ByteRange(start: last.start, length: end - last.start) ?? last
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Whether one of the `length` bytes at `start` changes, or something comes between them.
  func touches(_ start: Int, _ length: Int) -> Bool {
    guard length > 0 else { return false }
    let (sum, overflow) = start.addingReportingOverflow(length)
    let end = overflow ? Int.max : sum
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= start { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start < end
  }
}
