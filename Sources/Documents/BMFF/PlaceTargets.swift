import BroadsealBytes
import BroadsealFiles

/// Where players go that follow an index: to boxes at the top of the file, and to no others.
///
/// A fragment inside media data would be read after a seek, with places of its own that nobody brought up to
/// date.
struct PlaceTargets {
  private let source: ByteSource
  private let roots: [MediaBox]

  /// The boxes at the top of `source`.
  init(_ boxes: MediaBoxes, in source: ByteSource) {
    self.source = source
    roots = boxes.roots
  }

  /// Makes sure that tables of fragments and indexes of segments lead to boxes at the top, and that the last
  /// bytes of the file lead to no other table.
  ///
  /// - Throws: a refusal otherwise.
  func check(_ lists: [OffsetList], _ indexes: [SegmentIndex]) throws(DocumentError) {
    let fragments = Set(
      roots.filter { $0.type == MediaBoxType.fragment }.map { UInt64($0.range.start) })
    for list in lists where list.box.type == OffsetList.accessPoints {
      guard try list.values(in: source).allSatisfy(fragments.contains) else {
        throw BMFFWalker.refusal("a table of fragments leads elsewhere", at: list.box)
      }
    }
    let starts = Set(roots.map(\.range.start))
    for index in indexes {
      guard index.places.allSatisfy({ starts.contains($0) || $0 >= source.size }) else {
        throw BMFFWalker.refusal("an index of segments leads elsewhere", at: index.box)
      }
    }
    try checkEnd()
  }

  /// Players find the table of fragments from the length in the last four bytes (`mfro`, ISO/IEC 14496-12
  /// §8.8.11).
  private func checkEnd() throws(DocumentError) {
    guard source.size >= 16, let last = ByteRange(start: source.size - 4, length: 4) else { return }
    let length = try source.bytes(last).reduce(0) { $0 << 8 | Int($1) }
    let start = source.size - length
    guard length >= 8, start >= 0, let type = ByteRange(start: start + 4, length: 4) else { return }
    let isTable = try source.bytes(type).elementsEqual("mfra".utf8)
    let isKnown = roots.contains {
      $0.type == MediaBoxType.randomAccess && $0.range.start == start
    }
    guard !isTable || isKnown else {
      throw BMFFWalker.refusal("the end of the file leads to a table that is no box", at: start)
    }
  }
}
