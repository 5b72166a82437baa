package import BroadsealBytes
import Glibc
import Synchronization

/// The temporary files of this process that have no name of their own yet.
///
/// Every `AtomicOutput` is listed here while it is open, so that a command that is interrupted can
/// leave nothing behind. Call `removeAll` from an ordinary thread (one that waits in `sigwait`),
/// not from inside a signal handler: it takes a lock.
package enum TemporaryFiles {
  private static let open = Mutex<Set<FilePath>>([])

  /// Removes every listed file; returns how many there were.
  @discardableResult
  package static func removeAll() -> Int {
    open.withLock { paths in
      // Where the way to one was changed meanwhile it stays: a later run in its folder takes it for nobody's.
      for path in paths { path.remove() }
      defer { paths = [] }
      return paths.count
    }
  }

  /// Lists a file.
  package static func add(_ path: FilePath) {
    open.withLock { paths in _ = paths.insert(path) }
  }

  static func remove(_ path: FilePath) {
    open.withLock { paths in _ = paths.remove(path) }
  }
}
