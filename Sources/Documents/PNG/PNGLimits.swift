/// Limits on the structure of a PNG file.
package enum PNGLimits {
  /// Most chunks that are walked over: a gigabyte of picture in chunks of 2 KiB.
  package static let maximumChunks = 500_000
  /// How many chunks are looked at for a second store after a first one was found. Behind them
  /// nothing can be added unnoticed either: the hash covers it, and walking over a gigabyte in
  /// small chunks would take a fifth of the time of hashing it.
  package static let maximumChunksAfterStore = 4_096
}
