import Bytes

/// A text file without some of its bytes: what is left when its store is taken out.
struct RemainingText {
  /// The bytes that stay, in file order; none is empty.
  let kept: [ByteRange]

  /// The file of `size` bytes without `removed`; the whole file when that is nil.
  init(size: Int, without removed: ByteRange?) {
    let hole = removed ?? ByteRange(first: 0)
    kept = [ByteRange(first: hole.start), ByteRange(start: hole.end, length: size - hole.end)]
      .compactMap { $0 }.filter { $0.length > 0 }
  }

  /// How many bytes stay.
  var size: Int { kept.reduce(0) { $0 + $1.length } }

  /// The bytes `bounds` of what stays, as bytes of the file.
  func ranges(_ bounds: Range<Int>) -> [ByteRange] {
    var offset = 0
    return kept.compactMap { range -> ByteRange? in
      defer { offset += range.length }
      let part = bounds.clamped(to: offset..<offset + range.length)
      return part.isEmpty
        ? nil : ByteRange(start: range.start + part.lowerBound - offset, length: part.count)
    }
  }

  /// Copies of the bytes `bounds` of what stays.
  func pieces(_ bounds: Range<Int>) -> [Piece] { ranges(bounds).map(Piece.copy) }

  /// The bytes `bounds` of what stays; check their number against a named limit first.
  func bytes(_ bounds: Range<Int>, of source: ByteSource) throws(DocumentError) -> [UInt8] {
    var bytes: [UInt8] = []
    for range in ranges(bounds) { bytes += try source.bytes(range) }
    return bytes
  }
}
