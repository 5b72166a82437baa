import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A font as it is written: a directory in order, the tables as they follow one another, the store's behind
/// them.
struct FontPlan {
  /// One table of the output.
  struct Table {
    let tag: String
    /// Where it comes from; nil for the store's.
    let origin: FontTable?
    /// Its place in the output.
    let range: ByteRange
    /// Its checksum; nil while the store is not known.
    let checksum: UInt32?
  }

  /// The tables in the order of the file.
  private(set) var tables: [Table] = []
  /// The outlines' version.
  private let version: UInt32

  /// Lays out the tables of `carrier` but its store's, and a table of `length` bytes for a store; none, if nil.
  init(_ carrier: FontCarrier, length: Int?) throws(DocumentError) {
    let kept = carrier.directory.tables.filter { $0.tag != FontTable.store }
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    version = carrier.directory.version
    var offset = FontDirectory.length(kept.count + (length == nil ? 0 : 1))
    for table in kept {
      let checksum = try FontSum.of(table.range, zeroed: table.adjustment, in: carrier.source)
      try append(table.tag, table, table.range.length, checksum, at: &offset)
    }
    if let length { try append(FontTable.store, nil, length, nil, at: &offset) }
  }

  private mutating func append(
    _ tag: String, _ origin: FontTable?, _ length: Int, _ checksum: UInt32?, at offset: inout Int
  ) throws(DocumentError) {
    guard let range = ByteRange(start: offset, length: length), range.end <= Int(UInt32.max) else {
      throw .storeSize(length)
    }
    tables.append(Table(tag: tag, origin: origin, range: range, checksum: checksum))
    offset = range.end + FontPlan.filling(length)
  }

  /// Zeros that fill up the last four bytes of a table of `length` bytes.
  static func filling(_ length: Int) -> Int { (4 - length % 4) % 4 }

  /// The tables in the order of the directory.
  var sorted: [Table] { tables.sorted { $0.tag.utf8.lexicographicallyPrecedes($1.tag.utf8) } }

  /// The directory before the checksum of the store's table, and behind it; the whole, and nothing, without one.
  var directory: (head: [UInt8], tail: [UInt8]) {
    var writer = ByteWriter()
    var head: [UInt8]?
    writer.writeBigEndian(version)
    writer.writeBigEndian(UInt16(truncatingIfNeeded: tables.count))
    for number in FontDirectory.search(tables.count) { writer.writeBigEndian(number) }
    for table in sorted {
      writer.write(table.tag)
      if let checksum = table.checksum {
        writer.writeBigEndian(checksum)
      } else {
        head = writer.bytes
        writer = ByteWriter()
      }
      writer.writeBigEndian(UInt32(truncatingIfNeeded: table.range.start))
      writer.writeBigEndian(UInt32(truncatingIfNeeded: table.range.length))
    }
    return head.map { ($0, writer.bytes) } ?? (writer.bytes, [])
  }

  /// The checksum adjustment of the output, whose store's table has the checksum `store`.
  func adjustment(store: UInt32?) -> UInt32 {
    let (head, tail) = directory
    let directory = FontSum.of(head + (store.map(FontSum.bytes) ?? []) + tail)
    return tables.reduce(FontSum.whole &- directory) { $0 &- ($1.checksum ?? store ?? 0) }
  }

  /// The output: a store's rooms, or, without a store, the checksum adjustment as it has to be.
  var pieces: [Piece] {
    let (head, tail) = directory
    var pieces: [Piece] = [.bytes(head)]
    let hasStore = tables.contains { $0.origin == nil }
    if hasStore { pieces += [.dependent(length: 4), .bytes(tail)] }
    for table in tables {
      if let origin = table.origin {
        pieces += origin.pieces(hasStore ? nil : adjustment(store: nil))
      } else {
        pieces.append(.store(length: table.range.length))
      }
      let filling = FontPlan.filling(table.range.length)
      if filling > 0 { pieces.append(.bytes([UInt8](repeating: 0, count: filling))) }
    }
    return pieces
  }

  /// The boxes of the output, in the order of its directory.
  var boxes: [NamedBox] {
    sorted.map { table in
      FontTable(tag: table.tag, checksum: 0, record: 0, range: table.range).box
    }
  }
}

extension FontTable {
  /// Its bytes, with `adjustment` in its place; without one, with a room for it.
  fileprivate func pieces(_ adjustment: UInt32?) -> [Piece] {
    guard let place = self.adjustment else { return [.copy(range)] }
    let bytes = adjustment.map { Piece.bytes(FontSum.bytes($0)) }
    let parts = [ByteRange(range.start..<place.start), ByteRange(place.end..<range.end)]
      .map { $0.map { [Piece.copy($0)] } ?? [] }
    return parts[0] + [bytes ?? .dependent(length: 4)] + parts[1]
  }
}

extension FontCarrier {
  /// The store's table goes behind all others, and every table is a box of its own in the hash.
  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    guard size > 0, size <= StoreLimits.maximumSize,
      directory.tables.count < FontLimits.maximumTables
    else { throw .storeSize(size) }
    try requireOrder()
    let plan = try FontPlan(self, length: size + FontStoreTable.headLength)
    let notes = directory.table(FontTable.signature).map { table in
      [Note(FontCode.signature, at: table.range.start)]
    }
    guard
      let placement = Placement(
        pieces: plan.pieces, storeSize: size, coverage: BoxCoverage(plan.boxes), notes: notes ?? [])
    else { throw .storeSize(size) }
    return placement
  }

  package func frame(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [UInt8] {
    guard store.count == placement.storeSize,
      placement.extent.length == store.count + FontStoreTable.headLength
    else { throw .storeSize(store.count) }
    return FontStoreTable.bytes(store)
  }

  /// The store's table, its checksum in the directory, and the checksum of the whole font.
  package func fills(_ store: [UInt8], for placement: Placement) throws(DocumentError) -> [Fill] {
    let table = try frame(store, for: placement)
    let checksum = FontSum.of(table)
    let plan = try FontPlan(self, length: table.count)
    let values = [checksum, plan.adjustment(store: checksum)]
    var fills = zip(placement.dependents, values).compactMap { room, value in
      Fill(room, FontSum.bytes(value))
    }
    guard fills.count == placement.dependents.count, let own = Fill(placement.extent, table) else {
      throw .storeSize(store.count)
    }
    fills.append(own)
    return fills
  }

  package func removal() throws(DocumentError) -> [Piece]? {
    guard directory.table(FontTable.store) != nil else { return nil }
    try requireOrder()
    return try FontPlan(self, length: nil).pieces
  }

  /// Throws when bytes of the font would be lost, or are not one table's.
  private func requireOrder() throws(DocumentError) {
    if let offset = try gap() {
      throw .refused(
        Refusal(
          Note(FontCode.layout, "something stands outside the tables", at: offset),
          remedy: .sidecar))
    }
    for table in directory.tables where table.range.length == 0 {
      throw .refused(
        Refusal(Note(FontCode.layout, "an empty table", at: table.record), remedy: .sidecar))
    }
  }
}
