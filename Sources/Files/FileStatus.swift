package import BroadsealBytes
import Glibc

/// What the system says of a file without its content.
package struct FileStatus: Sendable {
  /// Device and inode, size and time of the last change of content.
  package let identity: FileIdentity
  /// Time of the last change of its entry.
  package let changed: FileTime
  /// Whether it is a regular file.
  package let isRegular: Bool

  /// The status of what stands at `path`, which may be a link: none is followed.
  package init(at path: FilePath) throws(SourceError) {
    let footing = try Footing(path)
    var status = stat()
    let result = unsafe footing.name.withCString { name in
      unsafe fstatat(footing.folder, name, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SourceError.system(path: path.display) }
    identity = FileIdentity(status)
    changed = FileTime(
      seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
