import CBroadsealLinux

/// What the process does with memory that it no longer uses.
package enum FreedMemory {
  /// Keeps up to a few mebibytes for the next file.
  ///
  /// By default the C library hands the end of its heap back to the system whenever 128 KiB of it
  /// are free, and asks for it again a moment later: in a batch that is once for every file, and a
  /// tenth of the time of judging a small picture. Call it once, before the first thread starts.
  package static func keep() {
    mallopt(M_TRIM_THRESHOLD, size)
    mallopt(M_MMAP_THRESHOLD, size)
  }

  private static let size: Int32 = 4 << 20
}
