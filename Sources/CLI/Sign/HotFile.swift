import BroadsealBytes
import BroadsealFiles
import Glibc

/// What tells one state of a file in a watched folder from another.
struct HotFile: Hashable, Sendable {
  /// Which file it is, and which content it has.
  let identity: FileIdentity
  /// Changes with the name and the mode too.
  private let changed: FileTime

  /// The state of the regular file at `path`; nil when there is none, or a link.
  init?(_ path: FilePath) {
    guard let status = try? FileStatus(at: path), status.isRegular else { return nil }
    identity = status.identity
    changed = status.changed
  }

  /// Whether both are one file with one content, under whatever name.
  func hasContent(of other: HotFile) -> Bool { identity == other.identity }

  /// Whether some process has the file at `path` open for writing.
  ///
  /// The kernel gives a lease for reading only where there is no writer. It gives none to those who do not
  /// own the file, and not on every file system: then the answer is no, and only time tells.
  static func isBeingWritten(_ path: FilePath) -> Bool {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    guard let descriptor = try? path.open(flags) else { return false }
    defer { close(descriptor) }
    guard fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 else { return errno == EAGAIN }
    _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
    return false
  }

  /// `F_SETLEASE`, which the C library hides from Swift.
  private static let setLease: Int32 = 1_024
}
