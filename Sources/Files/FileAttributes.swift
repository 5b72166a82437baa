import BroadsealBytes
import Glibc

/// What an existing file keeps when it is replaced: permissions, owner and times.
struct FileAttributes {
  private let mode: mode_t
  private let owner: uid_t, group: gid_t
  private let accessed: timespec, modified: timespec

  /// The attributes of the regular file at `path`; nil when there is nothing.
  init?(of path: FilePath) throws(SourceError) {
    var status = stat()
    guard unsafe path.withCString({ unsafe stat($0, &status) }) == 0 else {
      if errno == ENOENT { return nil }
      throw SourceError.system(path: path.display)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SourceError(.notRegular, path: path.display)
    }
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    accessed = status.st_atim
    modified = status.st_mtim
  }

  /// Gives them to an open file; the owner only as far as the process may.
  func apply(to descriptor: Int32, path: String) throws(SourceError) {
    _ = fchown(descriptor, owner, group)
    guard fchmod(descriptor, mode) == 0 else { throw SourceError.system(path: path) }
    let times = [accessed, modified]
    guard unsafe futimens(descriptor, times) == 0 else { throw SourceError.system(path: path) }
  }
}
