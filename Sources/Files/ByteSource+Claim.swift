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
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &opened) == 0,
      unsafe path.withCString({ unsafe stat($0, &named) }) == 0,
      named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { throw SourceError(.changed, path: path.display) }
  }
}
