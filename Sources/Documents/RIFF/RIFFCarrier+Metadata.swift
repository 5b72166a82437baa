package import BroadsealBytes
package import BroadsealFiles

extension RIFFCarrier {
  /// What programs say about the content: texts of lists, broadcast chunks, XMP, EXIF and ID3 tags, with
  /// their type (EBU Tech 3285, WebP container §2.7, XMP part 3 §1.1.4).
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      var walker = try RIFFWalker(source)
      for _ in 0..<MetadataLimits.maximumParts {
        guard let part = try walker.next() else { break }
        guard case .chunk(let chunk) = part, isMetadata(chunk) else { continue }
        ranges.append(chunk.range)
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }

  private static func isMetadata(_ chunk: RIFFChunk) -> Bool {
    kinds.contains(chunk.type) || chunk.list == FourCharacters("INFO")
  }

  private static let kinds: Set<FourCharacters> = [
    FourCharacters("XMP "), FourCharacters("_PMX"), FourCharacters("EXIF"), FourCharacters("bext"),
    FourCharacters("iXML"), FourCharacters("aXML"), FourCharacters("axml"), FourCharacters("id3 "),
    FourCharacters("ID3 "), FourCharacters("cart"), FourCharacters("DISP"), FourCharacters("IDIT"),
  ]

  /// What the XMP says.
  package func references() throws(DocumentError) -> [String] {
    var walker = try RIFFWalker(source)
    var left = XMPProvenance.maximumSize
    var found: [String] = []
    while left > 0, let part = try walker.next() {
      guard case .chunk(let chunk) = part, RIFFCarrier.packets.contains(chunk.type),
        let range = ByteRange(
          start: chunk.content.lowerBound,
          length: min(chunk.content.count, XMPProvenance.maximumSize))
      else { continue }
      left -= range.length
      found += XMPProvenance.addresses(in: try source.bytes(range))
    }
    return StoreReference.elsewhere(found)
  }

  private static let packets: Set<FourCharacters> = [
    FourCharacters("XMP "), FourCharacters("_PMX"),
  ]
}
