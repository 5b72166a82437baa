import BroadsealBytes
import Glibc

/// What an existing file keeps when it is replaced: permissions, owner and times, the list of further
/// rights (ACL), and the attributes that users and administrators gave it.
struct FileAttributes {
  private let mode: mode_t
  private let owner: uid_t, group: gid_t
  private let accessed: timespec, modified: timespec
  private let further: [ExtendedAttribute]

  /// The attributes of the regular file at `path`, where `footing` holds its folder; nil when there is nothing.
  init?(of path: FilePath, at footing: borrowing Footing) throws(SourceError) {
    guard var status = try footing.status(of: path) else { return nil }
    let type = status.st_mode & S_IFMT
    guard type == S_IFREG else {
      throw SourceError(type == S_IFLNK ? .link : .notRegular, path: path.display)
    }
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe footing.name.withCString { name in
      unsafe openat(footing.folder, name, flags)
    }
    defer { if descriptor >= 0 { close(descriptor) } }
    // A file that nobody may read tells what it is all the same, under its name.
    guard descriptor >= 0 || errno == EACCES else { throw SourceError.system(path: path.display) }
    if descriptor >= 0 {
      guard unsafe fstat(descriptor, &status) == 0 else {
        throw SourceError.system(path: path.display)
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw SourceError(.notRegular, path: path.display)
      }
    }
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    accessed = status.st_atim
    modified = status.st_mtim
    further = try ExtendedAttribute.all(of: path, descriptor)
  }

  /// Throws where a file with other content could never have one of them.
  func requireLasting(path: String) throws(SourceError) {
    if let signature = further.first(where: \.isSignature) {
      throw SourceError(.attribute(name: signature.text), path: path)
    }
  }

  /// Gives them to an open file; the owner only as far as the process may.
  ///
  /// Throws where one of them cannot be kept: a file that loses its rights could be read, or written,
  /// by others than before.
  func apply(to descriptor: Int32, path: String) throws(SourceError) {
    try requireLasting(path: path)
    _ = fchown(descriptor, owner, group)
    guard fchmod(descriptor, mode) == 0 else { throw SourceError.system(path: path) }
    for attribute in further { try attribute.apply(to: descriptor, path: path) }
    let times = [accessed, modified]
    guard unsafe futimens(descriptor, times) == 0 else { throw SourceError.system(path: path) }
  }
}

extension FilePath {
  /// Whether users other than its owner may read the file; false where there is none.
  package var isReadableByOthers: Bool {
    var status = stat()
    guard unsafe withCString({ name in unsafe stat(name, &status) }) == 0 else { return false }
    return status.st_mode & 0o044 != 0
  }
}
