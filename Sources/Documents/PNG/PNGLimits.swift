/// Limits on the structure of a PNG file.
package enum PNGLimits {
  /// Most chunks that are walked over: a gigabyte of picture in chunks of 2 KiB.
  package static let maximumChunks = 500_000
}
