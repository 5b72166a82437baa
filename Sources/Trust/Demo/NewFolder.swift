package import BroadsealBytes
package import Glibc

/// A folder that appears under its name with everything in it, or not at all.
///
/// It is filled under a hidden name beside its place and renamed at the end; what was made is
/// removed when it goes away unfinished.
package final class NewFolder {
  private let path: FilePath
  private let hidden: FilePath
  private var folders: [FilePath] = []
  private var files: [FilePath] = []
  private var isFinished = false

  /// Prepares a folder that will stand at `path`.
  ///
  /// - Throws: `.notEmpty` when something stands there that is not an empty folder; `.unwritable`.
  package init(_ path: FilePath) throws(DemoError) {
    var bytes = path.bytes
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let place = FilePath(bytes: bytes) ?? path
    self.path = place
    hidden = place.folder.appending(
      [UInt8(ascii: ".")] + place.name + Array(".\(getpid()).partial".utf8))
    try check()
    var parents: [FilePath] = []
    var parent = place.folder
    while !TrustFile.isFolder(parent), parent.bytes != parent.folder.bytes {
      parents.append(parent)
      parent = parent.folder
    }
    for parent in parents.reversed() {
      try NewFolder.make(parent)
      folders.append(parent)
    }
    try NewFolder.make(hidden)
    folders.append(hidden)
  }

  deinit {
    guard !isFinished else { return }
    UnfinishedFolders.remove(files: files, folders: folders)
  }

  /// Writes a new file below the folder, making the folders between.
  package func write(_ name: String, _ bytes: [UInt8], mode: mode_t) throws(DemoError) {
    var file = hidden
    let parts = name.split(separator: "/")
    for (index, part) in parts.enumerated() {
      file = file.appending(Array(part.utf8))
      if index < parts.count - 1, !folders.contains(file) {
        try NewFolder.make(file)
        folders.append(file)
      }
    }
    let descriptor = UnfinishedFolders.make(file, isFolder: false) {
      unsafe file.withCString { name in
        unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      }
    }
    guard descriptor >= 0 else { throw NewFolder.failure(file) }
    defer { close(descriptor) }
    files.append(file)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw NewFolder.failure(file) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw NewFolder.failure(file) }
  }

  /// Gives the folder its name.
  package func finish() throws(DemoError) {
    let result = UnfinishedFolders.rename(hidden, to: path, keeping: files + folders)
    guard result == 0 else {
      try check()
      throw NewFolder.failure(path)
    }
    isFinished = true
  }

  private func check() throws(DemoError) {
    var status = stat()
    guard unsafe path.withCString({ name in unsafe lstat(name, &status) }) == 0 else {
      guard errno == ENOENT else { throw NewFolder.failure(path) }
      return
    }
    let names: [FilePath]
    do throws(TrustError) {
      names = try TrustFile.names(in: path)
    } catch { throw .unwritable(path: path.display, reason: error.reason) }
    guard names.isEmpty else { throw .notEmpty(path: path.display) }
  }

  private static func make(_ folder: FilePath) throws(DemoError) {
    let result = UnfinishedFolders.make(folder, isFolder: true) {
      unsafe folder.withCString { name in unsafe mkdir(name, 0o755) }
    }
    guard result == 0 else { throw failure(folder) }
  }

  private static func failure(_ path: FilePath) -> DemoError {
    .unwritable(
      path: path.display, reason: unsafe String(cString: strerror(errno)).lowercased())
  }
}
