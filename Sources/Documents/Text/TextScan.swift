import BroadsealBytes
import BroadsealFiles

/// Finds fixed byte strings in a file of any size, near the speed of reading it.
enum TextScan {
  /// Offsets at which each of `needles` stands, in file order and at most `limit` of each.
  ///
  /// A needle has 2 bytes or more; the next search starts behind a hit.
  static func offsets(
    of needles: [[UInt8]], in source: ByteSource, limit: Int
  ) throws(DocumentError) -> [[Int]] {
    var found = [[Int]](repeating: [], count: needles.count)
    let overlap = (needles.map(\.count).max() ?? 1) - 1
    var buffer = [UInt8](repeating: 0, count: min(source.size, blockSize))
    var base = 0
    while base + overlap < source.size {
      let filled: Int
      do throws(SourceError) {
        filled = try source.fill(&buffer, from: base)
      } catch { throw .source(error) }
      for (index, needle) in needles.enumerated() {
        var start = max(0, (found[index].last.map { $0 + needle.count } ?? 0) - base)
        while found[index].count < limit,
          let hit = MemorySearch.offset(of: needle, in: buffer, start..<max(start, filled))
        {
          found[index].append(base + hit)
          start = hit + needle.count
        }
      }
      if base + filled == source.size || found.allSatisfy({ $0.count >= limit }) { break }
      base += filled - overlap
    }
    return found
  }

  /// Fits the second cache of every processor, so that several needles cost little more than one.
  private static let blockSize = 256 << 10
}

/// The lines of a text, each without its line feed or carriage return and line feed.
struct TextLines: IteratorProtocol {
  /// One line.
  struct Line {
    /// Offset of its first byte.
    let start: Int
    /// Its bytes without the terminator.
    let content: ArraySlice<UInt8>
    /// Offset of the next line.
    let end: Int
    /// Whether a line feed closes it.
    let isTerminated: Bool
  }

  private var rest: ArraySlice<UInt8>

  /// The lines of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    let feed = rest.firstIndex(of: 0x0A)
    var content = rest[..<(feed ?? rest.endIndex)]
    if feed != nil, content.last == 0x0D { content = content.dropLast() }
    let end = feed.map { $0 + 1 } ?? rest.endIndex
    let line = Line(
      start: rest.startIndex, content: content, end: end, isTerminated: feed != nil)
    rest = rest[end...]
    return line
  }
}

extension TextLines {
  /// What some editors put before the first line of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
