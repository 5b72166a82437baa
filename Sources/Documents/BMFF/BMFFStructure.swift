import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// What the carrier needs to know of the boxes at the top of a file.
struct BMFFStructure: Sendable {
  /// Every box, in order.
  let boxes: [MediaBox]
  /// Those of C2PA, in order.
  let provenance: [ProvenanceBox]
  /// Fewer than eight bytes behind the last box; nil where there are none.
  let trailing: ByteRange?
  /// Whether the last box claims more than the file holds.
  let isCut: Bool

  /// Walks over the top of `source`; throws where what stands there is no box.
  init(_ source: ByteSource) throws(DocumentError) {
    var walker = BMFFWalker(source)
    var window = ByteWindow(source)
    var boxes: [MediaBox] = []
    var provenance: [ProvenanceBox] = []
    while let box = try walker.next() {
      guard boxes.count < BMFFLimits.maximumRoots else {
        // Nothing is wrong with it, and nobody looks so far.
        throw .refused(
          Refusal(
            Note(
              BMFFCode.limit, "more than \(BMFFLimits.maximumRoots) boxes", at: box.range.start),
            remedy: .sidecar))
      }
      boxes.append(box)
      if let found = try ProvenanceBox(box, &window) { provenance.append(found) }
    }
    guard !boxes.isEmpty else { throw BMFFWalker.truncated(at: 0) }
    self.boxes = boxes
    self.provenance = provenance
    trailing = ByteRange(walker.offset..<max(walker.offset, source.size)).flatMap {
      $0.length > 0 ? $0 : nil
    }
    isCut = walker.isCut
  }

  /// The boxes as a hash binds them.
  var mediaBoxes: MediaBoxes {
    MediaBoxes(roots: boxes, provenance: provenance, trailing: trailing)
  }

  /// Which types of boxes there are.
  var types: Set<UInt32> { Set(boxes.map(\.type)) }

  /// The boxes that hold stores: that of the document, and that of later updates.
  var stores: [ProvenanceBox] {
    provenance.filter {
      switch $0.purpose {
      case .manifest, .original, .update: true
      case .merkle, .unknown: false
      }
    }
  }
}
