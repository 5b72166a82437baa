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
  }

  private let limits: ArchiveLimits
  /// What is put behind a name for the evidence of a file; nil where none is known.
  private let evidenceSuffix: String?
  private var levels: [Level] = []
  /// Files that may still be told, and bytes that they may unpack to: of the archive that the walk met, with all
  /// archives in it. Were it one budget for each archive, archives in archives would multiply it.
  private var (left, budget) = (0, 0)

  /// A walk within these limits.
  ///
  /// - Parameter evidenceSuffix: what is put behind a name for the evidence of a file.
  package init(_ limits: ArchiveLimits, evidenceSuffix: String? = nil) {
    self.limits = limits
    self.evidenceSuffix = evidenceSuffix
  }

  /// Looks into the file of an entry; whether it is an archive, whose members come next.
  package mutating func open(_ entry: WalkEntry) -> Bool {
    guard case .file = entry.kind, let source = try? ByteSource(entry.path) else { return false }
    let isNameTaken = FileNode(entry.path.adding(suffix: "!")) != nil
    (left, budget) = (limits.members, limits.budget(for: source.size))
    push(source, at: entry.path, entry.rootLength, isNameTaken: isNameTaken)
    return !levels.isEmpty
  }

  /// Whether an entry is an archive by name and content, so that there are files to look at in it.
  package static func isArchive(_ entry: WalkEntry) -> Bool {
    guard case .file = entry.kind, isArchiveName(entry.path.name),
      let source = try? ByteSource(entry.path)
    else { return false }
    return OpenArchive.begins(source)
  }

  private static func isArchiveName(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    let end = String(decoding: name.suffix(7), as: UTF8.self).lowercased()
    return [".zip", ".tar", ".tgz", ".tar.gz"].contains(where: end.hasSuffix)
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
      guard left > 0 else {
        levels.removeAll()
        return refused(
          member, level, .size,
          "the archive holds more than \(limits.members) files: this one and those behind it were not looked at"
        )
      }
      left -= 1
      guard member.kind == .file else { return entry(member, level, .special(member.kind)) }
      let isSidecar = level.isSidecar(member)
      guard isSidecar || member.size <= limits.memberSize else {
        return refused(
          member, level, .size,
          "the file in the archive has \(member.size) bytes, more than the \(limits.memberSize) that are "
            + "judged there")
      }
      guard member.size <= budget else {
        levels.removeAll()
        return refused(
          member, level, .size,
          "the archive unpacks to more than \(limits.ratio) times its size: this file and those behind it "
            + "were not looked at")
      }
      budget -= member.size
      if isSidecar { return entry(member, level, .sidecar) }
      let depth = levels.count
      if !lookInside(member, level) {
        return refused(member, level, .archiveDepth, nil)
      }
      let label = level.sidecar(of: member)
      var entry = entry(member, level, .member(level.archive, member, label))
      entry.isNamedEvidence = label == nil && level.isEvidence(member, evidenceSuffix)
      entry.isArchive = levels.count > depth
      return entry
    }
    return nil
  }

  private func entry(
    _ member: ArchiveMember, _ level: Level, _ content: MemberEntry.Content
  ) -> MemberEntry {
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
    guard ArchiveWalk.isArchiveName(member.name) else { return true }
    guard levels.count < limits.depth else { return false }
    if let bytes = try? level.archive.content(of: member, limit: limits.memberSize) {
      push(
        ByteSource(bytes: bytes), at: level.path.member(member.name), level.rootLength,
        isNameTaken: level.holds(below: member.name + Array("!/".utf8)))
    }
    return true
  }

  /// - Parameter isNameTaken: whether something else bears the name under which its files are told.
  private mutating func push(
    _ source: ByteSource, at path: FilePath, _ rootLength: Int, isNameTaken: Bool
  ) {
    guard var archive = OpenArchive(source, at: path, limits: limits, budget: budget) else {
      return
    }
    // What a wrapper inside an archive unpacks to is written out before its files are.
    if !levels.isEmpty { budget = max(0, budget - archive.unpackedSize) }
    if isNameTaken {
      archive = .doubtful("beside it stands something under the name of what is in it")
    }
    levels.append(
      Level(archive: archive, path: path, rootLength: rootLength, members: archive.members))
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

  /// Whether a member has the name of evidence, and what it is of is in the archive too, or that one's document.
  fileprivate func isEvidence(_ member: ArchiveMember, _ suffix: String?) -> Bool {
    guard let suffix = suffix?.utf8, member.name.count > suffix.count,
      member.name.suffix(suffix.count).elementsEqual(suffix)
    else { return false }
    let owner = member.name.dropLast(suffix.count)
    let label = ".c2pa".utf8
    return self.member(named: owner) != nil
      || owner.suffix(label.count).elementsEqual(label)
        && self.member(named: owner.dropLast(label.count)) != nil
  }

  /// The label of a member in a file of its own.
  fileprivate func sidecar(of member: ArchiveMember) -> ArchiveMember? {
    self.member(named: (member.name + Array(".c2pa".utf8))[...])
  }

  /// Whether a name begins so.
  fileprivate func holds(below start: [UInt8]) -> Bool {
    let place = place(of: start[...])
    return place < members.count && members[place].name.starts(with: start)
  }

  private func member(named name: ArraySlice<UInt8>) -> ArchiveMember? {
    let place = place(of: name)
    return place < members.count && members[place].name.elementsEqual(name) ? members[place] : nil
  }

  /// Where the first name stands that does not come before this one.
  private func place(of name: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name.lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension FilePath {
  /// The path of a file in the archive of this path. A name cannot hold a NUL; one that does loses it.
  fileprivate func member(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes + Array("!/".utf8) + name.filter { $0 != 0 }) ?? self
  }
}
