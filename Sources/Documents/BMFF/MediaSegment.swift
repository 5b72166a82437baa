import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A segment of a film in a file of its own: one fragment, whose description stands in another file
/// (ISO/IEC 14496-12 §8.16; C2PA 2.5 §A.5.3.1.2).
package struct MediaSegment: Sendable {
  /// Its bytes.
  package let source: ByteSource
  let structure: BMFFStructure

  /// Walks over the boxes at the top of `source`; throws where what stands there is none.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    structure = try BMFFStructure(source)
  }

  /// Its boxes.
  package var boxes: MediaBoxes { structure.mediaBoxes }

  /// Why it is no segment that a hash tree could be over; nil where it is one.
  ///
  /// The standard knows segments with one fragment and one box of media data: with more of them it does not
  /// say where boxes of the tree stand.
  package var fault: String? {
    let types = structure.boxes.map(\.type)
    if types.contains(MediaBoxType.movie) { return "it describes a film of its own" }
    if structure.isCut { return "it breaks off" }
    if structure.trailing != nil { return "bytes that are no box stand at its end" }
    let fragments = types.count { $0 == MediaBoxType.fragment }
    guard fragments == 1 else {
      return fragments == 0 ? "it holds no fragment" : "it holds more than one fragment"
    }
    let media = types.count { $0 == MediaBoxType.mediaData }
    return media > 1 ? "it holds more than one box of media data" : nil
  }

  /// How to write it with a box of a hash tree of `size` bytes right before its fragment, and without older
  /// ones.
  ///
  /// - Throws: a refusal where offsets in it cannot be brought up to date.
  package func placement(ofTreeBox size: Int) throws(DocumentError) -> Placement {
    let own = structure.provenance.map { Edit($0.box.range, with: []) }
    let fragment = structure.boxes.first { $0.type == MediaBoxType.fragment }
    guard let place = fragment.flatMap({ ByteRange(start: $0.range.start, length: 0) }) else {
      throw .storeSize(size)
    }
    var edits = own.filter { $0.range.end <= place.start }
    edits.append(Edit(place, with: [.store(length: size)]))
    edits += own.filter { $0.range.start >= place.end }
    let (pieces, kept) = try BMFFRewrite(edits, boxes, of: source).run()
    guard let room = pieces.storeRoom else { throw .storeSize(size) }
    let box = MediaBox(type: MediaBoxType.user, range: room, headerLength: BMFFWalker.header)
    let roots = (kept + [box]).sorted { $0.range.start < $1.range.start }
    guard
      let placement = Placement(
        pieces: pieces, storeSize: size, coverage: MediaBoxes(roots: roots))
    else { throw .storeSize(size) }
    return placement
  }

  /// A box of a hash tree with that content (C2PA 2.5 §A.5.3).
  package static func treeBox(_ content: [UInt8]) -> [UInt8] {
    let purpose = Array(ProvenanceBox.Purpose.merkle.rawValue.utf8) + [0]
    let size = BMFFWalker.header + ProvenanceBox.identifier.count + 4 + purpose.count
    var box = ByteWriter(capacity: size + content.count)
    box.writeBigEndian(UInt32(size + content.count))
    box.writeBigEndian(MediaBoxType.user)
    box.write(ProvenanceBox.identifier)
    box.writeBigEndian(UInt32(0))
    box.write(purpose)
    box.write(content)
    return box.bytes
  }

  /// Whether `source` begins as segments do, whatever stands behind.
  package static func isLikely(_ source: ByteSource) -> Bool {
    guard let head = try? source.bytes(ByteRange(first: min(source.size, 24))), head.count == 24
    else { return false }
    let type = head[4..<8].reduce(0) { $0 << 8 | UInt32($1) }
    if type == MediaBoxType.user { return head[8...].elementsEqual(ProvenanceBox.identifier) }
    return openings.contains(type)
  }

  private static let openings = Set(MediaBoxType.segmentOpenings.map(MediaBoxType.code))
}

extension MediaSegment {
  /// The numbers of the tracks that it is of, and when each begins in its own time, where it says so.
  package func tracks() throws(DocumentError) -> [(track: UInt32, time: UInt64?)] {
    var search = MediaBoxSearch(boxes, of: source)
    var found: [(track: UInt32, time: UInt64?)] = []
    guard let path = BoxPath("/moof/traf") else { return [] }
    for fragment in try search.boxes(at: path) {
      let children = try search.children(of: fragment)
      guard let head = children.first(where: { $0.type == MediaSegment.head }),
        let track = try search.number(4, at: head.headerLength + 4, of: head)
      else { continue }
      var time: UInt64?
      if let box = children.first(where: { $0.type == MediaSegment.decodeTime }),
        let version = try search.number(1, at: box.headerLength, of: box)
      {
        time = try search.number(version == 0 ? 4 : 8, at: box.headerLength + 4, of: box)
      }
      found.append((UInt32(truncatingIfNeeded: track), time))
    }
    return found
  }

  private static let head = MediaBoxType.code("tfhd")
  private static let decodeTime = MediaBoxType.code("tfdt")
}
