/// Bytes of the file, or of an inflated object stream, that objects were parsed from.
struct PDFText: Sendable {
  /// The bytes.
  let bytes: [UInt8]
  /// What the offset of the first byte is called.
  let base: Int

  /// The bytes at `bounds`, which a parser of this text reported.
  subscript(bounds: Range<Int>) -> ArraySlice<UInt8> {
    bytes[bounds.lowerBound - base..<bounds.upperBound - base]
  }
}
