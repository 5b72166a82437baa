import Bytes
import Documents
import Glibc

/// A lock between processes of one user, as long as a file is read and written anew.
struct FileLock {
  private let descriptor: Int32

  /// Waits for the lock; its file stays behind, empty.
  init(_ path: FilePath) throws(SourceError) {
    descriptor = unsafe path.withCString { name in
      unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw SourceError.system(path: path.display) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = SourceError.system(path: path.display)
        close(descriptor)
        throw error
      }
    }
  }

  /// Gives the lock up.
  func release() { close(descriptor) }
}
