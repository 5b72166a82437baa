package import BroadsealBytes
import BroadsealWorkers
import Glibc

/// The names in a list file in path order, each once, in memory that does not grow with the list.
///
/// The file is gone through once for every so many mebibytes of names, and each time the next names in order are
/// taken out of it: a list of a hundred thousand names is read once, one of ten million some sixty times.
package struct SortedPaths: Sendable {
  private let descriptor: Int32
  private let separator: PathList.Separator
  private let limit: Int
  private var batch: ArraySlice<FilePath> = []
  private var last: FilePath?
  private var hasMore = true
  private var most: FilePath?

  /// Bytes of names that are held at a time.
  package static let usualLimit = 16 << 20

  /// What a name takes in memory beside its bytes.
  private static let overhead = 48

  /// Names in the regular file that `descriptor` has open.
  package init(
    descriptor: Int32, separator: PathList.Separator, limit: Int = SortedPaths.usualLimit
  ) {
    self.descriptor = descriptor
    self.separator = separator
    self.limit = limit
  }

  /// Whether `descriptor` is a file that can be gone through again.
  package static func canSort(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The next name; nil at the end.
  package mutating func next() throws(PathListError) -> FilePath? {
    if batch.isEmpty, hasMore { try fill() }
    last = batch.popFirst()
    return last
  }

  /// Takes the next names in order out of the file.
  private mutating func fill() throws(PathListError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw PathListError(FolderError.system().message)
    }
    var list = PathList(descriptor: descriptor, separator: separator)
    var held: [FilePath] = []
    var size = 0
    hasMore = false
    most = nil
    reading: while true {
      switch try list.next(mayWait: true) {
      case .job(let path):
        if let last, path <= last { continue }
        // What comes after the last one that may be held is for a later pass.
        if let most, path >= most { continue }
        held.append(path)
        size += path.bytes.count + SortedPaths.overhead
        if size > 2 * limit { size = cut(&held) }
      case .notYet: continue
      case .end: break reading
      }
    }
    _ = cut(&held)
    batch = held[...]
  }

  /// Puts names in order, each once, and leaves only as many as may be held; gives their size.
  private mutating func cut(_ held: inout [FilePath]) -> Int {
    held.sort()
    var (kept, size) = (0, 0)
    for index in held.indices {
      if kept > 0, held[index] == held[kept - 1] { continue }
      let more = held[index].bytes.count + SortedPaths.overhead
      if kept > 0, size + more > limit {
        hasMore = true
        break
      }
      held.swapAt(kept, index)
      size += more
      kept += 1
    }
    held.removeLast(held.count - kept)
    if hasMore { most = held.last }
    return size
  }
}
