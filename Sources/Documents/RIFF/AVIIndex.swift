import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The indexes of a video above a gigabyte, which count from the start of the file (OpenDML AVI 1.02,
/// §3.2): they have to follow when bytes in front of what they point at move.
///
/// The index at the end of the first form counts from its list of pictures, and moves with it.
struct AVIIndex {
  private let source: ByteSource
  private let header: RIFFChunk
  private var window: ByteWindow

  /// The indexes that the header of the video at `header` leads to.
  init(_ source: ByteSource, header: RIFFChunk) {
    self.source = source
    self.header = header
    window = ByteWindow(source)
  }

  /// What has to be changed when `moves` are made, in file order.
  mutating func edits(for moves: [Edit]) throws(DocumentError) -> [Edit] {
    var edits: [Int: Edit] = [:]
    for index in try chunks(in: header.content.dropFirst(4), of: AVIIndex.streams) {
      for chunk in try chunks(in: index.dropFirst(4), of: [FourCharacters("indx")]) {
        try collect(chunk, moves, into: &edits)
      }
    }
    return edits.values.sorted { $0.range.start < $1.range.start }
  }

  /// The index of indexes at `content`, or an index of chunks that stands in its place.
  private mutating func collect(
    _ content: Range<Int>, _ moves: [Edit], into edits: inout [Int: Edit]
  ) throws(DocumentError) {
    guard let kind = try window.byte(at: content.lowerBound + 3),
      let count = try little(UInt32.self, at: content.lowerBound + 4)
    else { return }
    guard kind == AVIIndex.ofIndexes else {
      try patch(content.lowerBound + 12, moves, into: &edits)
      return
    }
    let first = content.lowerBound + 24
    guard first <= content.upperBound else { return }
    let room = (content.upperBound - first) / 16
    for number in 0..<min(Int(count), room, AVIIndex.maximumEntries) {
      let place = first + number * 16
      guard let target = try little(UInt64.self, at: place), let target = Int(exactly: target)
      else { continue }
      try patch(place, moves, into: &edits)
      // The index that it names is a chunk with a base of its own.
      guard target < source.size - 20,
        try window.byte(at: target + RIFFChunk.headerLength + 3) == AVIIndex.ofChunks
      else { continue }
      try patch(target + RIFFChunk.headerLength + 12, moves, into: &edits)
    }
  }

  /// Patches the offset that stands at `place`.
  private mutating func patch(
    _ place: Int, _ moves: [Edit], into edits: inout [Int: Edit]
  ) throws(DocumentError) {
    guard edits[place] == nil, let value = try little(UInt64.self, at: place),
      let old = Int(exactly: value), old <= source.size,
      let range = ByteRange(start: place, length: 8),
      !moves.contains(where: { $0.range.overlaps(range) })
    else { return }
    let growth = moves.filter { $0.range.end <= old }.reduce(0) { $0 + $1.length - $1.range.length }
    guard growth != 0, let new = UInt64(exactly: old + growth) else { return }
    edits[place] = Edit(range, with: [.bytes(RIFFChunk.bytes(new))])
  }

  /// The contents of the chunks, or lists, of `types` in `range`.
  private mutating func chunks(
    in range: Range<Int>, of types: Set<FourCharacters>
  ) throws(DocumentError) -> [Range<Int>] {
    let end = range.upperBound
    var found: [Range<Int>] = []
    var offset = range.lowerBound
    for _ in 0..<AVIIndex.maximumChunks where end - offset >= RIFFChunk.headerLength {
      guard let type = try window.number(UInt32.self, at: offset),
        let length = try little(UInt32.self, at: offset + 4)
      else { break }
      let content = offset + RIFFChunk.headerLength
      guard Int(length) <= end - content else { break }
      var kind = FourCharacters(type)
      if kind == .list, let list = try window.number(UInt32.self, at: content) {
        kind = FourCharacters(list)
      }
      if types.contains(kind) { found.append(content..<(content + Int(length))) }
      offset = content + Int(length) + Int(length & 1)
    }
    return found
  }

  private mutating func little<Integer: FixedWidthInteger & UnsignedInteger>(
    _ type: Integer.Type, at offset: Int
  ) throws(DocumentError) -> Integer? {
    try window.number(type, at: offset)?.byteSwapped
  }

  private static let streams: Set<FourCharacters> = [FourCharacters("strl")]
  private static let ofIndexes: UInt8 = 0
  private static let ofChunks: UInt8 = 1
  private static let maximumEntries = 4_096
  private static let maximumChunks = 256
}
