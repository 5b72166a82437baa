import BroadsealBytes
import Glibc
import Synchronization

extension AtomicOutput {
  /// A temporary file for `target`, whose folder `place` holds, that only this process writes: as long as it is open it is locked,
  /// and whoever can lock one may take it for nobody's (see `StaleOutputs`).
  static func temporary(
    for target: FilePath, at place: borrowing Footing, mode: UInt32
  ) throws(SourceError) -> (path: FilePath, descriptor: Int32) {
    for _ in 0..<attempts {
      let path = temporaryName(for: target)
      let name = FilePath(bytes: path.name) ?? path
      TemporaryFiles.add(path)
      let descriptor = unsafe name.withCString { name in
        unsafe openat(place.folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      }
      guard descriptor >= 0 else {
        let fault = SourceError.system(path: target.display)
        TemporaryFiles.remove(path)
        throw fault
      }
      if isOurs(descriptor) { return (path, descriptor) }
      // Another run took it for one that was left behind, in the moment before it was locked.
      close(descriptor)
      _ = unsafe name.withCString { name in unsafe unlinkat(place.folder, name, 0) }
      TemporaryFiles.remove(path)
    }
    throw SourceError.system(EAGAIN, path: target.display)
  }

  private static let attempts = 8

  /// Locks the file; false when somebody else did, or removed it. A file system without locks has
  /// nobody who removes anything either.
  private static func isOurs(_ descriptor: Int32) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Hidden, beside the target, with its extension: what reads it back judges by that too.
  private static func temporaryName(for target: FilePath) -> FilePath {
    let random = UInt64.random(in: .min ... .max)
    let digits = String(random, radix: 16)
    let zeros = String(repeating: "0", count: digitCount - digits.utf8.count)
    let name = Array(target.name)
    let suffix = name.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? []
    let kept = suffix.count <= maximumExtension ? suffix : []
    return target.folder.appending(prefix + Array((zeros + digits).utf8) + word + kept)
  }

  /// Whether `name` is one that temporary files get: a name of somebody's own that begins alike is
  /// nobody's to remove.
  static func isTemporary(_ name: [UInt8]) -> Bool {
    guard name.starts(with: prefix) else { return false }
    let rest = name.dropFirst(prefix.count)
    let digits = rest.prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    let ending = rest.dropFirst(digits.count + word.count)
    return digits.count == digitCount && rest.dropFirst(digitCount).starts(with: word)
      && (ending.isEmpty || ending.first == UInt8(ascii: ".")) && ending.count <= maximumExtension
  }

  private static let prefix = Array(".broadseal-".utf8)
  private static let word = Array("-unfinished".utf8)
  private static let digitCount = 16
  private static let maximumExtension = 32
}

/// Removes what killed runs left in a folder: temporary files that nobody writes any more.
///
/// Whoever writes one holds a lock on it, and the system gives that up with the process, however it
/// ended. A file that can be locked is therefore nobody's.
enum StaleOutputs {
  /// Most entries of a folder that are looked at.
  static let maximumEntries = 20_000

  private static let seen = Mutex<Set<[UInt8]>>([])

  /// Looks through `folder`, which `place` holds, once a run.
  static func remove(in folder: FilePath, _ place: borrowing Footing) {
    guard seen.withLock({ $0.insert(folder.bytes).inserted }) else { return }
    for name in names(in: place.folder) { remove(name, in: place.folder) }
  }

  /// Forgets which folders were looked through.
  static func forget() { seen.withLock { $0 = [] } }

  private static func names(in folder: Int32) -> [[UInt8]] {
    let list = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard list >= 0 else { return [] }
    guard let stream = unsafe fdopendir(list) else {
      close(list)
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

  /// Removes the file of that name in an open folder if it is this user's and nobody holds it.
  private static func remove(_ name: [UInt8], in folder: Int32) {
    guard let path = FilePath(bytes: name) else { return }
    let descriptor = unsafe path.withCString { name in
      unsafe openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG,
      opened.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      unsafe path.withCString({ unsafe fstatat(folder, $0, &named, AT_SYMLINK_NOFOLLOW) }) == 0,
      named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { return }
    _ = unsafe path.withCString { unsafe unlinkat(folder, $0, 0) }
  }
}
