import BroadsealBytes
import Glibc
import Synchronization

/// Removes what killed runs left in a folder: temporary files that nobody writes any more.
///
/// Whoever writes one holds a lock on it, and the system gives that up with the process, however it
/// ended. A file that can be locked is therefore nobody's.
enum StaleOutputs {
  /// Most entries of a folder that are looked at.
  static let maximumEntries = 20_000

  private static let seen = Mutex<Set<[UInt8]>>([])

  /// Looks through `folder`, once a run.
  static func remove(in folder: FilePath) {
    guard seen.withLock({ $0.insert(folder.bytes).inserted }) else { return }
    for name in names(in: folder) { remove(folder.appending(name)) }
  }

  /// Forgets which folders were looked through.
  static func forget() { seen.withLock { $0 = [] } }

  private static func names(in folder: FilePath) -> [[UInt8]] {
    guard let stream = unsafe folder.withCString({ name in unsafe opendir(name) }) else {
      return []
    }
    defer { unsafe closedir(stream) }
    var found: [[UInt8]] = []
    for _ in 0..<maximumEntries {
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if AtomicOutput.isTemporary(name) { found.append(name) }
    }
    return found
  }

  /// Removes the file at `path` if it is this user's and nobody holds it.
  private static func remove(_ path: FilePath) {
    let descriptor = unsafe path.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG,
      opened.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      unsafe path.withCString({ unsafe lstat($0, &named) }) == 0,
      named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { return }
    _ = unsafe path.withCString { unsafe unlink($0) }
  }
}
