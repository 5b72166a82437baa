import BroadsealBytes
import BroadsealFiles

/// Whether bytes of a file look like a manifest store, and whose.
///
/// Asked only of a file whose structure cannot be read: it tells a labelled file that was damaged from
/// one that never had a label, also where that holds labelled files. It finds no store for anybody.
package enum StoreTrace: Hashable, Sendable {
  /// Nothing does.
  case none
  /// Something does, and it bears no mark of this file's format: a picture in it may have a label.
  case inner
  /// Something does as the format's own store would.
  case own

  /// What is in `source`, a file whose own store would show by `mark`.
  static func of(_ source: ByteSource, mark: StoreMark) throws(SourceError) -> StoreTrace {
    var search = StoreTraceSearch(mark)
    var start = 0
    while start < source.size {
      guard let range = ByteRange(start..<min(source.size, start + blockSize)) else { break }
      search.look(through: try source.read(range)[...], at: start)
      guard range.end < source.size else { break }
      start = range.end - overlap
    }
    guard !search.places.isEmpty else { return search.isPresent ? .inner : .none }
    let held = try mark.held?(source) ?? []
    return search.places.contains { !StoreTrace.holds(held, $0) } ? .own : .inner
  }

  /// Whether the byte at `place` stands in one of `ranges`, behind its first: they are in order.
  private static func holds(_ ranges: [ByteRange], _ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place < ranges[low - 1].end
  }

  private static let blockSize = 1 << 20
  /// More than a mark and what is looked at before it.
  private static let overlap = 2 * StoreMark.Frame.reach
}

/// Looks for stores, block by block.
private struct StoreTraceSearch {
  /// Where something stands that bears the format's own mark.
  private(set) var places: [Int] = []
  /// Whether anything looks like a store.
  private(set) var isPresent = false
  private let mark: StoreMark

  init(_ mark: StoreMark) { self.mark = mark }

  /// The description box of a store (C2PA 2.5 §11.1.4.1), and how far behind the store's beginning it says so.
  private static let box: StaticString = "jumdc2pa\u{0}\u{11}\u{0}\u{10}"
  private static let boxOffset = 12
  /// What stands before that: header and size, also of a box whose size is written in eight bytes more.
  private static let headers = [12, 20]
  /// The same in Base64, where it begins with a group of its own.
  private static let base64: StaticString = "anVtZGMycGEAEQAQ"
  private static let base64Offset = 16
  /// No file has more of them that has to be asked where each stands.
  private static let maximumPlaces = 1 << 20

  mutating func look(through block: ArraySlice<UInt8>, at start: Int) {
    func add(_ index: Int) {
      isPresent = true
      if places.count < StoreTraceSearch.maximumPlaces {
        places.append(start + index - block.startIndex)
      }
    }
    for name in mark.names {
      var search = block.startIndex
      while let found = block[search...].firstIndex(of: name) {
        add(found)
        search = found + 1
      }
    }
    // What stands nearer to the start than that was seen in the block before, with what is before it.
    let first = block.startIndex + (start > 0 ? StoreMark.Frame.reach : 0)
    var search = first
    while let found = block.firstIndex(of: StoreTraceSearch.box, from: search) {
      isPresent = true
      search = found + 1
      if isOwn(found, block) { add(max(block.startIndex, found - StoreTraceSearch.boxOffset)) }
    }
    search = first
    while let found = block.firstIndex(of: StoreTraceSearch.base64, from: search) {
      isPresent = true
      search = found + 1
      if mark.takesBase64, beginsText(at: found - StoreTraceSearch.base64Offset, block) {
        add(found)
      }
    }
  }

  /// Whether the box of a store that describes itself at `index` is the file's own.
  private func isOwn(_ index: Int, _ block: ArraySlice<UInt8>) -> Bool {
    func isIn(_ frames: [StoreMark.Frame]) -> Bool {
      StoreTraceSearch.headers.contains { length in
        let before = block[..<max(block.startIndex, index - length)]
        return frames.contains { $0.ends(before) }
      }
    }
    switch mark.boxes {
    case .none: return false
    case .all: return true
    case .outside(let frames): return !isIn(frames)
    case .inside(let frames): return isIn(frames)
    }
  }

  /// Whether text in Base64 begins at `index`, rather than before it.
  private func beginsText(at index: Int, _ block: ArraySlice<UInt8>) -> Bool {
    guard mark.boxes != .all, index > block.startIndex else { return true }
    let before = block[..<index].last { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }
    guard let before else { return true }
    return
      !(before | 0x20 >= 0x61 && before | 0x20 <= 0x7A || before >= 0x30 && before <= 0x39
      || before == 0x2B || before == 0x2F)
  }
}
