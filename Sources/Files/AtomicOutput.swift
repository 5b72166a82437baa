package import BroadsealBytes
import CBroadsealLinux
import Glibc

/// A file that appears under its name complete, or not at all.
///
/// The bytes go to a hidden temporary file in the folder of the target, with the target's
/// extension. `commit` gives it its name; whatever happens before, the temporary file is removed
/// and the target is as it was.
///
/// A path that was named leads through links when the output begins, as its owner wants. Below a folder that was named,
/// a link is refused (`Footing`). The folder that was found then is held until the end: who puts another one, or a link,
/// in its place meanwhile moves nothing, and the file gets its name where it was begun.
package struct AtomicOutput: ~Copyable {
  /// Where the file will be.
  package let target: FilePath
  /// Where its bytes are until then: for reading back before `commit`.
  package let temporary: FilePath

  private let place: Footing
  private let hidden: FilePath
  private let descriptor: Int32
  private let overwrites: Bool
  private let mode: mode_t
  private var end = 0
  private var handedOver = 0
  private var isOpen = true

  /// Starts a file that will be `target`; throws at once when it must not be replaced, when it is
  /// not a regular file, or when its folder cannot be written.
  ///
  /// - Parameters:
  ///   - overwrites: whether an existing file is replaced; it keeps its mode, owner, times and further
  ///     attributes.
  ///   - mode: permissions of a file that did not exist, before the process's mask. Until it has its
  ///     name, nobody else can read it.
  package init(_ target: FilePath, overwrites: Bool, mode: UInt32 = 0o666) throws(SourceError) {
    // Where a link was named, it stays, and the file that it leads to is meant.
    let path = target.rootLength == nil ? try target.followed() : target
    let place = try Footing(path, holdsFolder: true)
    if let old = try FileAttributes(of: path, at: place) {
      guard overwrites else { throw SourceError.system(EEXIST, path: target.display) }
      try old.requireLasting(path: target.display)
      let access = unsafe place.name.withCString { unsafe faccessat(place.folder, $0, W_OK, 0) }
      guard access == 0 else { throw SourceError.system(path: target.display) }
    }
    StaleOutputs.remove(in: path.folder, place)
    let (temporary, descriptor) = try AtomicOutput.temporary(for: path, at: place, mode: 0o600)
    self.mode = mode
    self.target = path
    self.temporary = temporary
    hidden = FilePath(bytes: temporary.name) ?? temporary
    self.place = place
    self.descriptor = descriptor
    self.overwrites = overwrites
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unsafe hidden.withCString { name in _ = unsafe unlinkat(place.folder, name, 0) }
    TemporaryFiles.remove(temporary)
  }

  /// Number of bytes appended or skipped so far.
  package var size: Int { end }

  /// Writes `span` after what was written before.
  package mutating func append(_ span: RawSpan) throws(SourceError) {
    try write(span, at: end)
    end += span.byteCount
    guard end - handedOver >= AtomicOutput.handOverSize else { return }
    // Linux starts to write what it is told it may forget: the disk works while the rest is hashed,
    // and `commit` has little left to wait for.
    posix_fadvise(
      descriptor, off_t(handedOver), off_t(end - handedOver), Int32(POSIX_FADV_DONTNEED))
    handedOver = end
  }

  /// Bytes that are collected before the disk is set to work on them.
  private static let handOverSize = 16 << 20

  /// Leaves `count` bytes of zeros after what was written before.
  package mutating func skip(_ count: Int) throws(SourceError) {
    end += count
    guard ftruncate(descriptor, off_t(end)) == 0 else { throw fault() }
  }

  /// Writes `bytes` over what stands at `offset`, inside what was appended or skipped.
  package mutating func write(_ bytes: [UInt8], at offset: Int) throws(SourceError) {
    guard offset >= 0, bytes.count <= end, offset <= end - bytes.count else {
      throw SourceError.system(EINVAL, path: target.display)
    }
    unsafe try write(bytes.span.bytes, at: offset)
  }

  /// The bytes at `offset`, which were skipped, for threads that write each its own part of them.
  ///
  /// Use it before anything else is done with the output.
  package borrowing func area(at offset: Int, length: Int) throws(SourceError) -> OutputArea {
    guard offset >= 0, length >= 0, offset <= end - length else {
      throw SourceError.system(EINVAL, path: target.display)
    }
    return OutputArea(
      descriptor: descriptor, start: offset, length: length, path: target.display)
  }

  /// Gives the file its name, once its content is on the disk. After a power cut the name may still
  /// be the old one or missing; it never stands on half a file. (To sync the folder as well would
  /// make a batch two to three times as slow and change no more than that.)
  package mutating func commit() throws(SourceError) {
    let old = overwrites ? try FileAttributes(of: target, at: place) : nil
    if let old {
      try old.apply(to: descriptor, path: target.display)
    } else {
      guard fchmod(descriptor, mode & ~AtomicOutput.mask) == 0 else { throw fault() }
    }
    guard fsync(descriptor) == 0 else { throw fault() }
    try rename()
    isOpen = false
    close(descriptor)
    TemporaryFiles.remove(temporary)
  }

  /// The process's mask, as the kernel tells it: to ask by setting it would be seen by other threads.
  private static let mask: mode_t = {
    let descriptor = unsafe open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0o077 }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1_024)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("Umask:") }
    let digits = line?.split(separator: "\t").last.flatMap { mode_t($0, radix: 8) }
    return digits ?? 0o077
  }()

  /// Permissions of the regular file at `path`, without the right to run it: those of what is written in
  /// its place elsewhere, or beside it.
  package static func mode(like path: FilePath) -> UInt32 {
    status(of: path).map { $0.st_mode & 0o666 } ?? 0o666
  }

  /// How many names the file at `path` has.
  package static func nameCount(of path: FilePath) -> Int {
    status(of: path).map { Int($0.st_nlink) } ?? 1
  }

  private static func status(of path: FilePath) -> stat? {
    guard let footing = try? Footing(path) else { return nil }
    return try? footing.status(of: path)
  }

  private func rename() throws(SourceError) {
    let folder = place.folder
    let result = unsafe hidden.withCString { from in
      unsafe place.name.withCString { to in
        if overwrites { return unsafe renameat(folder, from, folder, to) }
        // Neither of these replaces: they fail where the name was taken meanwhile.
        let flags = broadseal_RENAME_NOREPLACE
        if unsafe renameat2(folder, from, folder, to, flags) == 0 { return 0 }
        guard errno == EINVAL || errno == ENOSYS else { return -1 }
        if unsafe linkat(folder, from, folder, to, 0) == 0 {
          return unsafe unlinkat(folder, from, 0)
        }
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK else {
          return -1
        }
        // No hard links here: take the name first, then replace what was taken.
        let taken = unsafe openat(folder, to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard taken >= 0 else { return -1 }
        close(taken)
        return unsafe renameat(folder, from, folder, to)
      }
    }
    guard result == 0 else { throw fault() }
  }

  private func write(_ span: RawSpan, at offset: Int) throws(SourceError) {
    try OutputArea.write(span, to: descriptor, at: offset, path: target.display)
  }

  private func fault() -> SourceError { SourceError.system(path: target.display) }
}
