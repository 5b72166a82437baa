import BroadsealBytes
import BroadsealFiles

/// A text file without some of its bytes: what is left when its store is taken out.
struct RemainingText {
  /// The bytes that stay, in file order; none is empty.
  let kept: [ByteRange]

  /// The file of `size` bytes without `removed`, which are sorted and do not overlap.
  init(size: Int, without removed: [ByteRange]) {
    var kept: [ByteRange] = []
    var offset = 0
    for hole in removed {
      if hole.start > offset { kept += [ByteRange(offset..<hole.start)].compactMap(\.self) }
      offset = hole.end
    }
    if size > offset { kept += [ByteRange(offset..<size)].compactMap(\.self) }
    self.kept = kept
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
