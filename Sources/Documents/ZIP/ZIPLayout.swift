import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// An archive as it will be: its entries carried over as they are but those that change, and a
/// directory that says where they stand now.
struct ZIPLayout {
  /// What becomes of an entry.
  private enum Change {
    case dropped
    case rewritten(ZIPRewrite)
  }

  private let archive: ZIPArchive
  /// Changes by the start of the entry.
  private var changes: [Int: Change] = [:]

  /// The archive as it is.
  init(_ archive: ZIPArchive) {
    self.archive = archive
  }

  /// Leaves `entry` out.
  mutating func drop(_ entry: ZIPEntry) { changes[entry.range.start] = .dropped }

  /// Puts something else in the place of `entry`.
  mutating func rewrite(_ entry: ZIPEntry, as rewrite: ZIPRewrite) {
    changes[entry.range.start] = .rewritten(rewrite)
  }

  /// The archive without a store.
  func pieces() throws(DocumentError) -> [Piece] {
    let plan = Plan(self)
    let directory = directory(plan, count: plan.count)
    let closing = directory.flatMap(\.self) + end(size: directory.joined().count, plan, more: 0)
    return try recipe(plan, [.bytes(closing)])
  }

  /// The archive with a room for a store of `size` bytes behind its last entry.
  func placement(size: Int, notes: [Note]) throws(DocumentError) -> Placement {
    let plan = Plan(self)
    let entry = ZIPStoreEntry(size: size, offset: plan.directoryStart)
    let records = directory(plan, count: plan.count)
    let old = Array(records.joined())
    let total = old.count + entry.record.count
    let closing = end(size: total, plan, more: 1, shift: entry.range.length)
    let hole = ZIPRecord.checksumOffset
    let directoryStart = entry.range.end
    guard plan.count < ZIPLimits.maximumEntries,
      directoryStart + total + closing.count <= ZIPLimits.maximumSize,
      let before = ByteRange(start: directoryStart, length: old.count + hole),
      let after = ByteRange(
        start: before.end + 4, length: entry.record.count - hole - 4 + closing.count)
    else { throw ZIPFault.unsupported(ZIPCode.limit, "the archive is too large without ZIP64") }
    let room = ZIPEntry.checksumOffset
    let pieces = try recipe(
      plan,
      [
        .bytes(Array(entry.header[..<room])), .dependent(length: 4),
        .bytes(Array(entry.header[(room + 4)...])), .store(length: size),
        .bytes(old + entry.record[..<hole]), .dependent(length: 4),
        .bytes(entry.record[(hole + 4)...] + closing),
      ])
    let collection = FileCollection(
      members: plan.members.filter { !$0.isFolder }.map(\.member),
      empty: plan.members.filter(\.isFolder).map(\.member), directory: [before, after])
    guard
      let placement = Placement(
        pieces: pieces, storeSize: size, coverage: collection, notes: notes)
    else { throw .storeSize(size) }
    return placement
  }

  private func recipe(_ plan: Plan, _ closing: [Piece]) throws(DocumentError) -> [Piece] {
    let size = archive.source.size
    guard let rest = ByteRange(archive.end.directory.start..<size),
      let pieces = Edit.recipe(plan.edits + [Edit(rest, with: closing)], size: size)
    else { throw .storeSize(0) }
    return pieces
  }

  /// The records that stay, in the directory's order, with their offsets of now.
  private func directory(_ plan: Plan, count: Int) -> [[UInt8]] {
    archive.directoryOrder.compactMap { place in
      guard let offset = plan.offsets[place] else { return nil }
      let entry = archive.entries[place]
      var record = Array(entry.record.bytes)
      if case .rewritten(let rewrite) = changes[entry.range.start] { record = rewrite.record }
      record.put(UInt32(offset), at: 42)
      return record
    }
  }

  /// The end record with its comment.
  private func end(size: Int, _ plan: Plan, more: Int, shift: Int = 0) -> [UInt8] {
    var record = ByteWriter(capacity: ZIPEndRecord.size)
    record.writeLittleEndian(ZIPEndRecord.signature)
    record.writeLittleEndian(0 as UInt32)
    for _ in 0..<2 { record.writeLittleEndian(UInt16(truncatingIfNeeded: plan.count + more)) }
    record.writeLittleEndian(UInt32(truncatingIfNeeded: size))
    record.writeLittleEndian(UInt32(truncatingIfNeeded: plan.directoryStart + shift))
    record.writeLittleEndian(UInt16(truncatingIfNeeded: archive.comment.count))
    return record.bytes + archive.comment
  }
}

extension ZIPLayout {
  /// Where everything stands in the output.
  private struct Plan {
    struct Member {
      let member: FileCollection.Member
      let isFolder: Bool
    }

    /// Changes of the source, in order.
    private(set) var edits: [Edit] = []
    /// Offsets in the output by place in the source; nil for what is dropped.
    private(set) var offsets: [Int?] = []
    /// The entries that stay, with their ranges in the output.
    private(set) var members: [Member] = []
    /// Where the directory, or a new entry, begins.
    private(set) var directoryStart = 0

    /// How many entries stay.
    var count: Int { members.count }

    init(_ layout: ZIPLayout) {
      for entry in layout.archive.entries {
        var length = entry.range.length
        var trailer = entry.descriptorLength
        var isRepeated = entry.isRepeated
        switch layout.changes[entry.range.start] {
        case .dropped:
          edits.append(Edit(entry.range, with: []))
          offsets.append(nil)
          continue
        case .rewritten(let rewrite):
          edits.append(Edit(entry.range, with: [.bytes(rewrite.entry)]))
          (length, trailer, isRepeated) = (rewrite.entry.count, 0, true)
        case nil: break
        }
        offsets.append(directoryStart)
        if let range = ByteRange(start: directoryStart, length: length) {
          members.append(
            Member(
              member: FileCollection.Member(
                path: entry.name.text, range: range, trailerLength: trailer,
                isRepeated: isRepeated), isFolder: entry.name.isFolder))
        }
        directoryStart += length
      }
    }
  }
}
