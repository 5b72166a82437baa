import Glibc

/// A part of an output that several threads write at once, none of them over another's bytes.
package struct OutputArea: Sendable {
  let descriptor: Int32
  let start: Int
  let length: Int
  let path: String

  /// Writes `span` at `offset` from the start of the area.
  package func write(_ span: RawSpan, at offset: Int) throws(SourceError) {
    guard offset >= 0, offset <= length - span.byteCount else {
      throw SourceError.system(EINVAL, path: path)
    }
    try OutputArea.write(span, to: descriptor, at: start + offset, path: path)
  }

  /// Sets the disk to work on the `count` bytes at `offset`, which are written: a later `commit` has then
  /// little left to wait for.
  package func handOver(_ count: Int, at offset: Int) {
    posix_fadvise(
      descriptor, off_t(start + offset), off_t(count), Int32(POSIX_FADV_DONTNEED))
  }

  static func write(
    _ span: RawSpan, to descriptor: Int32, at offset: Int, path: String
  ) throws(SourceError) {
    var done = 0
    while done < span.byteCount {
      let put = unsafe span.withUnsafeBytes { bytes in
        unsafe pwrite(
          descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(offset + done))
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { throw SourceError.system(path: path) }
      done += put
    }
  }
}
