import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// The samples of one track in one fragment (`traf`, ISO/IEC 14496-12 §8.8.6 to §8.8.12).
struct TrackFragment {
  /// What it holds.
  struct Part {
    /// When its samples are decoded and shown, in the units of the track's time: from the first to the end of the last.
    let span: Range<Int>
    /// How many samples each run has.
    let runs: [Int]

    /// Both parts of one track, which a fragment may cut in two.
    func joined(with other: Part) -> Part {
      let start = min(span.lowerBound, other.span.lowerBound)
      let end = max(span.upperBound, other.span.upperBound)
      return Part(span: start..<end, runs: runs + other.runs)
    }
  }

  static let type = MediaBoxType.code("traf")

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
    guard let head = only("tfhd"), let time = only("tfdt"),
      let start = try TrackFragment.time(time, in: source)
    else { return nil }
    let header = try TrackHeader(head, in: source)
    guard var clock = SampleClock(start) else { return nil }
    var counts: [Int] = []
    for box in boxes where box.type == MediaBoxType.code("trun") {
      let run = try TrackRun(box, in: source)
      guard clock.pass(run, header.duration ?? usual[header.track]) else { return nil }
      counts.append(run.count)
    }
    return (header.track, Part(span: clock.span, runs: counts))
  }

  private func only(_ name: String) -> MediaBox? {
    let found = boxes.filter { $0.type == MediaBoxType.code(name) }
    return found.count == 1 ? found.first : nil
  }

  /// When the first sample of a fragment is decoded (`tfdt`, §8.8.12); nil for what says no time.
  private static func time(_ box: MediaBox, in source: ByteSource) throws(DocumentError) -> Int? {
    guard box.content.length <= 12 else { return nil }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      return try reader.readUInt32() >> 24 == 0
        ? Int(try reader.readUInt32()) : Int(exactly: try reader.readUInt64())
    } catch { return nil }
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

  /// The samples of `run`, of which each takes `usual` that does not say it; false where nobody does, and beyond all
  /// bounds.
  mutating func pass(_ run: TrackRun, _ usual: Int?) -> Bool {
    guard run.listsSamples else {
      guard let usual else { return false }
      let (total, isTooMuch) = usual.multipliedReportingOverflow(by: run.count)
      return !isTooMuch && total < SampleClock.bound && pass(total, shift: 0)
    }
    return run.allSatisfy { sample in
      (sample.duration ?? usual).map { pass($0, shift: sample.shift) } ?? false
    }
  }

  /// One sample, or several of which nothing is said, shown `shift` after it is decoded; false beyond all bounds.
  private mutating func pass(_ duration: Int, shift: Int) -> Bool {
    let shown = now + shift
    now += duration
    guard now < SampleClock.bound else { return false }
    span = min(span.lowerBound, shown)..<max(span.upperBound, now, now + shift)
    return true
  }
}
