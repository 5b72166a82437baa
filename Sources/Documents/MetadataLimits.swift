package import BroadsealBytes
package import BroadsealFiles

/// Limits on what is looked at of a file's own metadata.
package enum MetadataLimits {
  /// The most bytes that are looked at in one file.
  package static let maximumSize = 320 << 10
  /// The most segments, chunks or boxes that are passed.
  static let maximumParts = 4_096
  /// The bytes that are looked at from the end of a file whose parts are not known.
  static let tailSize = 64 << 10

  /// The start and the end of `source`: for a format whose metadata may stand in many places.
  static func ends(of source: ByteSource) -> [ByteRange] {
    let head = 0..<min(source.size, maximumSize - tailSize)
    let tail = max(head.upperBound, source.size - tailSize)..<source.size
    return [head, tail].filter { !$0.isEmpty }.compactMap(ByteRange.init)
  }
}

extension Document {
  /// Where the file keeps metadata that anyone may write: a bounded list of ranges, in file order,
  /// without the bytes of the manifest store at `store`.
  package func metadata(outside store: ByteRange?) throws(SourceError) -> [ByteRange] {
    var left = MetadataLimits.maximumSize
    let ranges = try format.opener.metadata(of: source)
    return ranges.flatMap { $0.without(store) }.compactMap { range in
      let length = min(range.length, left)
      left -= length
      return length > 0 ? ByteRange(start: range.start, length: length) : nil
    }
  }
}

extension Opener {
  /// The ranges of metadata in `source`; none for a format that is not read.
  func metadata(of source: ByteSource) throws(SourceError) -> [ByteRange] {
    guard case .carrier(let carrier) = self else { return [] }
    do throws(DocumentError) {
      return try carrier.metadata(of: source)
    } catch {
      if case .source(let fault) = error { throw fault }
      return []
    }
  }
}

extension ByteRange {
  /// What is left of it outside `hole`.
  fileprivate func without(_ hole: ByteRange?) -> [ByteRange] {
    guard let hole, bounds.overlaps(hole.bounds) else { return [self] }
    return [start..<max(start, hole.start), min(end, hole.end)..<end]
      .filter { !$0.isEmpty }.compactMap(ByteRange.init)
  }
}
