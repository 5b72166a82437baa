package import BroadsealBytes
import CBroadsealLinux
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

  private static let flags = broadseal_O_PATH | O_DIRECTORY | O_CLOEXEC

  /// Goes down to the folder that holds the file at `path`.
  ///
  /// - Parameter holdsFolder: whether the folder of a path that was named is opened too. Whatever comes on the way to
  ///   it later, the file stays in the folder that was meant: for what is made now and gets its name later.
  /// - Throws: `.link` for a link on the way, below the folder that was named.
  init(_ path: FilePath, holdsFolder: Bool = false) throws(SourceError) {
    guard let start = path.rootLength, start > 0, start < path.bytes.count,
      let root = FilePath(bytes: path.bytes[..<start])
    else {
      guard holdsFolder, let last = FilePath(bytes: path.name) else {
        (folder, name, refusesLink) = (AT_FDCWD, path, false)
        return
      }
      let held = unsafe path.folder.withCString { name in
        unsafe openat(AT_FDCWD, name, Footing.flags)
      }
      guard held >= 0 else { throw SourceError.system(path: path.display) }
      (folder, name, refusesLink) = (held, last.bytes.isEmpty ? "." : last, true)
      return
    }
    let parts = path.bytes[start...].split(separator: UInt8(ascii: "/")).compactMap {
      FilePath(bytes: $0)
    }
    guard let last = parts.last, !parts.contains("..") else {
      throw SourceError.system(ENOENT, path: path.display)
    }
    var open = unsafe root.withCString { name in unsafe openat(AT_FDCWD, name, Footing.flags) }
    guard open >= 0 else { throw SourceError.system(path: path.display) }
    for part in parts.dropLast() {
      let next = unsafe part.withCString { name in
        unsafe openat(open, name, Footing.flags | O_NOFOLLOW)
      }
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

extension Footing {
  /// What stands under the name; nil where nothing does.
  func status(of path: FilePath) throws(SourceError) -> stat? {
    var status = stat()
    let flags = refusesLink ? AT_SYMLINK_NOFOLLOW : 0
    let result = unsafe name.withCString { unsafe fstatat(folder, $0, &status, flags) }
    guard result == 0 else {
      if errno == ENOENT { return nil }
      throw SourceError.system(path: path.display)
    }
    return status
  }
}

extension FilePath {
  /// Makes the folder of this path, and those above it, where they are missing; below a folder that was named through
  /// no link.
  package func makeFolder() throws(SourceError) {
    guard !isFolder else { return }
    let above = folder
    if above != self { try above.makeFolder() }
    let footing = try Footing(self)
    let made = unsafe footing.name.withCString { unsafe mkdirat(footing.folder, $0, 0o777) }
    guard made != 0 else { return }
    let fault = SourceError.system(path: display)
    // Another worker may have made it meanwhile.
    if !isFolder { throw fault }
  }

  /// Takes the file away; below a folder that was named through no link. Returns whether there is none any more.
  @discardableResult
  package func remove() -> Bool {
    guard let footing = try? Footing(self) else { return false }
    let result = unsafe footing.name.withCString { unsafe unlinkat(footing.folder, $0, 0) }
    return result == 0 || errno == ENOENT
  }
}
