package import BroadsealBytes
import Glibc

/// A lock between processes of one user, as long as a file is read and written anew.
package struct FileLock {
  private let descriptor: Int32

  /// Milliseconds that the lock is waited for: whoever holds it writes a small file.
  private static let patience = 2_000
  /// Milliseconds between two tries.
  private static let pause = 20

  /// Waits for the lock, but not for ever; its file stays behind, empty.
  ///
  /// - Throws: `EWOULDBLOCK` as the system says it when somebody else keeps it.
  package init(_ path: FilePath) throws(SourceError) {
    descriptor = unsafe path.withCString { name in
      unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw SourceError.system(path: path.display) }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isHeld = errno == EWOULDBLOCK
      guard errno == EINTR || isHeld && waited < FileLock.patience else {
        let error =
          isHeld
          ? SourceError(
            .system(code: EWOULDBLOCK, message: "another process keeps the file locked"),
            path: path.display)
          : SourceError.system(path: path.display)
        close(descriptor)
        throw error
      }
      usleep(UInt32(FileLock.pause) * 1_000)
      waited += FileLock.pause
    }
  }

  /// Gives the lock up.
  package func release() { close(descriptor) }
}
