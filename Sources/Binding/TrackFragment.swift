import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// The samples of one track in one fragment (`traf`, ISO/IEC 14496-12 §8.8.6 to §8.8.12).
struct TrackFragment {
  /// What it holds.
  struct Part {
    /// When its samples are decoded and shown, in the units of the track's time: from the first to the end of the last.
    var span: Range<Int>
    /// How many samples each run has.
    var runs: [Int]
  }

  static let type = MediaBoxType.code("traf")

  /// Largest of these boxes that is read: a run of a million samples.
  private static let maximumSize = 16 << 20

  private let boxes: [MediaBox]
  private let usual: [UInt32: Int]

  /// - Parameters:
  ///   - boxes: what stands in the box.
  ///   - usual: durations of samples where the fragment says none, by track.
  init(_ boxes: [MediaBox], usual: [UInt32: Int]) {
    self.boxes = boxes
    self.usual = usual
  }

  /// The track, and when its samples play; nil where the boxes do not say both.
  func part(in source: ByteSource) throws(DocumentError) -> (UInt32, Part)? {
    guard let header = try only("tfhd", in: source), let time = try only("tfdt", in: source) else {
      return nil
    }
    var runs: [ByteReader] = []
    for box in boxes where box.type == MediaBoxType.code("trun") {
      guard let reader = try reader(of: box, in: source) else { return nil }
      runs.append(reader)
    }
    do throws(Malformed) {
      let (track, duration) = try TrackFragment.header(header)
      guard let start = try TrackFragment.time(time),
        let part = try TrackFragment.part(of: runs, from: start, duration ?? usual[track])
      else { return nil }
      return (track, part)
    } catch { return nil }
  }

  private func only(_ name: String, in source: ByteSource) throws(DocumentError) -> ByteReader? {
    let found = boxes.filter { $0.type == MediaBoxType.code(name) }
    guard let box = found.first, found.count == 1 else { return nil }
    return try reader(of: box, in: source)
  }

  private func reader(of box: MediaBox, in source: ByteSource) throws(DocumentError) -> ByteReader?
  {
    guard box.content.length <= TrackFragment.maximumSize else { return nil }
    return ByteReader(try source.bytes(box.content), base: box.content.start)
  }

  /// The track of a `tfhd`, and the duration of samples that it states.
  private static func header(_ header: ByteReader) throws(Malformed) -> (UInt32, Int?) {
    var reader = header
    let flags = try reader.readUInt32()
    let track = try reader.readUInt32()
    if flags & 0x01 != 0 { try reader.skip(8) }
    if flags & 0x02 != 0 { try reader.skip(4) }
    return (track, flags & 0x08 != 0 ? Int(try reader.readUInt32()) : nil)
  }

  /// The decode time of a `tfdt`.
  private static func time(_ box: ByteReader) throws(Malformed) -> Int? {
    var reader = box
    return try reader.readUInt32() >> 24 == 0
      ? Int(try reader.readUInt32()) : Int(exactly: try reader.readUInt64())
  }

  /// When the samples of `runs` play that are decoded from `start` on; nil for samples whose duration nobody says,
  /// and for times beyond all bounds.
  private static func part(
    of runs: [ByteReader], from start: Int, _ usual: Int?
  ) throws(Malformed) -> Part? {
    guard var clock = SampleClock(start) else { return nil }
    var counts: [Int] = []
    for run in runs {
      var reader = run
      let head = try reader.readUInt32()
      let count = Int(try reader.readUInt32())
      counts.append(count)
      if head & 0x01 != 0 { try reader.skip(4) }
      if head & 0x04 != 0 { try reader.skip(4) }
      let says = { (flag: UInt32) in head & flag != 0 }
      guard head & 0xF00 != 0 else {
        // Nothing stands there for each sample, however many there are said to be.
        guard let usual, clock.pass(usual, times: count) else { return nil }
        continue
      }
      for _ in 0..<count {
        guard let duration = says(0x100) ? Int(try reader.readUInt32()) : usual else { return nil }
        try reader.skip((says(0x200) ? 4 : 0) + (says(0x400) ? 4 : 0))
        var shift = 0
        if says(0x800) {
          let value = try reader.readUInt32()
          shift = head >> 24 == 0 ? Int(value) : Int(Int32(bitPattern: value))
        }
        guard clock.pass(duration, shift: shift) else { return nil }
      }
    }
    return Part(span: clock.span, runs: counts)
  }
}

/// Adds up what samples take.
private struct SampleClock {
  private var now: Int
  private(set) var span: Range<Int>

  /// A quarter of what fits, so that no sum overflows.
  private static let bound = Int.max / 4

  init?(_ start: Int) {
    guard start < SampleClock.bound else { return nil }
    now = start
    span = start..<start
  }

  /// One sample, which is shown `shift` after it is decoded; false beyond all bounds.
  mutating func pass(_ duration: Int, shift: Int) -> Bool {
    let shown = now + shift
    now += duration
    guard now < SampleClock.bound else { return false }
    span = min(span.lowerBound, shown)..<max(span.upperBound, now, now + shift)
    return true
  }

  /// Many samples of one duration, which are shown when they are decoded.
  mutating func pass(_ duration: Int, times count: Int) -> Bool {
    let (total, isTooMuch) = duration.multipliedReportingOverflow(by: count)
    return !isTooMuch && total < SampleClock.bound && pass(total, shift: 0)
  }
}
