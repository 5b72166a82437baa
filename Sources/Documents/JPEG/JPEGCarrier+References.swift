import BroadsealBytes

extension JPEGCarrier {
  /// What the XMP of the first picture says, in `APP1` segments before the picture data.
  package func references() throws(DocumentError) -> [String] {
    var walker = JPEGWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while let segment = try walker.nextHeader(), segment.marker != .startOfScan, left > 0 {
      guard segment.marker == .application1,
        segment.payload.length > JPEGCarrier.xmpOpening.count
      else { continue }
      let content = try source.bytes(segment.payload)
      guard content.starts(with: JPEGCarrier.xmpOpening) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }

  private static let xmpOpening = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
}
