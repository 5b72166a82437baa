import BroadsealBytes

/// How much of the content of all pages may still be looked at.
struct PDFBudget {
  /// Bytes of content streams and of fonts, as stored and decoded.
  private(set) var bytes = ShowLimits.streams
  /// Operators.
  var operators = ShowLimits.operators
  /// Codes of fonts, and of text that is shown.
  var codes = ShowLimits.codes
  /// Comparisons of what is painted with text.
  var comparisons = ShowLimits.comparisons

  /// Whether nothing is left.
  var isSpent: Bool { bytes <= 0 || operators <= 0 || comparisons <= 0 }

  /// Most bytes that a byte of Flate can become, which is more than those of other filters can.
  private static let highestRatio = 1_032

  /// The data of a stream, decrypted and decoded.
  ///
  /// What was read counts and what came out; where nothing did, as much as could have.
  mutating func decoded(
    _ stream: PDFIndirectObject, _ data: ByteRange, limit: Int = .max,
    through resolver: PDFResolver
  ) throws(DocumentError) -> [UInt8] {
    bytes -= data.length
    guard bytes > 0 else {
      throw .pdf(.limit, "more content than the reader takes", at: stream.offset)
    }
    do throws(DocumentError) {
      let decoded = try resolver.decoded(stream, data, limit: min(limit, bytes))
      bytes -= decoded.count
      return decoded
    } catch {
      let most = min(data.length, PDFLimits.maximumInflatedSize) * PDFBudget.highestRatio
      bytes -= min(most, PDFLimits.maximumInflatedSize, limit)
      throw error
    }
  }
}
