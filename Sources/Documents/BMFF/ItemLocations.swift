import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Where the items of a picture are: the `iloc` box of a `meta` box (ISO/IEC 14496-12 §8.11.3).
struct ItemLocations: Sendable {
  /// A field that holds an offset.
  struct Field: Sendable {
    /// Where it stands in the file.
    let place: Int
    /// How many bytes it has: 0, 4 or 8.
    let width: Int
    /// What it says; 0 where it has no bytes.
    let value: UInt64
  }

  /// A run of bytes of an item.
  struct Extent: Sendable {
    /// Where it begins, from the base of its item.
    let offset: Field
    /// How long it is; 0 for all of what it is in.
    let length: UInt64
  }

  /// One item.
  struct Item: Sendable {
    /// Its number.
    let identifier: UInt32
    /// What its offsets are counted in: 0 the file, 1 `idat`, 2 another item.
    let method: UInt8
    /// Whether its bytes are in this file.
    let isHere: Bool
    /// From where its offsets are counted.
    let base: Field
    /// Its runs.
    let extents: [Extent]
  }

  /// The items, in order.
  let items: [Item]
  /// The box that lists them.
  let box: MediaBox
  /// The content of `idat`; nil where there is none.
  let data: ByteRange?
  /// Whether nothing stands behind what it lists.
  let isWhole: Bool

  /// Most bytes that an `iloc` box is read up to.
  static let maximumSize = 4 << 20

  /// The locations in `meta`; nil where it has none.
  init?(of meta: MediaBox, in source: ByteSource) throws(DocumentError) {
    var search = MediaBoxSearch(MediaBoxes(roots: []), of: source)
    let children = try search.children(of: meta)
    guard let box = children.first(where: { $0.type == MediaBoxType.code("iloc") }) else {
      return nil
    }
    self.box = box
    data = children.first { $0.type == MediaBoxType.code("idat") }?.content
    guard box.content.length <= ItemLocations.maximumSize else {
      throw BMFFWalker.tooComplex("the list of items is too long", at: box.range.start)
    }
    let content = try source.bytes(box.content)
    do throws(Malformed) {
      var reader = ByteReader(content, base: box.content.start)
      items = try ItemLocations.items(&reader)
      isWhole = reader.isAtEnd
    } catch { throw .malformed(code: BMFFCode.structure.code, error) }
  }

  private static func items(_ reader: inout ByteReader) throws(Malformed) -> [Item] {
    let version = try reader.readUInt32() >> 24
    guard version <= 2 else { throw reader.malformed("a version of iloc that is not known") }
    let sizes = try reader.readUInt16()
    let widths = [12, 8, 4, 0].map { Int(sizes >> $0 & 0xF) }
    guard widths.allSatisfy({ [0, 4, 8].contains($0) }) else {
      throw reader.malformed("a field of iloc has a size that it may not have")
    }
    let count = version < 2 ? UInt32(try reader.readUInt16()) : try reader.readUInt32()
    var items: [Item] = []
    for _ in 0..<count {
      let identifier = version < 2 ? UInt32(try reader.readUInt16()) : try reader.readUInt32()
      let method = version == 0 ? 0 : UInt8(truncatingIfNeeded: try reader.readUInt16() & 0xF)
      let reference = try reader.readUInt16()
      let base = try field(widths[2], &reader)
      let number = try reader.readUInt16()
      var extents: [Extent] = []
      for _ in 0..<number {
        if version > 0 { try reader.skip(widths[3]) }
        let offset = try field(widths[0], &reader)
        extents.append(Extent(offset: offset, length: try field(widths[1], &reader).value))
      }
      items.append(
        Item(
          identifier: identifier, method: method, isHere: reference == 0, base: base,
          extents: extents))
    }
    return items
  }

  private static func field(_ width: Int, _ reader: inout ByteReader) throws(Malformed) -> Field {
    let place = reader.offset
    let value = try reader.readBytes(width).reduce(0) { $0 << 8 | UInt64($1) }
    return Field(place: place, width: width, value: value)
  }

  /// The bytes of `extent`; nil where they are not in the file of `size` bytes.
  func range(of extent: Extent, in item: Item, size: Int) -> ByteRange? {
    let whole: ByteRange
    switch item.method {
    case 0: whole = ByteRange(first: size)
    case 1:
      guard let data else { return nil }
      whole = data
    default: return nil
    }
    let (sum, overflow) = item.base.value.addingReportingOverflow(extent.offset.value)
    guard item.isHere, !overflow, let first = Int(exactly: sum), first <= whole.length else {
      return nil
    }
    let rest = whole.length - first
    let length = extent.length == 0 ? rest : Int(exactly: extent.length) ?? .max
    return length <= rest ? ByteRange(start: whole.start + first, length: length) : nil
  }
}

/// What the items of a picture are called: the `iinf` box of a `meta` box (§8.11.6).
enum ItemNames {
  private static let kinds: Set<UInt32> = Set(
    ["Exif", "mime", "uri ", "xml "].map(MediaBoxType.code))

  /// The numbers of the items that say something about the picture.
  static func metadata(of meta: MediaBox, in source: ByteSource) throws(DocumentError) -> Set<
    UInt32
  > {
    var search = MediaBoxSearch(MediaBoxes(roots: []), of: source)
    guard
      let box = try search.children(of: meta).first(where: { $0.type == MediaBoxType.code("iinf") }
      ),
      let head = try search.bytes(4, at: box.headerLength, of: box), let version = head.first
    else { return [] }
    let start = box.content.start + (version == 0 ? 6 : 8)
    guard let inside = ByteRange(start: start, length: max(0, box.range.end - start)),
      inside.end <= box.range.end
    else { return [] }
    var walker = BMFFWalker(source, inside: inside)
    var found: Set<UInt32> = []
    for _ in 0..<MetadataLimits.maximumParts {
      guard let entry = try walker.next() else { break }
      guard let version = try search.bytes(1, at: entry.headerLength, of: entry)?.first,
        version >= 2
      else { continue }
      let width = version == 2 ? 2 : 4
      guard
        let number = try search.bytes(width, at: entry.headerLength + 4, of: entry),
        let type = try search.bytes(4, at: entry.headerLength + 4 + width + 2, of: entry)
      else { continue }
      if kinds.contains(type.reduce(0) { $0 << 8 | UInt32($1) }) {
        found.insert(number.reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
    return found
  }
}
