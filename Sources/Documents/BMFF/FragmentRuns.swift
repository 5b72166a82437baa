import BroadsealBytes
import BroadsealFiles

/// The samples of one track in one fragment: its `traf` box (ISO/IEC 14496-12 §8.8.6).
struct FragmentRuns {
  /// Where the fragment begins.
  let fragment: Int
  /// Where it says of which track it is.
  var place: Int { head.range.start }
  private let head: MediaBox
  private let runs: [MediaBox]

  /// The runs whose boxes are `children` of one `traf` in the fragment at `fragment`; nil where it has none.
  ///
  /// - Throws: a refusal where nothing says of which track they are.
  init?(_ children: [MediaBox], in fragment: MediaBox) throws(DocumentError) {
    let runs = children.filter { $0.type == MediaBoxType.code("trun") }
    guard let run = runs.first else { return nil }
    guard let head = children.first(where: { $0.type == MediaBoxType.code("tfhd") }) else {
      throw BMFFWalker.refusal("a fragment does not say of which track it is", at: run)
    }
    self.fragment = fragment.range.start
    self.head = head
    self.runs = runs
  }

  /// Makes sure that no sample has bytes that change.
  ///
  /// - Parameters:
  ///   - sizes: by number of track, the size of samples that do not say it.
  ///   - earlier: where the samples of the track before it in its fragment end; nil for the first.
  /// - Returns: where its samples end.
  /// - Throws: a refusal where one has, or where the boxes cannot be followed.
  func check(
    _ changing: ChangingBytes, sizes: [UInt32: Int], after earlier: Int?, in source: ByteSource
  ) throws(DocumentError) -> Int {
    let header = try TrackHeader(head, in: source)
    let base = header.base ?? (header.isBasedOnFragment ? fragment : earlier ?? fragment)
    let size = header.size ?? sizes[header.track]
    var end = base
    for run in runs {
      let found = try TrackRun(run, in: source)
      // Where nobody says how long samples are, they may reach to the end of the file.
      let length = found.length(each: size) ?? source.size
      let (start, overflow) = found.offset.map { base.addingReportingOverflow($0) } ?? (end, false)
      guard !overflow, start >= 0, !changing.touches(start, length) else {
        throw BMFFWalker.refusal("samples stand where the file would change", at: run)
      }
      end = start.addingReportingOverflow(length).overflow ? .max : start + length
    }
    return end
  }
}

extension TrackRun {
  /// How many bytes the samples have together, where `size` is that of one that does not say it; nil where nobody does.
  fileprivate func length(each size: Int?) -> Int? {
    var sum = 0
    let isSaid = allSatisfy { sample in
      sum += sample.size ?? 0
      return sample.size != nil
    }
    if listsSamples, isSaid { return sum }
    guard let (length, overflow) = size.map({ $0.multipliedReportingOverflow(by: count) }) else {
      return count == 0 ? 0 : nil
    }
    return overflow ? .max : length
  }
}
