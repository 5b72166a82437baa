/// Limits on the structure of a JPEG file.
package enum JPEGLimits {
  /// Most marker segments before the picture data, fill bytes not counted.
  package static let maximumHeaderSegments = 20_000
  /// Most named boxes of a file: every restart interval is one.
  package static let maximumBoxes = 500_000
  /// Most pictures in a Multi-Picture index.
  package static let maximumPictures = 1_024
}
