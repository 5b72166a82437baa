import BroadsealBytes

extension PNGCarrier {
  /// What the XMP in `iTXt` chunks without compression says (PNG §11.3.3.4).
  package func references() throws(DocumentError) -> [String] {
    var walker = try PNGWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while left > 0, let chunk = try walker.next() {
      guard chunk.type == PNGCarrier.text, chunk.data.count > PNGCarrier.xmpOpening.count,
        let range = ByteRange(
          start: chunk.data.lowerBound, length: min(chunk.data.count, XMPProvenance.maximumSize))
      else { continue }
      let content = try source.bytes(range)
      guard content.starts(with: PNGCarrier.xmpOpening) else { continue }
      left -= content.count
      found += XMPProvenance.addresses(in: content)
    }
    return StoreReference.elsewhere(found)
  }

  private static let text: UInt32 = 0x6954_5874
  /// Keyword and the flag "not compressed".
  private static let xmpOpening = Array("XML:com.adobe.xmp\0\0".utf8)
}
