import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Everything in a file that says where something else stands in it.
struct OffsetTables: Sendable {
  /// Tables of places.
  private(set) var lists: [OffsetList] = []
  /// The items of pictures.
  private(set) var items: [ItemLocations] = []
  /// Indexes of segments.
  private(set) var indexes: [SegmentIndex] = []
  /// Bytes of all tables together.
  private var size = 0

  /// Most bytes of tables that are rewritten: the chunks of a film of days.
  static let maximumSize = 16 << 20

  private static let descended: Set<UInt32> = Set(
    ["moov", "trak", "mdia", "minf", "stbl", "meta", "moof", "traf", "mfra", "dinf"].map(
      MediaBoxType.code))
  private static let references = MediaBoxType.code("dref")
  private static let compressed = MediaBoxType.code("cmov")
  private static let segmentIndex = MediaBoxType.code("sidx")

  /// None.
  init() {}

  /// Looks through the boxes of `source`; user data says nothing about places.
  ///
  /// - Throws: a refusal where the file keeps its media elsewhere, or the tables are compressed.
  init(_ boxes: MediaBoxes, in source: ByteSource) throws(DocumentError) {
    var search = MediaBoxSearch(boxes, of: source)
    for root in boxes.roots {
      if root.type == OffsetTables.segmentIndex {
        indexes.append(try SegmentIndex(root, in: source))
        try take(root.range.length, at: root)
      }
      guard OffsetTables.descended.contains(root.type) else { continue }
      var waiting: [(box: MediaBox, ancestors: [MediaBox])] = [(root, [])]
      while let (box, ancestors) = waiting.popLast() {
        guard ancestors.count < BMFFLimits.maximumDepth else {
          throw BMFFWalker.tooComplex("boxes stand too deep in each other", at: box.range.start)
        }
        if box.type == MediaBoxType.meta, let places = try ItemLocations(of: box, in: source) {
          items.append(places)
          try take(places.items.count * 64, at: box)
        }
        let around = ancestors + [box]
        for child in try search.children(of: box) {
          try look(at: child, in: around, &search, source)
          if OffsetTables.descended.contains(child.type) { waiting.append((child, around)) }
        }
      }
    }
  }

  private mutating func look(
    at box: MediaBox, in ancestors: [MediaBox], _ search: inout MediaBoxSearch, _ source: ByteSource
  ) throws(DocumentError) {
    switch box.type {
    case OffsetTables.compressed:
      throw BMFFWalker.refusal("the description of the film is compressed", at: box)
    case OffsetTables.references:
      guard try OffsetTables.isSelfContained(box, source) else {
        throw BMFFWalker.refusal("the media stands in other files", at: box)
      }
    default:
      guard let list = try OffsetList(box, in: ancestors, &search) else { return }
      try take(list.range?.length ?? 0, at: box)
      lists.append(list)
    }
  }

  private mutating func take(_ count: Int, at box: MediaBox) throws(DocumentError) {
    size += count
    guard size <= OffsetTables.maximumSize else {
      throw BMFFWalker.tooComplex("the tables of places are too long", at: box.range.start)
    }
  }

  /// Whether every entry of `dref` says that the media is in this file (ISO/IEC 14496-12 §8.7.2).
  private static func isSelfContained(_ box: MediaBox, _ source: ByteSource) throws(DocumentError)
    -> Bool
  {
    guard
      let inside = ByteRange(start: box.content.start + 8, length: max(0, box.content.length - 8))
    else { return false }
    var walker = BMFFWalker(source, inside: inside)
    var window = ByteWindow(source)
    for _ in 0..<maximumReferences {
      guard let entry = try walker.next() else { return true }
      guard let flags = try window.number(UInt32.self, at: entry.content.start), flags & 1 == 1
      else {
        return false
      }
    }
    return false
  }

  private static let maximumReferences = 1_024
}
