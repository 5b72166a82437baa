import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Writes a file anew after boxes at its top came or went: everything that says where something stands is
/// brought up to date, and the boxes of the output are listed.
struct BMFFRewrite {
  private let source: ByteSource
  private let boxes: MediaBoxes
  private let tables: OffsetTables
  /// What comes and goes at the top, in order.
  private let changes: [Edit]
  /// Media data that gets another header.
  private let media: PiecewiseMedia?
  private let header: Edit?

  /// Rounds after which every table gets 64 bits that may.
  private static let patientRounds = 4

  /// A rewrite of `source` by `changes`, which are sorted and lie between whole boxes at the top.
  ///
  /// - Parameter media: media data whose header becomes one of sixteen bytes.
  init(
    _ changes: [Edit], _ boxes: MediaBoxes, of source: ByteSource, media: PiecewiseMedia? = nil
  ) throws(DocumentError) {
    self.source = source
    self.boxes = boxes
    self.changes = changes
    self.media = media
    header = media?.edit
    // Also where nothing moves: what is shown could stand in the box that is written again.
    tables = try OffsetTables(boxes, in: source, changes: changes + [header].compactMap(\.self))
  }

  /// The recipe of the output, and the boxes of the source that stay, as they stand in it.
  func run() throws(DocumentError) -> (pieces: [Piece], kept: [MediaBox]) {
    var widened: Set<Int> = []
    for round in 0...(BMFFRewrite.patientRounds + 1) {
      let growth = try self.growth(widened)
      let own = changes + [header].compactMap(\.self)
      let map = OffsetMap(sorted(own + growth))
      var narrow: [Int] = []
      for (index, list) in tables.lists.enumerated()
      where list.width == 4 && !widened.contains(index) {
        if try !fits(list, map) { narrow.append(index) }
      }
      guard narrow.isEmpty else {
        for index in narrow {
          guard tables.lists[index].canWiden else {
            throw BMFFWalker.refusal(
              "places beyond four gigabytes do not fit a table", at: tables.lists[index].box)
          }
          widened.insert(index)
        }
        if round >= BMFFRewrite.patientRounds {
          widened.formUnion(tables.lists.indices.filter { tables.lists[$0].canWiden })
        }
        continue
      }
      let edits = sorted(
        own + (try self.growth(widened, map)) + (try patches(map, without: widened)))
      guard let pieces = Edit.recipe(edits, size: source.size) else {
        throw BMFFWalker.error("tables of places overlap", at: 0)
      }
      return (pieces, kept(map, growth))
    }
    throw .storeSize(0)
  }

  private func kept(_ map: OffsetMap, _ growth: [Edit]) -> [MediaBox] {
    var gone = Set(changes.map(\.range))
    if header != nil, let spare = media?.spare { gone.insert(spare.range) }
    return boxes.roots.filter { !gone.contains($0.range) }.compactMap { box in
      if let header, box == media?.box {
        let length = BMFFWalker.largeHeader + box.content.length
        return ByteRange(start: map.moved(header.range.start), length: length).map {
          MediaBox(type: box.type, range: $0, headerLength: BMFFWalker.largeHeader)
        }
      }
      let grown = growth.filter { box.range.overlaps($0.range) }
        .reduce(0) { $0 + $1.length - $1.range.length }
      return ByteRange(start: map.moved(box.range.start), length: box.range.length + grown).map {
        MediaBox(type: box.type, range: $0, headerLength: box.headerLength, isOpen: box.isOpen)
      }
    }
  }

  private func sorted(_ edits: [Edit]) -> [Edit] {
    edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  private func values(of list: OffsetList) throws(DocumentError) -> [UInt8] {
    guard let range = list.range else { return [] }
    return try source.bytes(range)
  }

  private func fits(_ list: OffsetList, _ map: OffsetMap) throws(DocumentError) -> Bool {
    let bytes = try values(of: list)
    return stride(from: 0, to: bytes.count, by: list.stride).allSatisfy { index in
      let value = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      return map.moved(value) <= Int(UInt32.max)
    }
  }

  /// Tables of 32 bits that become tables of 64, and the sizes of what is around them; without a map, as
  /// long as they will be.
  private func growth(_ widened: Set<Int>, _ map: OffsetMap? = nil) throws(DocumentError) -> [Edit]
  {
    guard !widened.isEmpty else { return [] }
    var edits: [Edit] = []
    var grown: [MediaBox: Int] = [:]
    for index in widened.sorted() {
      let list = tables.lists[index]
      for box in list.ancestors { grown[box, default: 0] += list.growth }
      let length = 16 + list.count * 8
      var box = ByteWriter(capacity: map == nil ? 0 : length)
      if let map {
        box.writeBigEndian(UInt32(length))
        box.writeBigEndian(OffsetList.largeChunks)
        box.writeBigEndian(UInt32(0))
        box.writeBigEndian(UInt32(list.count))
        let bytes = try values(of: list)
        for start in stride(from: 0, to: bytes.count, by: 4) {
          let value = bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt64($1) }
          box.writeBigEndian(map.moved(value) ?? value)
        }
      }
      edits.append(
        Edit(list.box.range, with: [map == nil ? .store(length: length) : .bytes(box.bytes)]))
    }
    for (box, growth) in grown where !box.isOpen {
      edits.append(try BMFFRewrite.resize(box, by: growth).edit)
    }
    return edits
  }

  private static func resize(_ box: MediaBox, by growth: Int) throws(DocumentError) -> FieldPatch {
    let failure = BMFFWalker.refusal("a box cannot become as long as it would be", at: box)
    let isLarge = box.headerLength == BMFFWalker.largeHeader
    return try FieldPatch(
      box.range.start + (isLarge ? 8 : 0), isLarge ? 8 : 4, UInt64(box.range.length + growth),
      failure)
  }

  private func patches(_ map: OffsetMap, without widened: Set<Int>) throws(DocumentError) -> [Edit]
  {
    var edits: [Edit] = []
    for (index, list) in tables.lists.enumerated() where !widened.contains(index) {
      guard let range = list.range else { continue }
      var bytes = try values(of: list)
      var isChanged = false
      for start in stride(from: 0, to: bytes.count, by: list.stride) {
        let field = start..<start + list.width
        let value = bytes[field].reduce(0) { $0 << 8 | UInt64($1) }
        guard let moved = map.moved(value), moved != value else { continue }
        isChanged = true
        for (place, shift) in zip(
          field, Swift.stride(from: 8 * (list.width - 1), through: 0, by: -8))
        {
          bytes[place] = UInt8(truncatingIfNeeded: moved >> UInt64(shift))
        }
      }
      if isChanged { edits.append(Edit(range, with: [.bytes(bytes)])) }
    }
    for index in tables.indexes { edits += try index.patches(map).map(\.edit) }
    for items in tables.items { edits += try items.patches(map).map(\.edit) }
    return edits
  }
}
