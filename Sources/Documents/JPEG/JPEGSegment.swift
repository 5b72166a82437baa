import BroadsealBytes

/// One marker and what belongs to it.
struct JPEGSegment: Hashable, Sendable {
  /// Which marker.
  let marker: JPEGMarker
  /// From the `FF` of the marker to the end of its payload; with the entropy-coded data that
  /// follows, where the walker was asked to read over it.
  let range: ByteRange
  /// The payload after the length; empty for a marker that stands alone.
  let payload: ByteRange
}
