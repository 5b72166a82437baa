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

extension PDFCarrier {
  /// What the metadata of the catalog says.
  package func references() throws(DocumentError) -> [String] {
    do throws(DocumentError) {
      var resolver = document.resolver()
      let catalog = try document.catalog(in: &resolver)
      guard let reference = catalog["Metadata"]?.object.reference,
        let object = try resolver.object(reference), let data = object.data
      else { return [] }
      return StoreReference.elsewhere(
        XMPProvenance.addresses(
          in: try resolver.decoded(object, data, limit: XMPProvenance.maximumSize)))
    } catch {
      // Metadata that cannot be read names no place; the document is judged without it.
      if case .source = error { throw error }
      return []
    }
  }
}

extension SVGCarrier {
  /// What the XMP near the start says.
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      XMPProvenance.addresses(in: try source.opening(XMPProvenance.maximumSize)))
  }
}

extension HTMLCarrier {
  /// What the `link` elements name that every reader counts to the head (C2PA 2.5 §A.7.1.2).
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      head.stores.compactMap { store in
        guard case .link(let reference) = store.kind, !store.isDisputed else { return nil }
        let text = String(decoding: HTMLCharacterReference.resolve(reference), as: UTF8.self)
        return text.replacing("&amp;", with: "&")
      })
  }
}
