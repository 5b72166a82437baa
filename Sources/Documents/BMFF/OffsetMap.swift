import BroadsealBytes

/// Where the bytes of a file stand once it is edited.
struct OffsetMap: Sendable {
  private let ends: [Int]
  private let shifts: [Int]

  /// What `edits`, which are sorted, do to every offset behind them.
  init(_ edits: [Edit]) {
    var ends: [Int] = []
    var shifts: [Int] = []
    var shift = 0
    for edit in edits where edit.length != edit.range.length {
      shift += edit.length - edit.range.length
      ends.append(edit.range.end)
      shifts.append(shift)
    }
    self.ends = ends
    self.shifts = shifts
  }

  /// The offset of the byte that stood at `offset`; of one that goes, where it would have stood.
  func moved(_ offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let (sum, overflow) = offset.addingReportingOverflow(shifts[low - 1])
    return overflow ? offset : sum
  }

  /// The same for a number from a file; nil for one that is no offset.
  func moved(_ offset: UInt64) -> UInt64? {
    Int(exactly: offset).flatMap { UInt64(exactly: moved($0)) }
  }
}
