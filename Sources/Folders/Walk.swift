package import BroadsealBytes
package import BroadsealFiles
import Glibc

/// Goes through files and folders in path order, one entry at a time.
///
/// A symbolic link is followed only where the user named it. Memory grows with the number of folders on the
/// way down, never with what they hold or with the size of the tree.
package struct Walk: Sendable {
  /// Which files are wanted.
  package struct Filter: Sendable {
    /// A file must match one of these, when there are any.
    package let include: [Glob]
    /// What matches one of these is left out; a folder with all that is below it.
    package let exclude: [Glob]
    /// Whether names that begin with a dot are wanted, and those that office programs give their locks
    /// (`~$report.docx`).
    package let takesHidden: Bool
    /// Folders that are not entered, whatever they are called.
    package let apart: Set<FileNode>

    /// A filter; without arguments it wants everything.
    package init(
      include: [Glob] = [], exclude: [Glob] = [], takesHidden: Bool = true,
      apart: Set<FileNode> = []
    ) {
      self.include = include
      self.exclude = exclude
      self.takesHidden = takesHidden
      self.apart = apart
    }

    /// Whether `name` is one that only shows where hidden names are wanted.
    func hides(_ name: [UInt8]) -> Bool {
      !takesHidden && (name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8))
    }
  }

  private struct Level {
    let path: FilePath
    var folder: Folder
  }

  private var roots: ArraySlice<FilePath>
  /// Where the part of a path begins that is below the folder that was named: the path's bytes up to there
  /// are that folder's, with its slash. It is that of the last entry; 0 for a file that was named itself.
  package private(set) var rootLength = 0
  private var levels: [Level] = []
  private let filter: Filter

  /// A walk over `roots` in the order given.
  package init(_ roots: [FilePath], filter: Filter = Filter()) {
    self.roots = roots[...]
    self.filter = filter
  }

  /// The next entry; nil at the end.
  package mutating func next() -> WalkEntry? {
    while true {
      if let entry = levels.isEmpty ? nextRoot() : nextMember() { return entry }
      if levels.isEmpty, roots.isEmpty { return nil }
    }
  }

  private mutating func nextRoot() -> WalkEntry? {
    guard let root = roots.popFirst() else { return nil }
    rootLength = 0
    var status = stat()
    let found = unsafe root.withCString { name in unsafe stat(name, &status) }
    guard found == 0 else {
      return WalkEntry(root, .unreadable(FolderError.system().message))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return WalkEntry(root, .file)
    case S_IFDIR:
      rootLength = root.bytes.last == UInt8(ascii: "/") ? root.bytes.count : root.bytes.count + 1
      return enter(root, following: true)
    default: return WalkEntry(root, .skipped(.special))
    }
  }

  private mutating func nextMember() -> WalkEntry? {
    let last = levels.count - 1
    let member: Folder.Member
    do throws(FolderError) {
      guard let next = try levels[last].folder.next() else {
        levels.removeLast()
        return nil
      }
      member = next
    } catch {
      // A part of a large folder was met; the rest cannot be read any more.
      return entry(levels.removeLast().path, .unreadable(error.message))
    }
    if filter.hides(member.name) { return nil }
    let path = levels[last].path.appending(member.name)
    let below = path.bytes[rootLength...]
    if filter.exclude.contains(where: { $0.matches(below) }) { return nil }
    let type = Walk.type(of: member, at: path)
    if type == UInt8(DT_DIR) {
      if !filter.apart.isEmpty, let node = FileNode(path), filter.apart.contains(node) {
        return nil
      }
      return enter(path, following: false)
    }
    guard filter.include.isEmpty || filter.include.contains(where: { $0.matches(below) }) else {
      return nil
    }
    switch type {
    case UInt8(DT_REG):
      let isSidecar = isSidecar(member.name, in: levels[last].folder)
      return entry(path, isSidecar ? .skipped(.sidecar) : .file)
    case UInt8(DT_LNK): return entry(path, .skipped(.symbolicLink))
    case UInt8(DT_UNKNOWN): return entry(path, .unreadable(FolderError.system().message))
    default: return entry(path, .skipped(.special))
    }
  }

  private mutating func enter(_ path: FilePath, following: Bool) -> WalkEntry? {
    do throws(FolderError) {
      let folder = try Folder(path, following: following)
      // What is found in a folder that was named is opened below it, through no link.
      levels.append(Level(path: following ? path.found(below: rootLength) : path, folder: folder))
      return nil
    } catch {
      return entry(path, .unreadable(error.message))
    }
  }

  private func entry(_ path: FilePath, _ kind: WalkEntry.Kind) -> WalkEntry {
    WalkEntry(path, kind, rootLength: rootLength)
  }

  private func isSidecar(_ name: [UInt8], in folder: Folder) -> Bool {
    let suffix = ".c2pa".utf8
    guard name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) else {
      return false
    }
    return folder.contains(name.dropLast(suffix.count))
  }

  /// The entry's type, asked of the file where the folder does not tell; `DT_UNKNOWN` with `errno`
  /// set when that fails.
  private static func type(of member: Folder.Member, at path: FilePath) -> UInt8 {
    guard member.type == UInt8(DT_UNKNOWN) else { return member.type }
    var status = stat()
    let found = unsafe path.withCString { name in unsafe lstat(name, &status) }
    guard found == 0 else { return UInt8(DT_UNKNOWN) }
    return UInt8(truncatingIfNeeded: (status.st_mode & S_IFMT) >> 12)
  }
}
