import BroadsealBytes
import Glibc

/// What an existing file keeps when it is replaced: permissions, owner and times, the list of further
/// rights (ACL), and the attributes that users gave it.
struct FileAttributes {
  private let mode: mode_t
  private let owner: uid_t, group: gid_t
  private let accessed: timespec, modified: timespec
  private let further: [ExtendedAttribute]

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
    further = try ExtendedAttribute.all(of: path)
  }

  /// Gives them to an open file; the owner only as far as the process may.
  ///
  /// Throws where one of them cannot be kept: a file that loses its rights could be read, or written,
  /// by others than before.
  func apply(to descriptor: Int32, path: String) throws(SourceError) {
    _ = fchown(descriptor, owner, group)
    guard fchmod(descriptor, mode) == 0 else { throw SourceError.system(path: path) }
    for attribute in further { try attribute.apply(to: descriptor, path: path) }
    let times = [accessed, modified]
    guard unsafe futimens(descriptor, times) == 0 else { throw SourceError.system(path: path) }
  }
}
