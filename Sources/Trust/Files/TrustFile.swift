import BroadsealBytes
import BroadsealFiles
import Glibc

/// Reads small files of trust material whole, each checked against a limit first.
enum TrustFile {
  /// The bytes of the regular file at `path`.
  ///
  /// - Throws: `.missing`, `.unreadable` or `.tooLarge`.
  static func read(
    _ path: FilePath, limit: Int = TrustLimits.maximumFileSize
  ) throws(TrustError) -> [UInt8] {
    guard let bytes = try readIfPresent(path, limit: limit) else {
      throw TrustError(.missing, path.display, "no such file")
    }
    return bytes
  }

  /// The bytes of the regular file at `path`, or nil when nothing has that name.
  ///
  /// - Throws: `.unreadable` or `.tooLarge`.
  static func readIfPresent(
    _ path: FilePath, limit: Int = TrustLimits.maximumFileSize
  ) throws(TrustError) -> [UInt8]? {
    do throws(SourceError) {
      return try ByteSource.whole(path, limit: limit)
    } catch {
      switch error.kind {
      case .system(ENOENT, _): return nil
      case .system(_, let message):
        throw TrustError(.unreadable, path.display, message.lowercased())
      case .link, .notRegular, .attribute: throw TrustError(.unreadable, path.display, error.reason)
      case .tooLarge: throw TrustError(.tooLarge, path.display, error.reason)
      case .truncated, .changed:
        throw TrustError(.unreadable, path.display, "the file changed while it was read")
      }
    }
  }

  /// Names of everything in the folder at `path`, sorted by their bytes.
  ///
  /// - Throws: `.missing`, `.unreadable` or `.tooLarge`.
  static func names(in path: FilePath) throws(TrustError) -> [FilePath] {
    guard let folder = unsafe path.withCString({ name in unsafe opendir(name) }) else {
      if errno == ENOENT { throw TrustError(.missing, path.display, "no such folder") }
      throw unreadable(path)
    }
    defer { unsafe closedir(folder) }
    var names: [FilePath] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw unreadable(path) }
        break
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe Array(buffer.prefix { $0 != 0 })
      }
      guard let name = FilePath(bytes: bytes), name.text != ".", name.text != ".." else { continue }
      names.append(name)
      guard names.count <= TrustLimits.maximumFolderEntries else {
        throw TrustError(
          .tooLarge, path.display, "more than \(TrustLimits.maximumFolderEntries) entries")
      }
    }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Whether `path` is a folder (links followed).
  static func isFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return unsafe path.withCString { name in unsafe stat(name, &status) } == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything has the name `path` (links followed).
  static func isThere(_ path: FilePath) -> Bool {
    var status = stat()
    return unsafe path.withCString { name in unsafe stat(name, &status) } == 0
  }

  private static func unreadable(_ path: FilePath) -> TrustError {
    TrustError(.unreadable, path.display, unsafe String(cString: strerror(errno)).lowercased())
  }
}
