package import BroadsealBytes
import Glibc

/// A file whatever it is called: two names with one node are one file.
package struct FileNode: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The file that `path` leads to, through symbolic links; nil when there is none.
  package init?(_ path: FilePath) {
    var status = stat()
    guard unsafe path.withCString({ name in unsafe stat(name, &status) }) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

extension FilePath {
  /// The file that this path names or would name: two names with one place are one file.
  package var place: FilePlace {
    FileNode(self).map(FilePlace.existing) ?? .new(folder: FileNode(folder), name: Array(name))
  }
}

/// Where a file is, or will be.
package enum FilePlace: Hashable, Sendable {
  /// A file that exists.
  case existing(FileNode)
  /// A name that is free.
  case new(folder: FileNode?, name: [UInt8])
}
