import BroadsealBytes
import Glibc
import Synchronization

/// What this process has made for folders that have no name of their own yet, private keys among it.
///
/// Everything is made while the list is held, so that a run that is broken off finds all of it.
package enum UnfinishedFolders {
  private struct Made {
    var isClosed = false
    var files: [FilePath] = []
    var folders: [FilePath] = []
  }

  private static let made = Mutex(Made())

  /// Removes all of it; nothing more can be made afterwards. For a process that is about to end.
  package static func removeAll() {
    made.withLock { made in
      made.isClosed = true
      remove(made.files, made.folders)
      (made.files, made.folders) = ([], [])
    }
  }

  /// Makes something at `path`; -1 as from the system when it could not.
  static func make(_ path: FilePath, isFolder: Bool, _ create: () -> Int32) -> Int32 {
    made.withLock { made in
      guard !made.isClosed else {
        errno = ECANCELED
        return -1
      }
      let result = create()
      guard result >= 0 else { return result }
      if isFolder { made.folders.append(path) } else { made.files.append(path) }
      return result
    }
  }

  /// Gives a folder its name, and what is in it.
  static func rename(_ hidden: FilePath, to path: FilePath, keeping kept: [FilePath]) -> Int32 {
    made.withLock { made in
      guard !made.isClosed else {
        errno = ECANCELED
        return -1
      }
      let result = unsafe hidden.withCString { from in
        unsafe path.withCString { to in unsafe Glibc.rename(from, to) }
      }
      if result == 0 { forget(kept, in: &made) }
      return result
    }
  }

  /// Removes what one folder was made of.
  static func remove(files: [FilePath], folders: [FilePath]) {
    made.withLock { made in
      remove(files, folders)
      forget(files + folders, in: &made)
    }
  }

  private static func remove(_ files: [FilePath], _ folders: [FilePath]) {
    for file in files { _ = unsafe file.withCString { name in unsafe unlink(name) } }
    for folder in folders.reversed() {
      _ = unsafe folder.withCString { name in unsafe rmdir(name) }
    }
  }

  private static func forget(_ paths: [FilePath], in made: inout Made) {
    let gone = Set(paths)
    made.files.removeAll(where: gone.contains)
    made.folders.removeAll(where: gone.contains)
  }
}
