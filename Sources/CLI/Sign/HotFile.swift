import BroadsealBytes
import BroadsealFiles
import Glibc

/// What tells one state of a file in a watched folder from another.
struct HotFile: Hashable, Sendable {
  private let device: UInt64, inode: UInt64
  private let size: Int64
  private let modified: FileTime
  /// Changes with the name and the mode too.
  private let changed: FileTime

  /// The state of the regular file at `path`; nil when there is none.
  init?(_ path: FilePath) {
    var status = stat()
    guard unsafe path.withCString({ name in unsafe lstat(name, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = FileTime(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    changed = FileTime(
      seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
  }

  /// Whether both are one file with one content, under whatever name.
  func hasContent(of other: HotFile) -> Bool {
    device == other.device && inode == other.inode && size == other.size
      && modified == other.modified
  }

  /// Whether some process has the file at `path` open for writing.
  ///
  /// The kernel gives a lease for reading only where there is no writer. It gives none to those who do not
  /// own the file, and not on every file system: then the answer is no, and only time tells.
  static func isBeingWritten(_ path: FilePath) -> Bool {
    let descriptor = unsafe path.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 else { return errno == EAGAIN }
    _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
    return false
  }

  /// `F_SETLEASE`, which the C library hides from Swift.
  private static let setLease: Int32 = 1_024
}
