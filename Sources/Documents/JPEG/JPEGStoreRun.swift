import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The contiguous `APP11` segments that hold the manifest store.
struct JPEGStoreRun: Sendable {
  /// The segments, first to last.
  let segments: [JUMBFSegment]
  /// All of them, with markers and lengths: the range that a data hash leaves out
  /// (C2PA 2.5 §16.3.1.3).
  let extent: ByteRange

  /// How the packets are numbered otherwise than ISO/IEC 19566-5 D.2 has it; empty where they are
  /// not. Some AI services begin with 0: their label is read, and a label of that form is never
  /// official.
  var doubts: [Note] {
    guard segments[0].sequence == 0 else { return [] }
    return [
      Note(JPEGCode.segmentNumbers, "the first segment is number 0", at: extent.start)
    ]
  }

  /// What the `APP11` segments of a picture amount to.
  enum Outcome: Sendable {
    case none
    case run(JPEGStoreRun)
    case unusable(Note, found: [JUMBFSegment])
  }

  /// Finds the run among the JUMBF segments of a picture, in file order.
  ///
  /// One box, one instance number: its packets are numbered from 1 (or, loosely, from 0), follow each
  /// other without a gap, and repeat the same header; no other segment carries that number, and no other box is a
  /// store (C2PA 2.5 §A.3.1).
  static func find(in all: [JUMBFSegment]) -> Outcome {
    guard let first = all.firstIndex(where: \.isStore) else { return .none }
    var run = [all[first]]
    for segment in all[(first + 1)...] {
      guard let last = run.last, segment.instance == last.instance, !segment.isStore,
        segment.range.start == last.range.end, segment.sequence == last.sequence &+ 1,
        segment.header == last.header
      else { break }
      run.append(segment)
    }
    func unusable(_ code: JPEGCode, _ reason: String, at offset: Int) -> Outcome {
      let instance = all[first].instance
      let found = all.filter { $0.isStore || $0.instance == instance }
      return .unusable(Note(code, reason, at: offset), found: found)
    }
    guard run[0].sequence <= 1 else {
      return unusable(
        JPEGCode.segmentOrder, "the first segment of the store is not number 1",
        at: run[0].range.start)
    }
    guard run[0].isSuperbox else {
      return unusable(
        JPEGCode.storeType, "the box of the store is not a superbox", at: run[0].range.start)
    }
    let others = all[..<first] + all[(first + run.count)...]
    if let second = others.first(where: \.isStore) {
      return unusable(
        JPEGCode.multipleStores, "the picture holds several manifest stores",
        at: second.range.start)
    }
    if let stray = others.first(where: { $0.instance == run[0].instance }) {
      return unusable(
        JPEGCode.segmentOrder, "the segments of the store are not contiguous and in order",
        at: stray.range.start)
    }
    let length = run.reduce(run[0].header.count) { $0 + $1.content.length - $1.header.count }
    guard length == declaredLength(run[0].header) else {
      return unusable(
        JPEGCode.storeLength, "the segments of the store do not add up to its length",
        at: run[0].range.start)
    }
    guard length <= StoreLimits.maximumSize,
      let extent = ByteRange(run[0].range.start..<run[run.count - 1].range.end)
    else {
      return unusable(JPEGCode.storeSize, "the store is too large", at: run[0].range.start)
    }
    return .run(JPEGStoreRun(segments: run, extent: extent))
  }

  /// The store: the first segment's box header, then the content of every segment.
  func reassemble(_ source: ByteSource) throws(DocumentError) -> [UInt8] {
    let raw = try source.bytes(extent)
    var store = segments[0].header
    for segment in segments {
      let start = segment.content.start + segment.header.count - extent.start
      store += raw[start..<(segment.content.end - extent.start)]
    }
    return store
  }

  /// The box length that `header` declares; nil for "to the end of the file" and beyond an `Int`.
  private static func declaredLength(_ header: [UInt8]) -> Int? {
    let digits = header.count == 16 ? header[8..<16] : header[0..<4]
    let value = digits.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value < 8 ? nil : Int(exactly: value)
  }
}
