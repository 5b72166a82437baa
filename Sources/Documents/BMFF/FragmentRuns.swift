import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

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
    var header = ByteReader(try source.bytes(head.content), base: head.content.start)
    var base = earlier ?? fragment
    var size: Int?
    do throws(Malformed) {
      let flags = try header.readUInt32()
      size = sizes[try header.readUInt32()]
      if flags & 0x20000 != 0 { base = fragment }
      if flags & 0x1 != 0 { base = Int(exactly: try header.readUInt64()) ?? .max }
      if flags & 0x2 != 0 { try header.skip(4) }
      if flags & 0x8 != 0 { try header.skip(4) }
      if flags & 0x10 != 0 { size = Int(try header.readUInt32()) }
    } catch { throw .malformed(code: BMFFCode.structure.code, error) }
    var end = base
    for run in runs {
      guard run.content.length <= BMFFLimits.maximumTables else {
        throw BMFFWalker.tooComplex("a run of samples is too long", at: run.range.start)
      }
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

/// A run of samples (`trun`, §8.8.8).
private struct TrackRun {
  /// Where it begins, from the base of its track; nil behind the run before it.
  let offset: Int?
  private let count: Int
  /// How long the samples are together; nil where they do not say it.
  private let own: Int?

  init(_ box: MediaBox, in source: ByteSource) throws(DocumentError) {
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      let flags = try reader.readUInt32()
      count = Int(try reader.readUInt32())
      offset = flags & 0x1 == 0 ? nil : Int(Int32(bitPattern: try reader.readUInt32()))
      if flags & 0x4 != 0 { try reader.skip(4) }
      let before = flags & 0x100 == 0 ? 0 : 4
      let behind = [0x400, 0x800].reduce(0) { $0 + (flags & $1 == 0 ? 0 : 4) }
      let hasSizes = flags & 0x200 != 0
      var length = 0
      if before + behind > 0 || hasSizes {
        for _ in 0..<count {
          try reader.skip(before)
          if hasSizes { length += Int(try reader.readUInt32()) }
          try reader.skip(behind)
        }
      }
      own = hasSizes ? length : nil
      try reader.expectEnd()
    } catch {
      throw BMFFWalker.refusal("a run of samples is not as long as what it lists", at: box)
    }
  }

  /// How long the samples are together, where `size` is the size of one that does not say it.
  func length(each size: Int?) -> Int? {
    if let own { return own }
    guard let (length, overflow) = size.map({ $0.multipliedReportingOverflow(by: count) }) else {
      return count == 0 ? 0 : nil
    }
    return overflow ? .max : length
  }
}
