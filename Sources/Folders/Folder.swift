import BroadsealBytes
import Glibc

/// What stands in one folder, by name in byte order.
struct Folder {
  /// One name in the folder.
  struct Member: Comparable {
    /// The name's bytes.
    let name: [UInt8]
    /// `d_type` of the entry; `DT_UNKNOWN` where the file system does not say.
    let type: UInt8

    static func < (left: Member, right: Member) -> Bool {
      left.name.lexicographicallyPrecedes(right.name)
    }
  }

  /// Everything but `.` and `..`.
  let members: [Member]

  /// Reads the folder at `path`; with `following`, also through a symbolic link.
  init(_ path: FilePath, following: Bool) throws(FolderError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
    let descriptor = unsafe path.withCString { name in unsafe open(name, flags) }
    guard descriptor >= 0 else { throw FolderError.system() }
    guard let stream = unsafe fdopendir(descriptor) else {
      let error = FolderError.system()
      close(descriptor)
      throw error
    }
    defer { unsafe closedir(stream) }
    var members: [Member] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw FolderError.system() }
        break
      }
      let name = unsafe Folder.name(of: entry)
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      members.append(Member(name: name, type: unsafe entry.pointee.d_type))
    }
    self.members = members.sorted()
  }

  /// Whether the folder holds that name.
  func contains(_ name: some Collection<UInt8>) -> Bool {
    let wanted = Member(name: Array(name), type: 0)
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < members.count && members[low].name == wanted.name
  }

  /// Reads the name where it stands: the array that `dirent` declares may be shorter than it.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
    let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}

/// Why a folder could not be read.
struct FolderError: Error {
  /// The system's words.
  let message: String

  static func system() -> FolderError {
    unsafe FolderError(message: String(cString: strerror(errno)))
  }
}
