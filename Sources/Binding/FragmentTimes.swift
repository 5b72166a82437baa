import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// When the fragments of a film play, as their own boxes say (ISO/IEC 14496-12 §8.8).
struct FragmentTimes {
  private let source: ByteSource
  private var search: MediaBoxSearch
  private let fragments: [MediaBox]
  /// Durations of samples where a fragment says none, by track; nil until somebody asks.
  private var usual: [UInt32: Int]?
  /// The parts of the fragments that were read, by where these start.
  private var known: [Int: [UInt32: TrackFragment.Part]] = [:]

  /// The fragments of `boxes`, which are the top of `source`.
  init(_ boxes: MediaBoxes, of source: ByteSource) {
    self.source = source
    search = MediaBoxSearch(boxes, of: source)
    fragments = boxes.roots.filter { $0.type == MediaBoxType.fragment }
  }

  /// Where the first fragment with samples of `track` starts.
  mutating func first(of track: UInt32) throws(DocumentError) -> Int? {
    for fragment in fragments where try parts(of: fragment)[track] != nil {
      return fragment.range.start
    }
    return nil
  }

  /// What the fragment at `start` holds of `track`; nil where it holds nothing, or does not say when.
  mutating func part(of track: UInt32, at start: Int) throws(DocumentError) -> TrackFragment.Part? {
    guard let index = fragments.firstIndex(startingAt: start) else { return nil }
    return try parts(of: fragments[index])[track]
  }

  private mutating func parts(
    of fragment: MediaBox
  ) throws(DocumentError) -> [UInt32: TrackFragment.Part] {
    if let known = known[fragment.range.start] { return known }
    let durations = try usualDurations()
    var parts: [UInt32: TrackFragment.Part] = [:]
    for box in try search.children(of: fragment) where box.type == TrackFragment.type {
      let read = TrackFragment(try search.children(of: box), usual: durations)
      guard let (track, part) = try read.part(in: source) else { continue }
      parts[track] = parts[track]?.joined(with: part) ?? part
    }
    known[fragment.range.start] = parts
    return parts
  }

  private mutating func usualDurations() throws(DocumentError) -> [UInt32: Int] {
    if let usual { return usual }
    var found: [UInt32: Int] = [:]
    if let path = BoxPath("/moov/mvex/trex") {
      for box in try search.boxes(at: path) {
        let one = try TrackDefaults(box, in: source)
        found[one.track] = one.duration
      }
    }
    usual = found
    return found
  }
}

extension [MediaBox] {
  /// The position of the box that starts there; the boxes are in order.
  fileprivate func firstIndex(startingAt start: Int) -> Int? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.start < start { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low].range.start == start ? low : nil
  }
}
