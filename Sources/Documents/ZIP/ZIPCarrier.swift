package import BroadsealBytes
import BroadsealCompression
package import BroadsealFiles
import BroadsealNotes

/// A ZIP archive as a carrier: the store is the entry `META-INF/content_credential.c2pa`, stored as
/// it is (C2PA 2.5 §A.6).
///
/// The extent is the store alone. What else of its entry no hash covers, its local header and the
/// checksum in the directory, is compared with what a hash does cover, or computed anew.
package struct ZIPCarrier: Carrier {
  let archive: ZIPArchive
  let package: ZIPPackage

  /// Reads the directory and every header; throws where two readers could disagree.
  package init(_ source: ByteSource) throws(DocumentError) {
    archive = try ZIPArchive(source)
    package = try ZIPPackage(archive)
  }

  /// The entry of the store; nil when there is none.
  var store: ZIPEntry? { archive.entry(named: ZIPStore.path) }

  /// What entries say of the document is not searched for it.
  package static func metadata(of source: ByteSource) -> [ByteRange] { [] }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let entry = store else { return .none }
    if let fault = ZIPStore.fault(of: entry) { return .unusable(fault) }
    let bytes = try archive.source.bytes(entry.data)
    var doubts: [Note] = []
    if CRC32.of(bytes) != entry.record.checksum {
      doubts.append(
        Note(
          ZIPCode.storeCRC, "the checksum of the manifest store is wrong", at: entry.range.start))
    }
    if let hidden = archive.entries.first(where: \.record.isEncrypted) {
      doubts.append(
        Note(ZIPCode.encrypted, "an entry is encrypted", at: hidden.range.start))
    }
    return .found(
      LocatedStore(
        bytes: bytes, extent: entry.data, permitted: checksums(of: entry), doubts: doubts))
  }

  /// Both places of the store's checksum, which is compared with the store itself.
  private func checksums(of entry: ZIPEntry) -> [ByteRange] {
    [
      entry.range.start + ZIPEntry.checksumOffset,
      entry.record.offset + ZIPRecord.checksumOffset,
    ].compactMap { ByteRange(start: $0, length: 4) }
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize, placement.extent.length == store.count else {
      throw .storeSize(store.count)
    }
    return store
  }

  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    let sum = CRC32.of(store)
    let checksum = (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
    let content = [Fill(placement.extent, try frame(store, for: placement))]
    return (placement.dependents.map { Fill($0, checksum) } + content).compactMap(\.self)
  }

  package func coverage() throws(DocumentError) -> any Coverage {
    let stored = store
    let listed = archive.entries.filter { $0.range != stored?.range }
    return FileCollection(
      members: listed.filter { !$0.name.isFolder }.map(\.member),
      empty: listed.filter(\.name.isFolder).map(\.member),
      directory: directory(without: stored?.record), noteOnOneHash: Note(ZIPCode.dataHash))
  }

  /// The directory and the end record, without the checksum of the store.
  private func directory(without record: ZIPRecord?) -> [ByteRange] {
    let (start, end) = (archive.end.directory.start, archive.end.range.end)
    let hole = record.map { $0.offset + ZIPRecord.checksumOffset } ?? end
    let parts = [start..<hole, min(hole + 4, end)..<end]
    return parts.filter { !$0.isEmpty }.compactMap(ByteRange.init)
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard let entry = store else { return nil }
    var layout = ZIPLayout(archive)
    layout.drop(entry)
    return try layout.pieces()
  }
}

extension ZIPEntry {
  /// The entry as a member of a collection.
  var member: FileCollection.Member {
    FileCollection.Member(
      path: name.text, range: range, trailerLength: descriptorLength,
      contentSizes: [data.length, Int(record.size)], isRepeated: isRepeated)
  }
}
