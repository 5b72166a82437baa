package import BroadsealBytes
import Glibc

/// What tells one state of a file from another without reading it.
package struct FileIdentity: Hashable, Sendable {
  /// Device and inode.
  package let device: UInt64, inode: UInt64
  /// Size in bytes.
  package let size: Int
  /// Time of the last change of content.
  package let modified: FileTime

  /// The state of an open file; throws when it is not a regular one.
  package init(descriptor: Int32, path: String) throws(SourceError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SourceError.system(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SourceError(.notRegular, path: path) }
    self.init(status)
  }

  /// The state that the system gives.
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = FileTime(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}

/// A time that a file system states: any that it can, also one that nobody's nanoseconds since 1970 reach.
package struct FileTime: Hashable, Sendable {
  private let seconds: Int, nanoseconds: Int

  /// The time as the system gives it.
  package init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension SourceError {
  /// The fault that the last system call left in `errno`.
  package static func system(path: String) -> SourceError {
    system(errno, path: path)
  }

  /// The fault that the system calls `code`.
  package static func system(_ code: Int32, path: String) -> SourceError {
    let message = unsafe String(cString: strerror(code))
    return SourceError(.system(code: code, message: message), path: path)
  }

  /// Whether the name is longer than the file system takes: then there is no such file.
  package var isNameTooLong: Bool {
    if case .system(code: ENAMETOOLONG, _) = kind { true } else { false }
  }

  /// Whether there is no file at the path.
  package var isMissingFile: Bool {
    if case .system(let code, _) = kind { code == ENOENT } else { false }
  }
}

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

extension FilePath {
  /// The path of the file itself, where this one leads to it through a symbolic link; the same path
  /// otherwise, and where the link leads nowhere.
  package var resolved: FilePath { (try? followed()) ?? self }

  /// The same; throws where the link leads nowhere.
  func followed() throws(SourceError) -> FilePath {
    var status = stat()
    guard unsafe withCString({ name in unsafe lstat(name, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFLNK
    else { return self }
    guard let real = realPath else { throw SourceError.system(path: display) }
    return real
  }

  /// The path without links and dots; nil where it leads to nothing.
  private var realPath: FilePath? {
    guard let real = unsafe withCString({ name in unsafe realpath(name, nil) }) else { return nil }
    defer { unsafe free(real) }
    let characters = unsafe UnsafeBufferPointer(start: real, count: strlen(real))
    return unsafe FilePath(bytes: characters.map { UInt8(bitPattern: $0) })
  }
}

extension FilePath {
  /// Whether this path leads to a folder.
  package var isFolder: Bool {
    var status = stat()
    guard unsafe withCString({ name in unsafe stat(name, &status) }) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}

extension FilePath {
  /// The path from the root on, with neither links nor dots in the folders above its name; the same path where
  /// its folder is not there.
  package var absolute: FilePath {
    let isBare = name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8)
    guard let found = (isBare ? self : folder).realPath else { return self }
    return isBare ? found : found.appending(name)
  }
}
