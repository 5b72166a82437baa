package import BroadsealBytes
import Glibc

extension ByteSource {
  /// Claims the file for a run that will replace it: while this source is open, nobody else can claim
  /// it. True for bytes in memory, and where the file system knows no locks.
  package func claim() -> Bool {
    guard let descriptor else { return true }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Throws `.changed` when `path` no longer names this very file, as it was when it was opened.
  package func checkStill(at path: FilePath) throws(SourceError) {
    guard let descriptor else { return }
    try checkUnchanged()
    let opened = try FileIdentity(descriptor: descriptor, path: self.path)
    guard let named = try? path.open(O_RDONLY | O_CLOEXEC | O_NONBLOCK) else {
      throw SourceError(.changed, path: path.display)
    }
    defer { close(named) }
    let found = try? FileIdentity(descriptor: named, path: self.path)
    guard found?.device == opened.device, found?.inode == opened.inode else {
      throw SourceError(.changed, path: path.display)
    }
  }
}
