package import BroadsealBytes
package import BroadsealFiles

extension PNGCarrier {
  /// Text and EXIF chunks, with their type (PNG §11.3).
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    var ranges: [ByteRange] = []
    do throws(DocumentError) {
      var walker = try PNGWalker(source)
      for _ in 0..<MetadataLimits.maximumParts {
        guard let chunk = try walker.next() else { break }
        guard kinds.contains(chunk.type) else { continue }
        if let range = ByteRange((chunk.data.lowerBound - 4)..<chunk.data.upperBound) {
          ranges.append(range)
        }
      }
    } catch {
      if case .source = error { throw error }
    }
    return ranges
  }

  private static let kinds: Set<UInt32> = [0x7445_5874, 0x6954_5874, 0x6558_4966]  // tEXt iTXt eXIf
}
