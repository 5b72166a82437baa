import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance

/// Which bytes of a file a BMFF hash that holds leaves open: anybody may change them.
///
/// Left out by rule, and not counted: the located stores, boxes of hash trees that were checked, the media
/// data that trees cover, an index of random access points (C2PA 2.5 §A.5.5), free space of zeros, and
/// `ftyp`, which C2PA 2.4 wanted left out; of that a note says so.
struct BMFFOpenBytes {
  /// The bytes that are open.
  let ranges: [ByteRange]
  /// What is to be said.
  let notes: [Note]
  /// Whether nothing is open but what the standard has open.
  let isNothing: Bool

  /// - Parameters:
  ///   - covered: boxes that may be left out.
  ///   - media: bytes that trees cover.
  ///   - coversStructure: whether what is not left out is bound at all.
  init(
    _ boxes: MediaBoxes, _ exclusions: BMFFExclusions, _ source: ByteSource,
    covered: Set<ByteRange>, media: [ByteRange] = [], coversStructure: Bool,
    through buffer: inout [UInt8]
  ) throws(BMFFFault) {
    var open: [ByteRange] = []
    var indexes: [(box: MediaBox, part: ByteRange)] = []
    var openFragments: Set<Int> = []
    var isBrandOpen = false
    var isMediaOpen = false
    var hole = 0
    for box in boxes.roots {
      while hole < exclusions.holes.count, exclusions.holes[hole].end <= box.range.start {
        hole += 1
      }
      var index = hole
      while index < exclusions.holes.count, exclusions.holes[index].start < box.range.end {
        let range = exclusions.holes[index]
        index += 1
        guard
          let part = ByteRange(
            max(range.start, box.range.start)..<min(range.end, box.range.end))
        else { continue }
        let isCovered = covered.contains(box.range) || media.contains { $0.holds(part) }
        if isCovered { continue }
        if box.type == MediaBoxType.fragment { openFragments.insert(box.range.start) }
        switch box.type {
        case MediaBoxType.fileType: isBrandOpen = true
        case MediaBoxType.randomAccess: indexes.append((box, part))
        case MediaBoxType.free, MediaBoxType.skip:
          let isEmpty = try BMFFOpenBytes.isZero(box.content, source, through: &buffer)
          if !isEmpty { open.append(part) }
        default:
          open.append(part)
          isMediaOpen = isMediaOpen || BMFFOpenBytes.media.contains(box.type)
        }
      }
    }
    for (box, part) in indexes {
      var index = RandomAccessIndex(boxes, of: source, except: openFragments)
      let isPlain = try index.isPlain(box)
      if !isPlain || indexes.count > 1 { open.append(part) }
    }
    ranges = open.sorted { $0.start < $1.start }
    var notes: [Note] = []
    if isMediaOpen { notes.append(Note(BMFFCode.mediaOpen)) }
    if !coversStructure { notes.append(Note(BMFFCode.structureOpen)) }
    isNothing = open.isEmpty && notes.isEmpty
    if isBrandOpen { notes.append(Note(BMFFCode.brandOpen)) }
    self.notes = notes
  }

  private static let media: Set<UInt32> = [
    MediaBoxType.mediaData, MediaBoxType.movie, MediaBoxType.fragment, MediaBoxType.meta,
    MediaBoxType.code("idat"), MediaBoxType.code("imda"),
  ]

  private static func isZero(
    _ range: ByteRange, _ source: ByteSource, through buffer: inout [UInt8]
  ) throws(BMFFFault) -> Bool {
    var isZero = true
    do throws(StreamError<Never>) {
      try source.stream(range, through: &buffer) { span in
        isZero = unsafe isZero && span.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0 } }
      }
    } catch {
      switch error {
      case .source(let fault): throw .hashing(.source(fault))
      }
    }
    return isZero
  }
}

extension ByteRange {
  /// Whether every byte of `other` is in it.
  fileprivate func holds(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
}
