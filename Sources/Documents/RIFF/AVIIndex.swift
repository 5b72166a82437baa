import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The indexes of a video above a gigabyte, which count from the start of the file (OpenDML AVI 1.02,
/// §3.2): they have to follow when bytes in front of what they point at move.
///
/// The index at the end of the first form counts from its list of pictures, and moves with it. An index in
/// another place than where it belongs is found by players too, and so is refused, as is one whose places
/// would not all move alike.
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
  ///
  /// - Throws: a refusal where that cannot be shown to be all.
  mutating func edits(for moves: [Edit]) throws(DocumentError) -> [Edit] {
    // What stands before the first move stays, and so does what is counted from there.
    guard moves.contains(where: { $0.range.end < source.size && $0.length != $0.range.length })
    else { return [] }
    var edits: [Int: Edit] = [:]
    var known: Set<Int> = []
    for index in try chunks(in: header.content.dropFirst(4), of: AVIIndex.streams) {
      for chunk in try chunks(in: index.dropFirst(4), of: [FourCharacters("indx")]) {
        known.insert(chunk.lowerBound - RIFFChunk.headerLength)
        try collect(chunk, moves, into: &edits)
      }
    }
    try search(for: Array("indx".utf8), but: known)
    return edits.values.sorted { $0.range.start < $1.range.start }
  }

  /// The index of indexes at `content`, or an index of chunks that stands in its place.
  private mutating func collect(
    _ content: Range<Int>, _ moves: [Edit], into edits: inout [Int: Edit]
  ) throws(DocumentError) {
    let place = content.lowerBound
    guard let kind = try window.byte(at: place + 3),
      let count = try little(UInt32.self, at: place + 4), content.count >= 24
    else { throw refusal(at: place) }
    guard kind == AVIIndex.ofIndexes else {
      try check(content, moves)
      try patch(place + 12, moves, into: &edits)
      return
    }
    let first = place + 24
    guard Int(count) <= min((content.upperBound - first) / 16, AVIIndex.maximumEntries) else {
      throw refusal(at: place)
    }
    for number in 0..<Int(count) {
      let place = first + number * 16
      guard let target = try little(UInt64.self, at: place).flatMap({ Int(exactly: $0) }),
        target <= source.size - 32
      else { throw refusal(at: place) }
      try patch(place, moves, into: &edits)
      // The index that it names is a chunk with a base of its own.
      let start = target + RIFFChunk.headerLength
      guard try window.byte(at: start + 3) == AVIIndex.ofChunks,
        let length = try little(UInt32.self, at: target + 4), Int(length) <= source.size - start
      else { throw refusal(at: place) }
      try check(start..<(start + Int(length)), moves)
      try patch(start + 12, moves, into: &edits)
    }
  }

  /// Patches the offset that stands at `place`.
  private mutating func patch(
    _ place: Int, _ moves: [Edit], into edits: inout [Int: Edit]
  ) throws(DocumentError) {
    guard edits[place] == nil else { return }
    guard let value = try little(UInt64.self, at: place),
      let old = Int(exactly: value), old <= source.size,
      let range = ByteRange(start: place, length: 8),
      !moves.contains(where: { $0.range.overlaps(range) })
    else { throw refusal(at: place) }
    let growth = AVIIndex.shift(of: old, moves)
    guard growth != 0, let new = UInt64(exactly: old + growth) else { return }
    edits[place] = Edit(range, with: [.bytes(RIFFChunk.bytes(new))])
  }

  /// How far the byte at `place` moves.
  private static func shift(of place: Int, _ moves: [Edit]) -> Int {
    moves.filter { $0.range.end <= place }.reduce(0) { $0 + $1.length - $1.range.length }
  }

  /// Makes sure that all that the index of chunks at `content` leads to moves as far as its base.
  private mutating func check(_ content: Range<Int>, _ moves: [Edit]) throws(DocumentError) {
    let first = content.lowerBound + 24
    guard let words = try window.number(UInt16.self, at: content.lowerBound)?.byteSwapped,
      let count = try little(UInt32.self, at: content.lowerBound + 4),
      let base = try little(UInt64.self, at: content.lowerBound + 12)
        .flatMap({ Int(exactly: $0) }),
      base <= source.size, (2...3).contains(words), first <= content.upperBound,
      Int(count) <= (content.upperBound - first) / (4 * Int(words)),
      Int(count) <= AVIIndex.maximumPlaces
    else { throw refusal(at: content.lowerBound) }
    let shift = AVIIndex.shift(of: base, moves)
    for number in 0..<Int(count) {
      let entry = first + number * 4 * Int(words)
      guard let offset = try little(UInt32.self, at: entry),
        let size = try little(UInt32.self, at: entry + 4)
      else { throw refusal(at: entry) }
      // The highest bit says whether a picture stands for itself.
      let start = base + Int(offset)
      let end = start + Int(size & 0x7FFF_FFFF)
      guard end <= source.size, AVIIndex.shift(of: start, moves) == shift,
        size == 0 || AVIIndex.shift(of: end - 1, moves) == shift
      else { throw refusal(at: entry) }
    }
  }

  /// Looks for `mark` in all that stands before the pictures, and finds it nowhere but at `known`.
  private mutating func search(
    for mark: [UInt8], but known: Set<Int>
  ) throws(DocumentError) {
    let form = (3 * 4)..<source.size
    let pictures = try chunks(in: form, of: [FourCharacters("movi")]).first
    let end = (pictures?.lowerBound ?? source.size) - RIFFChunk.headerLength
    guard pictures != nil, let range = ByteRange(form.lowerBound..<max(form.lowerBound, end)),
      range.length <= AVIIndex.maximumHead
    else { throw refusal(at: header.range.start) }
    let bytes = try source.bytes(range)
    for place in bytes.indices where bytes[place] == mark[0] {
      guard bytes[place...].starts(with: mark), !known.contains(range.start + place) else {
        continue
      }
      throw refusal(at: range.start + place)
    }
  }

  private func refusal(at place: Int) -> DocumentError {
    .refused(
      Refusal(
        Note(RIFFCode.places, "an index of its pictures cannot be followed", at: place),
        remedy: .sidecar))
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
  /// Most places in one index of chunks.
  private static let maximumPlaces = 1 << 20
  /// Most bytes before the pictures.
  private static let maximumHead = 16 << 20
}
