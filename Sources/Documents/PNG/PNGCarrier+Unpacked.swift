import BroadsealBytes
import BroadsealCompression
package import BroadsealFiles

extension PNGCarrier {
  /// The texts of `zTXt` chunks, and of `iTXt` chunks that are compressed, as `tEXt` chunks would hold them
  /// (PNG §11.3.3.3 and §11.3.3.4): type, keyword, zero, text.
  package static func unpackedMetadata(of source: ByteSource) throws(DocumentError) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var left = MetadataLimits.maximumSize
    do throws(DocumentError) {
      var walker = try PNGWalker(source)
      for _ in 0..<MetadataLimits.maximumParts {
        guard left > 0, let chunk = try walker.next() else { break }
        guard chunk.type == compressed || chunk.type == international,
          chunk.data.count <= MetadataLimits.maximumSize, let range = ByteRange(chunk.data)
        else { continue }
        let content = try source.bytes(range)
        guard let text = unpacked(content, isInternational: chunk.type == international, left)
        else { continue }
        left -= text.count
        texts.append(text)
      }
    } catch {
      if case .source = error { throw error }
    }
    return texts
  }

  private static func unpacked(_ content: [UInt8], isInternational: Bool, _ limit: Int) -> [UInt8]?
  {
    guard let end = content.firstIndex(of: 0) else { return nil }
    var rest = content[(end + 1)...]
    // iTXt: whether it is compressed; both: the method, of which there is one.
    if isInternational { guard rest.popFirst() == 1 else { return nil } }
    guard rest.popFirst() == 0 else { return nil }
    // Language and keyword in that language.
    for _ in 0..<(isInternational ? 2 : 0) {
      guard let end = rest.firstIndex(of: 0) else { return nil }
      rest = rest[(end + 1)...]
    }
    guard let text = try? Deflate.inflate(rest, .zlib, limit: limit).bytes else { return nil }
    return Array("tEXt".utf8) + content[...end] + text
  }

  private static let compressed: UInt32 = 0x7A54_5874
  private static let international: UInt32 = 0x6954_5874
}
