package import BroadsealBytes
import CBroadsealLinux
import Glibc

extension FilePath {
  /// Gives the file at this path another name, in the same file system; a file that has that name already is
  /// never replaced (`EEXIST`).
  ///
  /// What was found in a folder is moved out of that folder, whatever is a link meanwhile on the way there.
  package func move(to other: FilePath) throws(SourceError) {
    let here = try Footing(self)
    let there = try Footing(other)
    let result: Int32 = unsafe here.name.withCString { (from) -> Int32 in
      unsafe there.name.withCString { (to) -> Int32 in
        let flags = broadseal_RENAME_NOREPLACE
        if unsafe renameat2(here.folder, from, there.folder, to, flags) == 0 { return 0 }
        guard errno == EINVAL || errno == ENOSYS else { return errno }
        // A file system that cannot promise it: a second name first, which fails where it is taken.
        guard unsafe linkat(here.folder, from, there.folder, to, 0) == 0 else { return errno }
        return unsafe unlinkat(here.folder, from, 0) == 0 ? 0 : errno
      }
    }
    guard result == 0 else { throw SourceError.system(result, path: other.display) }
  }
}

/// A lock on a folder that one process at a time holds, until it ends, however it ends.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock; nil where another process has it.
  package init?(_ folder: FilePath) throws(SourceError) {
    let descriptor = unsafe folder.withCString { name in
      unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw SourceError.system(path: folder.display) }
    // A file system without locks has nobody who holds one.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
