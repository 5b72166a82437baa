import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// An index of segments: the `sidx` box (ISO/IEC 14496-12 §8.16.3), whose offset is counted from its end.
struct SegmentIndex: Sendable {
  /// The box.
  let box: MediaBox
  private let width: Int
  private let firstOffset: UInt64
  private let references: [UInt32]

  /// The index in `box`, which is read whole.
  init(_ box: MediaBox, in source: ByteSource) throws(DocumentError) {
    guard box.content.length <= ItemLocations.maximumSize else {
      throw BMFFWalker.tooComplex("an index of segments is too long", at: box.range.start)
    }
    let content = try source.bytes(box.content)
    var reader = ByteReader(content, base: box.content.start)
    do throws(Malformed) {
      let version = try reader.readUInt32() >> 24
      guard version <= 1 else { throw reader.malformed("a version of sidx that is not known") }
      width = version == 0 ? 4 : 8
      try reader.skip(8 + width)
      firstOffset = width == 4 ? UInt64(try reader.readUInt32()) : try reader.readUInt64()
      let count = try reader.readUInt32() & 0xFFFF
      var references: [UInt32] = []
      for _ in 0..<count {
        references.append(try reader.readUInt32())
        try reader.skip(8)
      }
      self.references = references
      try reader.expectEnd("an index of segments is not as long as what it lists")
    } catch { throw .malformed(code: BMFFCode.structure.code, error) }
    self.box = box
  }

  /// Where what it lists begins.
  var places: [Int] {
    let (first, overflow) = box.range.end.addingReportingOverflow(Int(clamping: firstOffset))
    var places = [overflow ? Int.max : first]
    for reference in references.dropLast() {
      let (next, overflow) = places[places.count - 1].addingReportingOverflow(
        Int(reference & 0x7FFF_FFFF))
      places.append(overflow ? .max : next)
    }
    return places
  }

  /// The fields that change when the file becomes another as `map` says.
  func patches(_ map: OffsetMap) throws(DocumentError) -> [FieldPatch] {
    let anchor = box.range.end
    guard let offset = Int(exactly: firstOffset) else { throw failure }
    let opening = anchor.addingReportingOverflow(offset)
    guard !opening.overflow else { throw failure }
    var start = opening.partialValue
    var patches: [FieldPatch] = []
    let place = box.content.start + 12 + width
    guard let first = UInt64(exactly: map.moved(start) - map.moved(anchor)) else { throw failure }
    if first != firstOffset { patches.append(try FieldPatch(place, width, first, failure)) }
    for (number, reference) in references.enumerated() {
      let size = Int(reference & 0x7FFF_FFFF)
      let (end, overflow) = start.addingReportingOverflow(size)
      let moved = overflow ? -1 : map.moved(end) - map.moved(start)
      guard moved >= 0, moved <= 0x7FFF_FFFF else { throw failure }
      if moved != size {
        let value = UInt64(reference & 0x8000_0000) | UInt64(moved)
        patches.append(
          try FieldPatch(place + width + 4 + number * 12, 4, value, failure))
      }
      start = end
    }
    return patches
  }

  private var failure: DocumentError {
    BMFFWalker.refusal("an index of segments cannot say where they would be", at: box)
  }
}

/// A number in a file that becomes another.
struct FieldPatch: Sendable {
  /// Where it stands.
  let range: ByteRange
  /// What it becomes.
  let bytes: [UInt8]

  /// A number of `width` bytes.
  ///
  /// - Throws: `failure` where it does not fit.
  init(
    _ place: Int, _ width: Int, _ value: UInt64, _ failure: DocumentError
  ) throws(DocumentError) {
    guard width == 8 || (width == 4 && value <= UInt64(UInt32.max)),
      let range = ByteRange(start: place, length: width)
    else { throw failure }
    self.range = range
    bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (width - 1 - $0))) }
  }

  /// The change.
  var edit: Edit { Edit(range, with: [.bytes(bytes)]) }
}

extension ItemLocations {
  /// The fields that change when the file becomes another as `map` says.
  ///
  /// The base moves where all the extents of an item move alike, else each of them.
  func patches(_ map: OffsetMap) throws(DocumentError) -> [FieldPatch] {
    let failure = BMFFWalker.refusal("the list of items cannot say where they would be", at: box)
    var patches: [FieldPatch] = []
    for item in items where item.method == 0 {
      var shifts: [Int] = []
      for extent in item.extents {
        let (sum, overflow) = item.base.value.addingReportingOverflow(extent.offset.value)
        guard !overflow, let start = Int(exactly: sum), let length = Int(exactly: extent.length)
        else {
          throw failure
        }
        let (end, past) = start.addingReportingOverflow(max(0, length - 1))
        let shift = map.moved(start) - start
        guard !past, map.moved(end) - end == shift else { throw failure }
        shifts.append(shift)
      }
      guard let first = shifts.first, shifts.contains(where: { $0 != 0 }) else { continue }
      let isCommon = shifts.allSatisfy { $0 == first }
      if isCommon, item.base.width > 0, item.base.value > 0 || item.extents[0].offset.width == 0 {
        patches.append(try FieldPatch(item.base, by: first, failure))
      } else {
        for (extent, shift) in zip(item.extents, shifts) where shift != 0 {
          patches.append(try FieldPatch(extent.offset, by: shift, failure))
        }
      }
    }
    return patches
  }
}

extension FieldPatch {
  fileprivate init(
    _ field: ItemLocations.Field, by shift: Int, _ failure: DocumentError
  ) throws(DocumentError) {
    guard let old = Int(exactly: field.value), let value = UInt64(exactly: old + shift) else {
      throw failure
    }
    try self.init(field.place, field.width, value, failure)
  }
}
