import CBroadsealLinux

/// Finds a byte string in memory by the C library's search: it takes time in proportion to the text whatever the
/// text is, and looks at many bytes at a time.
package enum MemorySearch {
  /// The first place of `needle` that lies in `range` of `bytes` whole; nil where there is none.
  package static func offset(
    of needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>
  ) -> Int? {
    let range = range.clamped(to: bytes.indices)
    guard !range.isEmpty, !needle.isEmpty else { return nil }
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let hit = unsafe memmem(base + range.lowerBound, range.count, needle, needle.count)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }
}
