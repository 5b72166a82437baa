import BroadsealDocuments
import BroadsealFiles

/// Archives: what is listed can be had, and an archive in doubt lists nothing.
enum ArchiveFuzzing {
  private static let limit = 1 << 16

  static func tar(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let archive = try? TarArchive(ByteSource(bytes: bytes), limit: 100) else { return }
    guard archive.doubt == nil || archive.members.isEmpty else {
      throw BrokenPromise("an archive in doubt lists files")
    }
    guard archive.members.count <= 100,
      Set(archive.members.map(\.name)).count == archive.members.count
    else { throw BrokenPromise("two files have one name, or there are too many") }
    for member in archive.members where member.kind == .file && member.size <= limit {
      guard let content = try? archive.content(of: member, limit: limit),
        content.count == member.size
      else { throw BrokenPromise("a file that is listed cannot be had") }
    }
  }
}
