package import BroadsealBytes

extension ByteRange {
  /// What is left without `holes`, which are sorted, do not overlap and lie inside.
  package func minus(_ holes: [ByteRange]) -> [ByteRange] {
    var kept: [ByteRange] = []
    var offset = start
    for hole in holes {
      if let range = ByteRange(start: offset, length: hole.start - offset), range.length > 0 {
        kept.append(range)
      }
      offset = hole.end
    }
    if let range = ByteRange(start: offset, length: end - offset), range.length > 0 {
      kept.append(range)
    }
    return kept
  }
}
