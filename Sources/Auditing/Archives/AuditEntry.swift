package import BroadsealBytes
package import BroadsealDocuments
import BroadsealFiles
package import BroadsealFolders
import BroadsealNotes
import BroadsealVerifying

/// Something that an audit judges: what a walk met, or a file in an archive.
package enum AuditEntry: Sendable {
  /// Something that a walk met.
  case met(WalkEntry)
  /// An archive whose files come next.
  case archive(WalkEntry)
  /// An archive into which the run does not look.
  case closed(WalkEntry)
  /// A file in an archive.
  case member(MemberEntry)

  /// Where it is; a member's path is that of its archive, `!/`, and its name.
  package var path: FilePath {
    switch self {
    case .met(let entry), .archive(let entry), .closed(let entry): entry.path
    case .member(let member): member.path
    }
  }

  /// Whether a history keeps what was found: of files that stand in a folder.
  var isKept: Bool {
    switch self {
    case .met(let entry): entry.kind == .file
    case .archive, .closed: true
    case .member: false
    }
  }

  /// How many bytes of the path are the folder that was named.
  package var rootLength: Int {
    switch self {
    case .met(let entry), .archive(let entry), .closed(let entry): entry.rootLength
    case .member(let member): member.rootLength
    }
  }
}

/// How far archives are looked into.
package struct ArchiveLimits: Sendable, Hashable {
  /// Archives within archives.
  package var depth = 3
  /// Bytes of a member: it is judged in memory.
  package var memberSize = 16 << 20
  /// Members of one archive.
  package var members = 65_536
  /// Bytes of all members for each byte of the archive.
  package var ratio = 200
  /// Bytes that a compressed tar archive may take on the disk while it is looked into.
  package var unpackedSize = 4 << 30

  /// The usual limits.
  package init() {}

  /// Bytes that may come out of an archive of that size.
  func budget(for size: Int) -> Int {
    let (product, isHuge) = size.multipliedReportingOverflow(by: ratio)
    return isHuge ? .max : max(product, 1 << 20)
  }
}

/// One file in an archive.
package struct MemberEntry: Sendable {
  /// Its path.
  package let path: FilePath
  /// How many bytes of the path are the folder that was named.
  package let rootLength: Int
  /// What an audit makes of it.
  let content: Content
  /// Whether its name is that of evidence of another member: what it holds has to say so too.
  var isNamedEvidence = false
  /// Whether its files come next.
  var isArchive = false

  enum Content: Sendable {
    /// It is in an archive that is open, and so may be its label.
    case member(OpenArchive, ArchiveMember, ArchiveMember?)
    /// It is not looked at, and a code says why.
    case refused(FileCode, String?)
    /// It is no file.
    case special(ArchiveMember.Kind)
    /// It is the label of another member.
    case sidecar
  }
}

extension MemberEntry {
  /// The bytes of the file, and of the label beside it in the archive; nil for what is not looked at.
  package func content(
    limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveMember.Fault) -> (bytes: [UInt8], label: [UInt8]?)? {
    guard case .member(let archive, let member, let label) = content else { return nil }
    let bytes = try archive.content(of: member, limit: limits.memberSize)
    let beside = try label.map { label throws(ArchiveMember.Fault) in
      try archive.content(of: label, limit: limits.memberSize)
    }
    return (bytes, beside)
  }
}

/// An archive whose members are known.
enum OpenArchive: Sendable {
  case zip(ZIPCarrier)
  case tar(TarArchive)
  case gzippedTar(GzippedTar)
  /// One that somebody would read otherwise, and why: nothing in it is looked at.
  case doubtful(String)

  var members: [ArchiveMember] {
    switch self {
    case .zip(let archive): archive.members
    case .tar(let archive): archive.members
    case .gzippedTar(let packed): packed.archive.members
    case .doubtful: []
    }
  }

  /// How many bytes were unpacked to open it.
  var unpackedSize: Int {
    if case .gzippedTar(let packed) = self { packed.size } else { 0 }
  }

  /// Why not everything in it was looked at; nil where it was listed to its end.
  func fault(_ limits: ArchiveLimits) -> (code: FileCode, detail: String)? {
    let cut: (FileCode, String) = (
      .memberDamaged, "the archive breaks off, or holds more files than are looked at"
    )
    switch self {
    case .zip: return nil
    case .tar(let archive): return archive.isCut ? cut : nil
    case .gzippedTar(let packed):
      switch packed.extent {
      case .whole: return packed.archive.isCut ? cut : nil
      case .damaged:
        return (.memberDamaged, "the archive breaks off, or its compression is damaged")
      case .tooLarge:
        return (
          .size,
          "the archive unpacks to more than \(limits.ratio) times its size, or to more than "
            + "\(limits.unpackedSize >> 30) GiB: what comes after that was not looked at"
        )
      }
    case .doubtful(let reason):
      return (
        .archiveAmbiguous, "\(reason): two programs could take other files out of the archive"
      )
    }
  }

  func content(of member: ArchiveMember, limit: Int) throws(ArchiveMember.Fault) -> [UInt8] {
    switch self {
    case .zip(let archive): try archive.content(of: member, limit: limit)
    case .tar(let archive): try archive.content(of: member, limit: limit)
    case .gzippedTar(let packed): try packed.archive.content(of: member, limit: limit)
    case .doubtful: throw .damaged
    }
  }

  /// Whether `source` begins as an archive of a kind that is looked into.
  static func begins(_ source: ByteSource) -> Bool {
    guard let head = head(of: source) else { return false }
    return head.starts(with: zipOpening) || TarArchive.isHeader(head) || GzippedTar.isHeader(head)
  }

  private static let zipOpening: [UInt8] = [0x50, 0x4B, 3, 4]

  private static func head(of source: ByteSource) -> [UInt8]? {
    try? source.read(
      ByteRange(start: 0, length: min(512, source.size)) ?? ByteRange(first: 0))
  }

  /// Opens the archive that `source` is; nil for anything else, and for one that cannot be listed.
  ///
  /// - Parameters:
  ///   - path: its name says what people open it with.
  ///   - budget: bytes that it may unpack to.
  init?(_ source: ByteSource, at path: FilePath, limits: ArchiveLimits, budget: Int) {
    guard let head = OpenArchive.head(of: source) else { return nil }
    let isZIP = head.starts(with: OpenArchive.zipOpening)
    let isTar = TarArchive.isHeader(head) || GzippedTar.isHeader(head)
    if isTar, isZIP || FileExtension(of: path)?.format.isArchive ?? false {
      // A ZIP archive is found from its end: it may stand behind another one, or in it.
      self = .doubtful("it begins as another archive, and may be a ZIP archive")
    } else if isZIP {
      guard let archive = try? ZIPCarrier(source), archive.isPlain else { return nil }
      self = .zip(archive)
    } else if TarArchive.isHeader(head),
      let archive = try? TarArchive(source, limit: limits.members)
    {
      self = archive.doubt.map { .doubtful($0.reason) } ?? .tar(archive)
    } else if GzippedTar.isHeader(head),
      let packed = try? GzippedTar(
        source, limit: limits.members, size: min(budget, limits.unpackedSize))
    {
      // An archive that was not unpacked to its end says so, and not that it breaks off.
      let doubt = packed.extent == .whole ? packed.archive.doubt : nil
      self = doubt.map { .doubtful($0.reason) } ?? .gzippedTar(packed)
    } else {
      return nil
    }
  }
}
