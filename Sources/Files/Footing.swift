package import BroadsealBytes
import Glibc

/// Where the system looks a file up: an open folder, and the name in it.
///
/// A path that was named leads through links, as its owner wants. One that was found in a folder does not: whoever
/// may write there could replace a file, or a folder on the way, by a link to what only this process may read, after
/// the walk saw it. So every folder between is opened by itself and no link among them is taken; no moment is left
/// in which it could be swapped. (`openat2` with `RESOLVE_NO_SYMLINKS` would do it in one call, and is missing in
/// older kernels and behind many containers' filters.)
///
/// It cannot be copied, because an open descriptor has one owner.
struct Footing: ~Copyable {
  /// The open folder; `AT_FDCWD` where the name is the whole path.
  let folder: Int32
  /// The name in the folder.
  let name: FilePath
  /// Whether a link under that name is not followed.
  let refusesLink: Bool

  /// Goes down to the folder that holds the file at `path`.
  ///
  /// - Throws: `.link` for a link on the way, below the folder that was named.
  init(_ path: FilePath) throws(SourceError) {
    guard let start = path.rootLength, start > 0, start < path.bytes.count,
      let root = FilePath(bytes: path.bytes[..<start])
    else {
      (folder, name, refusesLink) = (AT_FDCWD, path, false)
      return
    }
    let parts = path.bytes[start...].split(separator: UInt8(ascii: "/")).compactMap {
      FilePath(bytes: $0)
    }
    guard let last = parts.last, !parts.contains("..") else {
      throw SourceError.system(ENOENT, path: path.display)
    }
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var open = unsafe root.withCString { name in unsafe openat(AT_FDCWD, name, flags) }
    guard open >= 0 else { throw SourceError.system(path: path.display) }
    for part in parts.dropLast() {
      let next = unsafe part.withCString { name in unsafe openat(open, name, flags | O_NOFOLLOW) }
      guard next >= 0 else {
        let fault = Footing.fault(errno, at: part, in: open, path)
        close(open)
        throw fault
      }
      close(open)
      open = next
    }
    (folder, name, refusesLink) = (open, last, true)
  }

  deinit { if folder >= 0 { close(folder) } }

  /// What the error that a call on `name` in an open folder left means.
  static func fault(
    _ code: Int32, at name: FilePath, in folder: Int32, _ path: FilePath
  ) -> SourceError {
    guard code == ELOOP || code == ENOTDIR else { return .system(code, path: path.display) }
    var status = stat()
    let found = unsafe name.withCString { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
    let isLink = found == 0 && status.st_mode & S_IFMT == S_IFLNK
    return isLink ? SourceError(.link, path: path.display) : .system(code, path: path.display)
  }
}

extension FilePath {
  /// Opens the file; below a folder that was named through no link.
  ///
  /// - Throws: `.link` where there is one.
  package func open(_ flags: Int32) throws(SourceError) -> Int32 {
    let footing = try Footing(self)
    let refused = footing.refusesLink ? O_NOFOLLOW : 0
    let descriptor = unsafe footing.name.withCString { name in
      unsafe openat(footing.folder, name, flags | refused)
    }
    guard descriptor >= 0 else {
      guard footing.refusesLink else { throw SourceError.system(path: display) }
      throw Footing.fault(errno, at: footing.name, in: footing.folder, self)
    }
    return descriptor
  }
}

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
