import BroadsealBytes
import BroadsealFiles

/// What players show of a file: samples of tracks, of fragments, and items of pictures.
struct ShownContent {
  private var tables: [SampleTable] = []
  private var fragments: [FragmentRuns] = []
  /// What lists what belongs to encrypted samples, with the boxes of its sizes.
  private var auxiliary: [(list: OffsetList, sizes: MediaBox?)] = []
  /// By number of track, the size of samples that do not say it.
  private var sizes: [UInt32: Int] = [:]
  private var extends: [MediaBox] = []

  /// Takes what `children` of `box`, in `root`, say of it, whose tables are `lists`.
  mutating func take(
    _ children: [MediaBox], of box: MediaBox, in root: MediaBox, _ lists: [OffsetList]
  ) throws(DocumentError) {
    switch box.type {
    case ShownContent.samples:
      if let table = try SampleTable(children, lists) { tables.append(table) }
      let sizes = children.first { $0.type == ShownContent.auxiliarySizes }
      auxiliary += lists.filter { $0.box.type == OffsetList.auxiliary }.map { ($0, sizes) }
    case ShownContent.fragment:
      if let runs = try FragmentRuns(children, in: root) { fragments.append(runs) }
    case ShownContent.movieExtends:
      extends += children.filter { $0.type == ShownContent.trackExtends }
    default: break
    }
  }

  /// Makes sure that nothing of it, and none of `items`, has bytes that change.
  ///
  /// - Throws: a refusal where something has, or where the boxes cannot be followed.
  func check(
    _ changing: ChangingBytes, _ items: [ItemLocations], in source: ByteSource
  ) throws(DocumentError) {
    for table in tables { try table.check(changing, in: source) }
    for (list, sizes) in auxiliary {
      let length = try sizes.map { box throws(DocumentError) in
        try ShownContent.total(box, source)
      }
      for place in try list.values(in: source) {
        guard let start = Int(exactly: place), !changing.touches(start, length ?? 0) else {
          throw BMFFWalker.refusal(
            "what belongs to samples stands where the file would change", at: list.box)
        }
      }
    }
    let sizes = try defaults(source)
    var earlier: (fragment: Int, end: Int)?
    // The tracks of a fragment were met from the last to the first.
    for runs in fragments.sorted(by: { ($0.fragment, $0.place) < ($1.fragment, $1.place) }) {
      let before = earlier.flatMap { $0.fragment == runs.fragment ? $0.end : nil }
      let end = try runs.check(changing, sizes: sizes, after: before, in: source)
      earlier = (runs.fragment, end)
    }
    for list in items { try list.check(changing, size: source.size) }
  }

  private func defaults(_ source: ByteSource) throws(DocumentError) -> [UInt32: Int] {
    var sizes: [UInt32: Int] = [:]
    for box in extends {
      let found = try TrackDefaults(box, in: source)
      sizes[found.track] = max(sizes[found.track] ?? 0, found.size)
    }
    return sizes
  }

  /// How long what belongs to samples is together (`saiz`, ISO/IEC 14496-12 §8.7.8).
  private static func total(_ box: MediaBox, _ source: ByteSource) throws(DocumentError) -> Int {
    let odd = BMFFWalker.refusal("the sizes of what belongs to samples cannot be followed", at: box)
    guard box.content.length <= BMFFLimits.maximumTables else { throw odd }
    var reader = ByteReader(try source.bytes(box.content), base: box.content.start)
    do throws(Malformed) {
      if try reader.readUInt32() & 1 == 1 { try reader.skip(8) }
      let common = Int(try reader.readUInt8())
      let count = Int(try reader.readUInt32())
      let sizes = try reader.readBytes(common > 0 ? 0 : count)
      try reader.expectEnd()
      return common > 0 ? common * count : sizes.reduce(0) { $0 + Int($1) }
    } catch { throw odd }
  }

  private static let samples = MediaBoxType.code("stbl")
  private static let fragment = MediaBoxType.code("traf")
  private static let movieExtends = MediaBoxType.code("mvex")
  private static let trackExtends = MediaBoxType.code("trex")
  private static let auxiliarySizes = MediaBoxType.code("saiz")
}

extension ItemLocations {
  /// Makes sure that all of it is understood, and that no item has bytes that change.
  fileprivate func check(_ changing: ChangingBytes, size: Int) throws(DocumentError) {
    guard isWhole, box.headerLength == BMFFWalker.header else {
      throw BMFFWalker.refusal("the list of items is not as long as what it lists", at: box)
    }
    for item in items {
      guard item.isHere, item.method <= 2 else {
        throw BMFFWalker.refusal("an item says that it stands elsewhere", at: box)
      }
      guard item.method == 0 else { continue }
      for extent in item.extents {
        let (sum, overflow) = item.base.value.addingReportingOverflow(extent.offset.value)
        let length = extent.length == 0 ? UInt64(size) : extent.length
        guard !overflow, let start = Int(exactly: sum), let count = Int(exactly: length),
          !changing.touches(start, count)
        else { throw BMFFWalker.refusal("an item stands where the file would change", at: box) }
      }
    }
  }
}
