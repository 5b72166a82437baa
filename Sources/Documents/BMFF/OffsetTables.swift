import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Everything in a file that says where something else stands in it.
///
/// It is complete, or there is none: whoever puts something into a file, or takes it out, moves what stands
/// behind. So each box that holds tables is followed to its last byte, each table to its last field, and
/// `PlaceSearch` finds no other. And what is shown has no byte that changes: not those of a table itself.
struct OffsetTables: Sendable {
  /// Tables of places.
  private(set) var lists: [OffsetList] = []
  /// The items of pictures.
  private(set) var items: [ItemLocations] = []
  /// Indexes of segments.
  private(set) var indexes: [SegmentIndex] = []
  /// Bytes of all tables together.
  private var size = 0

  private static let references = MediaBoxType.code("dref")
  private static let segmentIndex = MediaBoxType.code("sidx")
  /// Where a dash camera lists its boxes of positions, in `moov`.
  private static let positions = MediaBoxType.code("gps ")

  /// Looks through the boxes of `source`.
  ///
  /// - Parameter changes: what comes and goes, and what gets another header.
  /// - Throws: a refusal where a place could be missed, where the file keeps its media elsewhere, and where
  ///   what is shown would change.
  init(_ boxes: MediaBoxes, in source: ByteSource, changes: [Edit]) throws(DocumentError) {
    var search = MediaBoxSearch(boxes, of: source)
    var content = ShownContent()
    var known: Set<Int> = []
    let gone = Set(changes.map(\.range))
    for root in boxes.roots where !gone.contains(root.range) {
      if root.type == OffsetTables.segmentIndex {
        indexes.append(try SegmentIndex(root, in: source))
        try take(root.range.length, at: root)
        known.insert(root.range.start)
      }
      guard PlaceKinds.isDescended(root.type, in: 0) else { continue }
      var waiting: [(box: MediaBox, ancestors: [MediaBox])] = [(root, [])]
      while let (box, ancestors) = waiting.popLast() {
        let around = ancestors + [box]
        let children = try search.wholeChildren(of: box)
        try OffsetTables.checkNumbers(of: children)
        var own: [OffsetList] = []
        for child in children {
          if PlaceKinds.isTable(child.type, in: box.type) { known.insert(child.range.start) }
          if let list = try list(in: child, in: around, &search, source) { own.append(list) }
          if PlaceKinds.isDescended(child.type, in: box.type) { waiting.append((child, around)) }
        }
        lists += own
        if box.type == MediaBoxType.meta, let places = try ItemLocations(of: box, in: source) {
          items.append(places)
          try take(places.items.count * 64, at: box)
        }
        try content.take(children, of: box, in: root, own)
      }
    }
    try PlaceSearch(of: source, known: known, gone: gone).run(boxes.roots)
    try PlaceTargets(boxes, in: source).check(lists, indexes)
    try content.check(changing(changes), items, in: source)
  }

  /// The bytes of the file that are others once it is written anew.
  private func changing(_ changes: [Edit]) -> ChangingBytes {
    var ranges = changes.map(\.range)
    for list in lists {
      ranges.append(list.box.range)
      ranges += list.ancestors.compactMap {
        ByteRange(start: $0.range.start, length: $0.headerLength)
      }
    }
    return ChangingBytes(ranges + items.map(\.box.range) + indexes.map(\.box.range))
  }

  private static func checkNumbers(of children: [MediaBox]) throws(DocumentError) {
    var met: Set<UInt32> = []
    for child in children where PlaceKinds.single.contains(child.type) {
      guard met.insert(child.type).inserted else {
        throw BMFFWalker.refusal("a box has two of one kind (\(child.name))", at: child)
      }
    }
  }

  private mutating func list(
    in box: MediaBox, in ancestors: [MediaBox], _ search: inout MediaBoxSearch, _ source: ByteSource
  ) throws(DocumentError) -> OffsetList? {
    switch box.type {
    case OffsetTables.references where ancestors.last?.type == MediaBoxType.code("dinf"):
      guard try OffsetTables.isSelfContained(box, source) else {
        throw BMFFWalker.refusal("the media stands in other files", at: box)
      }
      return nil
    case OffsetTables.positions where ancestors.last?.type == MediaBoxType.movie:
      throw BMFFWalker.refusal("a camera lists where its positions are", at: box)
    default:
      guard PlaceKinds.isTable(box.type, in: ancestors.last?.type ?? 0),
        let list = try OffsetList(box, in: ancestors, &search)
      else { return nil }
      try take(list.range?.length ?? 0, at: box)
      return list
    }
  }

  private mutating func take(_ count: Int, at box: MediaBox) throws(DocumentError) {
    size += count
    guard size <= BMFFLimits.maximumTables else {
      throw BMFFWalker.tooComplex("the tables of places are too long", at: box.range.start)
    }
  }

  /// Whether every entry of `dref` says that the media is in this file (ISO/IEC 14496-12 §8.7.2).
  static func isSelfContained(_ box: MediaBox, _ source: ByteSource) throws(DocumentError)
    -> Bool
  {
    guard
      let inside = ByteRange(start: box.content.start + 8, length: max(0, box.content.length - 8))
    else { return false }
    var walker = BMFFWalker(source, inside: inside)
    var window = ByteWindow(source)
    for _ in 0..<maximumReferences {
      guard let entry = try walker.next() else { return walker.offset == inside.end }
      guard let flags = try window.number(UInt32.self, at: entry.content.start), flags & 1 == 1
      else {
        return false
      }
    }
    return false
  }

  private static let maximumReferences = 1_024
}
