package import BroadsealBytes
import BroadsealFiles
package import BroadsealWorkers
import Glibc

/// Paths from a descriptor, one a line or one up to each NUL, given out as they come.
///
/// A list of lines may be from Windows: the mark of its encoding before the first name and a carriage return behind each are
/// no part of a name, unless a file is called so.
package struct PathList {
  /// What ends a path.
  package enum Separator: UInt8, Sendable {
    /// A NUL: any path can be named.
    case null = 0
    /// A line feed.
    case newline = 0x0A
  }

  /// Longest path that is taken, in bytes; longer than any that the system opens.
  package static let maximumLength = 65_536

  private let descriptor: Int32
  private let separator: UInt8
  private var held: [UInt8] = []
  private var used = 0
  private var isAtEnd = false
  private var isFirst = true

  /// Paths read from `descriptor`.
  package init(descriptor: Int32, separator: Separator) {
    self.descriptor = descriptor
    self.separator = separator.rawValue
  }

  /// The next path; waits for it at most 100 milliseconds, and only when it may.
  package mutating func next(mayWait: Bool) throws(PathListError) -> Crew.Draw<FilePath> {
    while true {
      if let end = held[used...].firstIndex(of: separator) {
        let path = bare(held[used..<end])
        (used, isFirst) = (end + 1, false)
        if path.isEmpty { continue }
        return .job(try FilePath(checking: path))
      }
      if isAtEnd {
        let path = bare(held[used...])
        held = []
        used = 0
        return path.isEmpty ? .end : .job(try FilePath(checking: path))
      }
      guard held.count - used <= PathList.maximumLength else {
        throw PathListError("a path is longer than \(PathList.maximumLength) bytes")
      }
      guard try fill(waiting: mayWait ? 100 : 0) else { return .notYet }
    }
  }

  /// The mark of its encoding that an editor puts before a text.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `line` without what an editor of Windows adds to it, where only that names a file.
  private func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard separator == Separator.newline.rawValue else { return line }
    let isMarked = isFirst && line.starts(with: PathList.mark)
    guard isMarked || line.last == 0x0D else { return line }
    let name = isMarked ? line.dropFirst(PathList.mark.count) : line
    for bare in [name, name.last == 0x0D ? name.dropLast() : name] where bare.count < line.count {
      let isThere = bare.isEmpty || FilePath(bytes: bare).flatMap(FileNode.init) != nil
      if isThere, FilePath(bytes: line).flatMap(FileNode.init) == nil { return bare }
    }
    return line
  }

  /// Reads more; false when nothing came in time.
  private mutating func fill(waiting milliseconds: Int32) throws(PathListError) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&wanted, 1, milliseconds) > 0 else { return false }
    held.removeFirst(used)
    used = 0
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let got = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if got < 0 {
      if errno == EINTR || errno == EAGAIN { return false }
      throw PathListError(FolderError.system().message)
    }
    if got == 0 { isAtEnd = true }
    held += chunk.prefix(got)
    return true
  }
}

/// Why a list of paths could not be read.
package struct PathListError: Error, Sendable {
  /// One line in lower case, without a full stop.
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

extension FilePath {
  fileprivate init(checking bytes: ArraySlice<UInt8>) throws(PathListError) {
    guard let path = FilePath(bytes: bytes) else {
      throw PathListError("a path in the list holds a NUL; -0 separates paths by NUL")
    }
    self = path
  }
}
