import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
package import BroadsealFolders

/// Looks into the archives that a walk meets, and gives their members after them, in the order of their names.
package struct ArchiveWalk {
  /// An archive that is gone through.
  fileprivate struct Level {
    let archive: OpenArchive
    let path: FilePath
    let rootLength: Int
    let members: [ArchiveMember]
    var index = 0
    /// Bytes that members may still unpack to.
    var budget: Int
  }

  private let limits: ArchiveLimits
  private var levels: [Level] = []

  /// A walk within these limits.
  package init(_ limits: ArchiveLimits) { self.limits = limits }

  /// Looks into the file of an entry; whether it is an archive, whose members come next.
  package mutating func open(_ entry: WalkEntry) -> Bool {
    guard case .file = entry.kind, let source = try? ByteSource(entry.path) else { return false }
    push(source, at: entry.path, entry.rootLength)
    return !levels.isEmpty
  }

  /// The next member; nil when there is none.
  package mutating func next() -> MemberEntry? {
    while let level = levels.last {
      guard level.index < level.members.count else {
        levels.removeLast()
        guard let (code, detail) = level.archive.fault(limits) else { continue }
        return MemberEntry(
          path: level.path.member(Array("?".utf8)), rootLength: level.rootLength,
          content: .refused(code, detail))
      }
      levels[levels.count - 1].index += 1
      let member = level.members[level.index]
      guard level.index < limits.members else {
        levels.removeLast()
        return refused(member, level, .size, "the archive holds more files than are looked at")
      }
      guard member.kind == .file else { return entry(member, level, .special(member.kind)) }
      if level.isSidecar(member) { return entry(member, level, .sidecar) }
      guard member.size <= limits.memberSize else {
        return refused(
          member, level, .size,
          "the file in the archive has \(member.size) bytes, more than the \(limits.memberSize) that are "
            + "judged there")
      }
      guard member.size <= level.budget else {
        levels.removeLast()
        return refused(
          member, level, .size,
          "the archive unpacks to more than \(limits.ratio) times its size: this file and those behind it "
            + "were not looked at")
      }
      levels[levels.count - 1].budget -= member.size
      if !lookInside(member, level) {
        return refused(member, level, .archiveDepth, nil)
      }
      return entry(member, level, .member(level.archive, member, level.sidecar(of: member)))
    }
    return nil
  }

  private func entry(
    _ member: ArchiveMember, _ level: Level, _ content: MemberEntry.Content
  ) -> MemberEntry? {
    MemberEntry(
      path: level.path.member(member.name), rootLength: level.rootLength, content: content)
  }

  private func refused(
    _ member: ArchiveMember, _ level: Level, _ code: FileCode, _ detail: String?
  ) -> MemberEntry? {
    entry(member, level, .refused(code, detail))
  }

  /// Looks into a member that is an archive by its name; false where it lies too deep for that.
  private mutating func lookInside(_ member: ArchiveMember, _ level: Level) -> Bool {
    let end = String(decoding: member.name.suffix(7), as: UTF8.self).lowercased()
    guard [".zip", ".tar", ".tgz", ".tar.gz"].contains(where: end.hasSuffix) else { return true }
    guard levels.count < limits.depth else { return false }
    if let bytes = try? level.archive.content(of: member, limit: limits.memberSize) {
      push(ByteSource(bytes: bytes), at: level.path.member(member.name), level.rootLength)
    }
    return true
  }

  private mutating func push(_ source: ByteSource, at path: FilePath, _ rootLength: Int) {
    guard let archive = OpenArchive(source, limits: limits) else { return }
    levels.append(
      Level(
        archive: archive, path: path, rootLength: rootLength, members: archive.members,
        budget: limits.budget(for: source.size)))
  }
}

extension ArchiveWalk.Level {
  /// Whether a member is a label whose document is in the archive too.
  fileprivate func isSidecar(_ member: ArchiveMember) -> Bool {
    let suffix = Array(".c2pa".utf8)
    guard member.name.count > suffix.count, member.name.suffix(suffix.count).elementsEqual(suffix)
    else { return false }
    return self.member(named: member.name.dropLast(suffix.count)) != nil
  }

  /// The label of a member in a file of its own.
  fileprivate func sidecar(of member: ArchiveMember) -> ArchiveMember? {
    self.member(named: (member.name + Array(".c2pa".utf8))[...])
  }

  private func member(named name: ArraySlice<UInt8>) -> ArchiveMember? {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name.lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < members.count && members[low].name.elementsEqual(name) ? members[low] : nil
  }
}

extension FilePath {
  /// The path of a file in the archive of this path. A name cannot hold a NUL; one that does loses it.
  fileprivate func member(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes + Array("!/".utf8) + name.filter { $0 != 0 }) ?? self
  }
}
