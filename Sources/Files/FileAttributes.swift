import BroadsealBytes
import CBroadsealLinux
import Glibc

/// What an existing file keeps when it is replaced: permissions, owner and times, the list of further
/// rights (ACL), and the attributes that users gave it.
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

/// One extended attribute that belongs to a file whatever its content is (xattr(7)): those of users,
/// and the list of further rights. What a system says about content, such as a hash of it, goes with
/// the content.
struct ExtendedAttribute {
  private let name: [CChar]
  private let value: [UInt8]

  private static let rights = "system.posix_acl_access"
  private static let users = "user."

  /// Those of the file at `path`, which is open as `descriptor` where that is none below 0; none where the file system
  /// knows none.
  static func all(of path: FilePath, _ descriptor: Int32) throws(SourceError) -> [ExtendedAttribute]
  {
    var attributes: [ExtendedAttribute] = []
    for name in try names(of: path, descriptor) {
      let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix(users) || text == rights else { continue }
      let terminated = name + [0]
      guard
        let value = try unsafe bytes(
          of: path,
          { file, buffer, size in
            descriptor < 0
              ? unsafe lgetxattr(file, terminated, buffer, size)
              : unsafe fgetxattr(descriptor, terminated, buffer, size)
          })
      else { continue }
      attributes.append(ExtendedAttribute(name: terminated, value: value))
    }
    return attributes
  }

  private static func names(
    of path: FilePath, _ descriptor: Int32
  ) throws(SourceError) -> [[CChar]] {
    let list = try unsafe bytes(of: path) { file, buffer, size in
      let room = unsafe buffer?.assumingMemoryBound(to: CChar.self)
      return descriptor < 0
        ? unsafe llistxattr(file, room, size) : unsafe flistxattr(descriptor, room, size)
    }
    return (list ?? []).split(separator: 0).map { $0.map { CChar(bitPattern: $0) } }
  }

  /// What a call gives that is asked for the size first; nil where there is nothing of the kind.
  private static func bytes(
    of path: FilePath,
    _ call: (UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
  ) throws(SourceError) -> [UInt8]? {
    for _ in 0..<8 {
      let size = unsafe path.withCString { file in unsafe call(file, nil, 0) }
      if size < 0 {
        if [ENOTSUP, ENODATA, ENOSYS].contains(errno) { return nil }
        throw SourceError.system(path: path.display)
      }
      if size == 0 { return [] }
      var buffer = [UInt8](repeating: 0, count: size)
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe path.withCString { file in unsafe call(file, room.baseAddress, size) }
      }
      // It may have grown meanwhile.
      if count < 0, errno == ERANGE { continue }
      guard count >= 0 else { throw SourceError.system(path: path.display) }
      return Array(buffer.prefix(count))
    }
    throw SourceError.system(EAGAIN, path: path.display)
  }

  /// Gives it to an open file.
  func apply(to descriptor: Int32, path: String) throws(SourceError) {
    let result = unsafe value.withUnsafeBytes { bytes in
      unsafe fsetxattr(descriptor, name, bytes.baseAddress, bytes.count, 0)
    }
    guard result == 0 else { throw SourceError.system(path: path) }
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
