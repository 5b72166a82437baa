package import BroadsealBytes
import CBroadsealLinux
import Glibc

/// A file that appears under its name complete, or not at all.
///
/// The bytes go to a hidden temporary file in the folder of the target, with the target's
/// extension. `commit` gives it its name; whatever happens before, the temporary file is removed
/// and the target is as it was.
package struct AtomicOutput: ~Copyable {
  /// Where the file will be.
  package let target: FilePath
  /// Where its bytes are until then: for reading back before `commit`.
  package let temporary: FilePath

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
    let place = try AtomicOutput.place(of: target)
    let old = try FileAttributes(of: place)
    if old != nil {
      guard overwrites else { throw SourceError.system(EEXIST, path: target.display) }
      guard unsafe place.withCString({ unsafe access($0, W_OK) }) == 0 else {
        throw SourceError.system(path: target.display)
      }
    }
    StaleOutputs.remove(in: place.folder)
    let (temporary, descriptor) = try AtomicOutput.temporary(for: place, mode: 0o600)
    self.mode = mode
    self.target = place
    self.temporary = temporary
    self.descriptor = descriptor
    self.overwrites = overwrites
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unsafe temporary.withCString { name in _ = unsafe unlink(name) }
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
    let old = overwrites ? try FileAttributes(of: target) : nil
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
    var status = stat()
    guard unsafe path.withCString({ unsafe stat($0, &status) }) == 0 else { return 0o666 }
    return status.st_mode & 0o666
  }

  /// How many names the file at `path` has.
  package static func nameCount(of path: FilePath) -> Int {
    var status = stat()
    return unsafe path.withCString({ unsafe stat($0, &status) }) == 0 ? Int(status.st_nlink) : 1
  }

  private func rename() throws(SourceError) {
    let result = unsafe temporary.withCString { from in
      unsafe target.withCString { to in
        if overwrites { return unsafe Glibc.rename(from, to) }
        // Neither of these replaces: they fail where the name was taken meanwhile.
        let flags = broadseal_RENAME_NOREPLACE
        if unsafe renameat2(AT_FDCWD, from, AT_FDCWD, to, flags) == 0 { return 0 }
        guard errno == EINVAL || errno == ENOSYS else { return -1 }
        if unsafe link(from, to) == 0 { return unsafe unlink(from) }
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK else {
          return -1
        }
        // No hard links here: take the name first, then replace what was taken.
        let taken = unsafe Glibc.open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard taken >= 0 else { return -1 }
        close(taken)
        return unsafe Glibc.rename(from, to)
      }
    }
    guard result == 0 else { throw fault() }
  }

  private func write(_ span: RawSpan, at offset: Int) throws(SourceError) {
    try OutputArea.write(span, to: descriptor, at: offset, path: target.display)
  }

  private func fault() -> SourceError { SourceError.system(path: target.display) }
}

extension AtomicOutput {
  /// The file that `target` names: where a symbolic link points, so that the link stays. Below a folder that was named
  /// a link is refused: it may have come after the document was opened that is replaced.
  private static func place(of target: FilePath) throws(SourceError) -> FilePath {
    var status = stat()
    let isLink =
      unsafe target.withCString { unsafe lstat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFLNK
    guard isLink else { return target }
    guard target.rootLength == nil else { throw SourceError(.link, path: target.display) }
    let resolved = unsafe target.withCString { name -> FilePath? in
      guard let path = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(path) }
      let characters = unsafe UnsafeBufferPointer(start: path, count: strlen(path))
      return unsafe FilePath(bytes: characters.map { UInt8(bitPattern: $0) })
    }
    guard let resolved else { throw SourceError.system(path: target.display) }
    return resolved
  }
}
