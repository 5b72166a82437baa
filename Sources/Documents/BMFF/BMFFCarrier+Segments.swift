package import BroadsealBytes
import BroadsealFiles
package import BroadsealNotes

extension BMFFCarrier {
  /// The same for a label that speaks for segments in other files.
  package func speaking(for segments: SegmentRow) -> BMFFCarrier {
    var copy = self
    copy.segments = segments
    return copy
  }

  /// That a segment cannot be judged alone, where it is one that belongs to a label; of a file without a store, that it
  /// ends inside a box.
  package func notes(at path: FilePath?) -> [Note] {
    let isBound = isSegment && structure.provenance.contains { $0.purpose == .merkle }
    return (isBound ? [Note(BMFFCode.segment)] : [])
      + (structure.isCut && structure.provenance.isEmpty
        ? [Note(BMFFCode.truncated, at: source.size)] : [])
  }

  /// The numbers of the tracks that the film describes.
  package func tracks() throws(DocumentError) -> [UInt32] {
    var search = MediaBoxSearch(boxes, of: source)
    guard let path = BoxPath("/moov/trak/tkhd") else { return [] }
    var found: [UInt32] = []
    for box in try search.boxes(at: path) {
      let version = try search.number(1, at: box.headerLength, of: box)
      guard
        let number = try search.number(4, at: box.headerLength + (version == 1 ? 20 : 12), of: box)
      else { continue }
      found.append(UInt32(truncatingIfNeeded: number))
    }
    return found
  }

  /// Whether it is the first of several files: it describes a film and holds none of it.
  package var isOpening: Bool {
    let types = structure.types
    return types.contains(MediaBoxType.movie) && !types.contains(MediaBoxType.mediaData)
      && !types.contains(MediaBoxType.fragment)
  }

  /// Whether it is a segment of a film whose description stands in another file.
  var isSegment: Bool {
    let types = structure.types
    return types.contains(MediaBoxType.fragment) && !types.contains(MediaBoxType.movie)
  }
}
