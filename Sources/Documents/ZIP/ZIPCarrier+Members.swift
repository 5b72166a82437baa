extension ZIPCarrier {
  /// Whether it is an archive of files, and no document of a kind of its own.
  package var isPlain: Bool { if case .plain = self.package.form { true } else { false } }

  /// The files in it, in the order of their names.
  package var members: [ArchiveMember] {
    archive.entries.indices.filter { !archive.entries[$0].name.isFolder }
      .map { place in
        let record = archive.entries[place].record
        return ArchiveMember(
          name: Array(record.name), size: Int(record.size), packedSize: Int(record.compressedSize),
          place: place, kind: .file)
      }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The bytes of a member, at most `limit` of them.
  package func content(
    of member: ArchiveMember, limit: Int
  ) throws(ArchiveMember.Fault) -> [UInt8] {
    guard archive.entries.indices.contains(member.place) else { throw .damaged }
    let entry = archive.entries[member.place]
    if entry.record.isEncrypted { throw .encrypted }
    guard member.size <= limit, member.packedSize <= limit else { throw .tooLarge }
    do throws(DocumentError) {
      guard let content = try archive.content(of: entry, limit: limit) else {
        throw ZIPFault.malformed(ZIPCode.headerMismatch, "", at: 0)
      }
      return content
    } catch { throw .damaged }
  }
}
