package import BroadsealBytes
import BroadsealFiles

/// Goes through several folders and files, and a list of names, in one path order, and meets each file once.
///
/// What lies in a folder that was named too is met there. Memory grows with the number of roots and of the folders on
/// the way down, never with the size of the trees or of the list.
package struct OrderedWalk: Sendable {
  /// A walk that has begun, and the entry that it stands at.
  private struct Lane {
    var walk: Walk
    var head: WalkEntry
  }

  private var waiting: ArraySlice<FilePath>
  private var lanes: [Lane] = []
  private var list: SortedPaths?
  private var listed: FilePath?
  private var last: FilePath?
  private let filter: Walk.Filter
  private let cover: RootCover

  /// A walk over `roots` and the names of `list`.
  package init(_ roots: [FilePath], filter: Walk.Filter = Walk.Filter(), list: SortedPaths? = nil) {
    self.filter = filter
    let cover = RootCover(roots, filter: filter)
    self.cover = cover
    waiting = cover.kept.sorted()[...]
    self.list = list
  }

  /// The next entry; nil at the end.
  ///
  /// - Throws: what keeps the list from being read.
  package mutating func next() throws(PathListError) -> WalkEntry? {
    while true {
      if listed == nil { listed = try nextListed() }
      begin()
      guard let index = lanes.indices.min(by: { lanes[$0].head.path < lanes[$1].head.path }) else {
        guard let name = listed else { return nil }
        listed = nil
        if let entry = once(WalkEntry(name, .file)) { return entry }
        continue
      }
      if let name = listed, name < lanes[index].head.path {
        listed = nil
        if let entry = once(WalkEntry(name, .file)) { return entry }
        continue
      }
      let entry = lanes[index].head
      if let following = lanes[index].walk.next() {
        lanes[index].head = following
      } else {
        lanes.remove(at: index)
      }
      if let entry = once(entry) { return entry }
    }
  }

  /// The next name of the list that is not met in a folder.
  private mutating func nextListed() throws(PathListError) -> FilePath? {
    while let name = try list?.next() {
      if !cover.holds(name) { return name }
    }
    return nil
  }

  /// Begins every walk that may have the next entry: what lies in a folder comes after the folder's own path.
  private mutating func begin() {
    while let root = waiting.first {
      if let least = lanes.map(\.head.path).min(), least < root { return }
      waiting = waiting.dropFirst()
      var walk = Walk([root], filter: filter)
      if let head = walk.next() { lanes.append(Lane(walk: walk, head: head)) }
    }
  }

  /// The entry, unless the last one was the same file by its path.
  private mutating func once(_ entry: WalkEntry) -> WalkEntry? {
    guard entry.path != last else { return nil }
    last = entry.path
    return entry
  }
}

/// Which paths are met in one of several folders.
struct RootCover {
  /// The roots that no other one covers.
  let kept: [FilePath]
  private let folders: [[UInt8]]
  private let filter: Walk.Filter

  init(_ roots: [FilePath], filter: Walk.Filter) {
    self.filter = filter
    // Shorter ones first: a folder comes before what it holds.
    var folders: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    var kept: [FilePath] = []
    for (root, real) in roots.map({ ($0, $0.real) }).sorted(by: {
      ($0.1?.count ?? 0) < ($1.1?.count ?? 0)
    }) {
      guard let real else {
        // What is not there is said once, under its name.
        if seen.insert(root.bytes).inserted { kept.append(root) }
        continue
      }
      guard seen.insert(real).inserted else { continue }
      if folders.contains(where: { RootCover.is(real, below: $0, metBy: filter, root.isFolder) }) {
        continue
      }
      kept.append(root)
      if root.isFolder { folders.append(real) }
    }
    self.kept = kept
    self.folders = folders
  }

  /// Whether the file at `path` is met in one of the folders.
  func holds(_ path: FilePath) -> Bool {
    guard !folders.isEmpty, let real = path.real else { return false }
    return folders.contains { RootCover.is(real, below: $0, metBy: filter, false) }
  }

  private static func `is`(
    _ real: [UInt8], below folder: [UInt8], metBy filter: Walk.Filter, _ isFolder: Bool
  ) -> Bool {
    let prefix = folder.last == 0x2F ? folder : folder + [0x2F]
    guard real.count > prefix.count, real.starts(with: prefix) else { return false }
    return filter.admits(real[prefix.count...], isFolder: isFolder)
  }
}

extension FilePath {
  /// The bytes of the path with neither links nor dots; nil where there is nothing.
  fileprivate var real: [UInt8]? {
    let path = resolved.absolute
    return FileNode(path) == nil ? nil : path.bytes
  }
}

extension Walk.Filter {
  /// Whether something at that path below a folder is met, or for a folder what is in it.
  func admits(_ below: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    var end = below.startIndex
    while end < below.endIndex {
      end = below[end...].firstIndex(of: 0x2F) ?? below.endIndex
      let part = below[..<end]
      let name = part.suffix { $0 != 0x2F }
      if hides(Array(name)) || exclude.contains(where: { $0.matches(part) }) { return false }
      end = min(end + 1, below.endIndex)
    }
    return isFolder || include.isEmpty || include.contains { $0.matches(below) }
  }
}

extension ArraySlice {
  /// The elements behind the last one that does not fulfil `condition`.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
