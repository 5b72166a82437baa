import BroadsealBytes
import BroadsealFiles

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
