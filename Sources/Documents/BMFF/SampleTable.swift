import BroadsealBytes
import BroadsealFiles

/// The samples of a track: where its chunks are, how many samples are in each, and how long those are
/// (`stco` or `co64`, `stsc`, `stsz` or `stz2`; ISO/IEC 14496-12 §8.7).
struct SampleTable {
  private let chunks: OffsetList
  private let counts: MediaBox
  private let sizes: MediaBox
  private let description: MediaBox?

  /// The table whose boxes are `children` of one `stbl`; nil where one is missing, so that nothing is played.
  ///
  /// - Throws: a refusal where there are two of a kind.
  init?(_ children: [MediaBox], _ lists: [OffsetList]) throws(DocumentError) {
    let chunks = lists.filter {
      $0.box.type == OffsetList.chunks || $0.box.type == OffsetList.largeChunks
    }
    let sizes = children.filter { SampleTable.sizes.contains($0.type) }
    let places = children.filter { SampleTable.places.contains($0.type) }
    if let second = places.dropFirst().first ?? sizes.dropFirst().first {
      throw BMFFWalker.refusal("a track has two tables of the same", at: second)
    }
    guard let chunk = chunks.first, let size = sizes.first,
      let count = children.first(where: { $0.type == SampleTable.counts })
    else { return nil }
    self.chunks = chunk
    self.sizes = size
    counts = count
    description = children.first { $0.type == SampleTable.description }
  }

  private static let sizes: Set<UInt32> = [MediaBoxType.code("stsz"), MediaBoxType.code("stz2")]
  private static let places: Set<UInt32> = [OffsetList.chunks, OffsetList.largeChunks]
  private static let counts = MediaBoxType.code("stsc")
  private static let description = MediaBoxType.code("stsd")
  /// Most bytes of the table of sizes: the pictures of some days.
  private static let maximumSize = 64 << 20

  /// Makes sure that no sample has bytes that change.
  ///
  /// - Throws: a refusal where one has, or where the tables cannot be followed.
  func check(_ changing: ChangingBytes, in source: ByteSource) throws(DocumentError) {
    let places = try chunks.values(in: source)
    let runs = try self.runs(source)
    var sizes = try SampleSizes(self.sizes, maximum: SampleTable.maximumSize, in: source)
    let frames = try description.map { box throws(DocumentError) in
      try SoundFrame.frames(in: box, of: source)
    }
    var run = 0
    for (index, place) in places.enumerated() {
      while run + 1 < runs.count, runs[run + 1].chunk <= index + 1 { run += 1 }
      guard run < runs.count else { break }
      let count = runs[run].samples
      let length = (frames ?? []).reduce(sizes.next(count)) { max($0, $1.length(of: count)) }
      guard let start = Int(exactly: place), !changing.touches(start, length) else {
        throw BMFFWalker.refusal("samples stand where the file would change", at: chunks.box)
      }
    }
  }

  /// From which chunk on there are how many samples in each, in order.
  private func runs(_ source: ByteSource) throws(DocumentError) -> [(chunk: Int, samples: Int)] {
    let odd = BMFFWalker.refusal("the samples of its chunks cannot be followed", at: counts)
    guard counts.content.length <= BMFFLimits.maximumTables else { throw odd }
    var reader = ByteReader(try source.bytes(counts.content), base: counts.content.start)
    var runs: [(chunk: Int, samples: Int)] = []
    do throws(Malformed) {
      try reader.skip(4)
      let count = try reader.readUInt32()
      for _ in 0..<count {
        runs.append((Int(try reader.readUInt32()), Int(try reader.readUInt32())))
        try reader.skip(4)
      }
      try reader.expectEnd()
    } catch { throw odd }
    let isOrdered = zip(runs, runs.dropFirst()).allSatisfy { $0.chunk < $1.chunk }
    guard runs.first?.chunk ?? 1 == 1, isOrdered else { throw odd }
    return runs
  }
}

/// How long samples are, one after the other (`stsz`, `stz2`).
private struct SampleSizes {
  /// The size of all of them; 0 where each has its own.
  private let common: Int
  private let bytes: [UInt8]
  /// How many bits each size has.
  private let width: Int
  private let count: Int
  private var position = 0

  init(_ box: MediaBox, maximum: Int, in source: ByteSource) throws(DocumentError) {
    let odd = BMFFWalker.refusal("the sizes of its samples cannot be followed", at: box)
    guard box.content.length <= maximum else { throw odd }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      try reader.skip(4)
      let second = Int(try reader.readUInt32())
      count = Int(try reader.readUInt32())
      let isCompact = box.type == MediaBoxType.code("stz2")
      common = isCompact ? 0 : second
      width = isCompact ? second & 0xFF : 32
      guard [4, 8, 16, 32].contains(width) else { throw reader.malformed("a width") }
      let length = common > 0 ? 0 : (count * width + 7) / 8
      bytes = Array(try reader.readBytes(length))
      try reader.expectEnd()
    } catch { throw odd }
  }

  /// How long the next `number` samples are together.
  mutating func next(_ number: Int) -> Int {
    guard common == 0 else {
      let (length, overflow) = common.multipliedReportingOverflow(by: number)
      return overflow ? .max : length
    }
    var length = 0
    let end = min(count, position + number)
    while position < end {
      switch width {
      case 4: length += Int(bytes[position / 2] >> (position % 2 == 0 ? 4 : 0) & 0xF)
      default:
        let start = position * width / 8
        length += bytes[start..<start + width / 8].reduce(0) { $0 << 8 | Int($1) }
      }
      position += 1
    }
    return length
  }
}
