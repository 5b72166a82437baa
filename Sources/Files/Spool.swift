import Glibc

/// Bytes that wait on the disk until what comes before them is known. The file has no name, so that
/// nothing of it is left behind however the process ends.
///
/// A class, because an open descriptor has one owner.
package final class Spool {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var size = 0

  /// Bytes that are gathered before they are written.
  private static let pieceSize = 1 << 16

  /// An empty spool in the folder for temporary files.
  package init() throws(SourceError) {
    let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let folder = named.isEmpty ? "/tmp" : named
    var template = Array((folder + "/.broadseal.XXXXXX").utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw SourceError.system(path: folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = unsafe unlink(&template)
  }

  deinit { close(descriptor) }

  /// Adds bytes.
  package func append(_ bytes: [UInt8]) throws(SourceError) {
    pending += bytes
    if pending.count >= Spool.pieceSize { try flush() }
  }

  /// Hands every byte that was added to `body`, in order and in pieces.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try flush()
    var place = 0
    while place < size {
      var piece = [UInt8](repeating: 0, count: min(Spool.pieceSize, size - place))
      let count = unsafe pread(descriptor, &piece, piece.count, off_t(place))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SourceError.system(path: "a temporary file") }
      try body(Array(piece.prefix(count)))
      place += count
    }
  }

  /// What was added, for reading in any order; more may not be added while it is used.
  package func source() throws(SourceError) -> ByteSource {
    try flush()
    return try ByteSource(copyOf: descriptor, path: "a temporary file")
  }

  private func flush() throws(SourceError) {
    var rest = pending[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(size))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw SourceError.system(path: "a temporary file") }
      size += written
      rest = rest.dropFirst(written)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
