import BroadsealBytes
import BroadsealFiles

extension BMFFCarrier {
  /// Where a list of data references (ISO/IEC 14496-12 §8.7.2) says that pictures or sound stand in another file;
  /// nil when none does.
  ///
  /// - Throws: `.source`, and `BMFF-LIMIT` or a fault of the structure where not every list can be read.
  func outsideReference() throws(DocumentError) -> Int? {
    var search = MediaBoxSearch(structure.mediaBoxes, of: source)
    for text in ["/moov/trak/mdia/minf/dinf/dref", "/moov/meta/dinf/dref", "/meta/dinf/dref"] {
      guard let path = BoxPath(text) else { continue }
      for box in try search.boxes(at: path) where try !OffsetTables.isSelfContained(box, source) {
        return box.range.start
      }
    }
    return nil
  }
}
