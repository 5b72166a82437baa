package import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// The boxes of a file as `c2pa.hash.bmff` binds them (C2PA 2.5 §16.3.2).
package struct MediaBoxes: Coverage {
  /// The boxes at the top, in order.
  package let roots: [MediaBox]
  /// Those of C2PA among them.
  package let provenance: [ProvenanceBox]
  /// Bytes behind the last box that are too few for one.
  package let trailing: ByteRange?

  /// Boxes of a file that is, or will be.
  package init(roots: [MediaBox], provenance: [ProvenanceBox] = [], trailing: ByteRange? = nil) {
    self.roots = roots
    self.provenance = provenance
    self.trailing = trailing
  }

  /// The standard asks for a hash that knows the boxes.
  package var noteOnOneHash: Note? { Note(BMFFCode.dataHash) }
}

/// Looks for boxes by their path in a file.
package struct MediaBoxSearch {
  private let source: ByteSource
  private let roots: [MediaBox]
  private let places: [UInt32: [Int]]
  private var left = BMFFLimits.maximumInner
  private var window: ByteWindow

  /// A search below `boxes`, which are the top of `source`.
  package init(_ boxes: MediaBoxes, of source: ByteSource) {
    self.source = source
    roots = boxes.roots
    places = Dictionary(grouping: roots.indices) { boxes.roots[$0].type }
    window = ByteWindow(source)
  }

  /// The boxes at `path`, in order.
  ///
  /// Only boxes that hold nothing but boxes are looked into, as C2PA 2.5 §16.3.2.2 asks; and `meta`, as
  /// other verifiers do.
  ///
  /// - Throws: `BMFF-LIMIT` where there are too many boxes to look at.
  package mutating func boxes(at path: BoxPath) throws(DocumentError) -> [MediaBox] {
    guard let first = path.nodes.first else { return [] }
    var found = pick(first, among: (places[first.type] ?? []).map { roots[$0] })
    for node in path.nodes.dropFirst() {
      var next: [MediaBox] = []
      for parent in found {
        next += pick(node, among: try children(of: parent).filter { $0.type == node.type })
      }
      found = next
    }
    return found
  }

  private func pick(_ node: BoxPath.Node, among siblings: [MediaBox]) -> [MediaBox] {
    guard let number = node.number else { return siblings }
    return siblings.indices.contains(number - 1) ? [siblings[number - 1]] : []
  }

  /// The boxes inside `parent`; none in a box of another kind.
  package mutating func children(of parent: MediaBox) throws(DocumentError) -> [MediaBox] {
    guard let inside = try inside(of: parent) else { return [] }
    var walker = BMFFWalker(source, inside: inside)
    var boxes: [MediaBox] = []
    while let box = try walker.next() {
      guard left > 0 else {
        throw BMFFWalker.tooComplex("too many boxes inside others", at: box.range.start)
      }
      left -= 1
      boxes.append(box)
    }
    return boxes
  }

  /// The same, where they fill their parent to its last byte.
  ///
  /// - Throws: a refusal otherwise: of a box without a size, and of what is left, players make what they like.
  mutating func wholeChildren(of parent: MediaBox) throws(DocumentError) -> [MediaBox] {
    let boxes = try children(of: parent)
    let start = try inside(of: parent)?.start ?? parent.content.start
    guard boxes.last?.range.end ?? start == parent.range.end else {
      throw BMFFWalker.refusal("what stands in a box does not fill it", at: parent)
    }
    return boxes
  }

  private mutating func inside(of parent: MediaBox) throws(DocumentError) -> ByteRange? {
    let content = parent.content
    if MediaBoxType.containers.contains(parent.type) { return content }
    guard parent.type == MediaBoxType.meta, content.length >= 8 else { return nil }
    // QuickTime's `meta` has no version: its first box stands at once.
    let isPlain = try window.bytes(4, at: content.start + 4)?.elementsEqual("hdlr".utf8) ?? false
    return isPlain ? content : ByteRange(start: content.start + 4, length: content.length - 4)
  }

  /// Version and flags of `box`; nil for one without them, or of a kind that is not known.
  package mutating func version(
    of box: MediaBox
  ) throws(DocumentError) -> (version: UInt8, flags: [UInt8])? {
    var start = box.content.start
    if box.type == MediaBoxType.user {
      let identifier = ProvenanceBox.identifier
      guard try bytes(identifier.count, at: box.headerLength, of: box) == identifier else {
        return nil
      }
      start += identifier.count
    } else if box.type == MediaBoxType.meta {
      guard try inside(of: box)?.start != start else { return nil }
    } else if !MediaBoxType.full.contains(box.type) {
      return nil
    }
    guard start + 4 <= box.range.end, let field = try window.bytes(4, at: start),
      let version = field.first
    else { return nil }
    return (version, Array(field.dropFirst()))
  }

  /// The `count` bytes at `offset` from the start of `box`; nil where it ends before.
  package mutating func bytes(
    _ count: Int, at offset: Int, of box: MediaBox
  ) throws(DocumentError) -> [UInt8]? {
    guard count >= 0, offset >= 0, count <= box.range.length, offset <= box.range.length - count
    else { return nil }
    return try window.bytes(count, at: box.range.start + offset).map(Array.init)
  }

  /// The number of `count` bytes, at most eight, the highest first, at `offset` from the start of `box`; nil where it
  /// ends before.
  mutating func number(
    _ count: Int, at offset: Int, of box: MediaBox
  ) throws(DocumentError) -> UInt64? {
    try bytes(count, at: offset, of: box).map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}
