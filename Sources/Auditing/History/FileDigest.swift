package import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import Glibc

/// Size and SHA-256 of a file, for those who want to know whether it is the one that they know.
package struct FileDigest: Sendable, Hashable {
  /// Bytes of it.
  package let size: Int
  /// SHA-256 in lower-case hex.
  package let sha256: String

  /// Bytes that are read at a time. The C library hands out a buffer of this size from its heap; a larger one
  /// it would ask the system for, file by file, and that takes longer than to hash a small picture.
  private static let pieceSize = 64 << 10

  /// Reads the file at `path` to its end; nil where that cannot be done.
  package init?(_ path: FilePath) {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    guard let descriptor = try? path.open(flags) else { return nil }
    defer { close(descriptor) }
    guard var context = try? DigestContext(.sha256) else { return nil }
    var size = 0
    let isWhole = unsafe withUnsafeTemporaryAllocation(
      byteCount: FileDigest.pieceSize, alignment: 64
    ) { piece in
      while true {
        let count = unsafe read(descriptor, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count == 0 }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: piece[..<count])
        guard (try? unsafe context.update(bytes.bytes)) != nil else { return false }
        size += count
      }
    }
    guard isWhole, let digest = try? context.finish() else { return nil }
    self.size = size
    sha256 = digest.hex
  }
}
