package import BroadsealBytes
package import BroadsealFiles

extension JPEGCarrier {
  /// `APP1` to `APP15` but `APP11`, which is the store's, and comments, before the picture's data
  /// (ITU-T T.81 §B.1.1.3).
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var walker = JPEGWalker(source)
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      for _ in 0..<MetadataLimits.maximumParts {
        guard let segment = try walker.nextHeader(), segment.marker != .startOfScan else { break }
        if segment.marker.isMetadata { ranges.append(segment.payload) }
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }
}

extension JPEGMarker {
  /// Whether a segment of it holds what programs say about the picture.
  fileprivate var isMetadata: Bool {
    (0xE1...0xEF).contains(code) && self != .application11 || code == 0xFE
  }
}
