import BroadsealBytes
import Glibc

extension AtomicOutput {
  /// A temporary file for `target` that only this process writes: as long as it is open it is locked,
  /// and whoever can lock one may take it for nobody's (see `StaleOutputs`).
  static func temporary(
    for target: FilePath, mode: UInt32
  ) throws(SourceError) -> (path: FilePath, descriptor: Int32) {
    for _ in 0..<attempts {
      let path = temporaryName(for: target)
      TemporaryFiles.add(path)
      let descriptor = unsafe path.withCString { name in
        unsafe Glibc.open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      }
      guard descriptor >= 0 else {
        let fault = SourceError.system(path: target.display)
        TemporaryFiles.remove(path)
        throw fault
      }
      if isOurs(descriptor) { return (path, descriptor) }
      // Another run took it for one that was left behind, in the moment before it was locked.
      close(descriptor)
      _ = unsafe path.withCString { name in unsafe unlink(name) }
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
    let name = Array(target.name)
    let suffix = name.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? []
    let kept = suffix.count <= maximumExtension ? suffix : []
    return target.folder.appending(prefix + Array(digits.utf8) + kept)
  }

  /// Whether `name` is one that temporary files get.
  static func isTemporary(_ name: [UInt8]) -> Bool {
    guard name.starts(with: prefix) else { return false }
    let digits = name.dropFirst(prefix.count).prefix { Hex.value(of: $0) != nil }
    let rest = name.dropFirst(prefix.count + digits.count)
    return (1...16).contains(digits.count) && (rest.isEmpty || rest.first == UInt8(ascii: "."))
      && rest.count <= maximumExtension
  }

  private static let prefix = Array(".broadseal-".utf8)
  private static let maximumExtension = 32
}
