package import BroadsealBytes
package import BroadsealFiles
import BroadsealNotes

/// A font as a carrier: the store stands in the table `C2PA` (C2PA 2.5 §A.3.12).
///
/// A font is bound by its tables, each a box of its own. What stands outside them, the directory with its
/// checksums and what fills up a table's last bytes, no hash covers: it follows from the tables, and is
/// computed again here.
package struct FontCarrier: Carrier {
  let source: ByteSource
  let directory: FontDirectory

  /// Reads the directory; throws when a table is not in the file.
  package init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    directory = try FontDirectory(source)
  }

  package func locate() throws(DocumentError) -> StoreLocation {
    guard let table = directory.table(FontTable.store) else { return .none }
    guard table.range.length <= StoreLimits.maximumSize + FontStoreTable.headLength else {
      return .unusable(
        Note(FontCode.storeSize, "the manifest store is too large", at: table.range.start))
    }
    let content = try source.bytes(table.range)
    let parsed: FontStoreTable
    do throws(Malformed) {
      parsed = try FontStoreTable(content)
    } catch {
      return .unusable(Note(FontCode.storeTable, error.reason, at: table.range.start))
    }
    // A table with an address alone is a reference.
    guard let store = parsed.store else { return .none }
    var doubts = try self.doubts()
    if !parsed.isPlain {
      doubts.append(
        Note(
          FontCode.unhashed, "the table C2PA holds more than a store", at: table.range.start))
    }
    let own = ByteRange(start: table.range.start + store.lowerBound, length: store.count)
    let checksum = ByteRange(start: table.record + 4, length: 4)
    return .found(
      LocatedStore(
        bytes: Array(content[store]), extent: table.range, mayBePadded: true,
        alternatives: [own].compactMap(\.self),
        permitted: [checksum, directory.table(FontTable.head)?.adjustment].compactMap(\.self),
        doubts: doubts))
  }

  /// The tables in the order of the directory, as the standard lists them.
  package func namedBoxes() throws(DocumentError) -> [NamedBox]? { directory.tables.map(\.box) }

  package var checksBetweenBoxes: Bool { true }

  package func references() throws(DocumentError) -> [String] {
    guard let table = directory.table(FontTable.store),
      table.range.length <= StoreLimits.maximumSize + FontStoreTable.headLength,
      let parsed = try? FontStoreTable(try source.bytes(table.range)), parsed.store == nil
    else { return [] }
    return StoreReference.elsewhere([parsed.address])
  }
}

extension FontCarrier {
  /// The names of the font, which are all that anyone writes about it.
  package static func metadata(of source: ByteSource) throws(DocumentError) -> [ByteRange] {
    do throws(DocumentError) {
      let directory = try FontDirectory(source)
      return ["name", "meta"].compactMap { directory.table($0)?.range }.filter { $0.length > 0 }
        .sorted { $0.start < $1.start }
    } catch {
      if case .source = error { throw error }
      return []
    }
  }
}

extension FontCarrier {
  /// What stands outside the tables and is not what follows from them.
  private func doubts() throws(DocumentError) -> [Note] {
    var notes: [Note] = []
    func doubt(_ code: FontCode, _ detail: String, at offset: Int) {
      notes.append(Note(code, detail, at: offset))
    }
    let tables = directory.tables
    let isPostScript = tables.contains { FontTable.postScript.contains($0.tag) }
    let versions = isPostScript ? [FontDirectory.openType] : [FontDirectory.trueType]
    if !versions.contains(directory.version) {
      doubt(.directory, "the version is not that of the font's outlines", at: 0)
    }
    if directory.search != FontDirectory.search(tables.count) {
      doubt(.directory, "the numbers for searching are wrong", at: 6)
    }
    for (table, next) in zip(tables, tables.dropFirst())
    where !table.tag.utf8.lexicographicallyPrecedes(next.tag.utf8) {
      doubt(.directory, "the tables are not in the order of their names", at: next.record)
      break
    }
    if let offset = try gap() { doubt(.unhashed, "bytes outside the tables", at: offset) }
    var total = try FontSum.of(ByteRange(first: directory.length), in: source)
    for table in tables {
      let sum = try FontSum.of(table.range, zeroed: table.adjustment, in: source)
      total &+= sum
      if sum != table.checksum {
        doubt(.directory, "the checksum of \(table.tag) is wrong", at: table.record + 4)
      }
    }
    if let place = directory.table(FontTable.head)?.adjustment {
      let stated = try source.bytes(place).reduce(0) { $0 << 8 | UInt32($1) }
      if FontSum.whole &- total != stated {
        doubt(.directory, "the checksum of the font is wrong", at: place.start)
      }
    }
    return notes
  }

  /// Where bytes begin that are neither of a table nor zeros that fill up its last four; nil for none.
  func gap() throws(DocumentError) -> Int? {
    var offset = directory.length
    for table in directory.tables.sorted(by: { $0.range.start < $1.range.start }) {
      // Tables that share bytes have no order.
      guard table.range.start >= offset else { return table.range.start }
      if try !isFilling(offset..<table.range.start) { return offset }
      offset = table.range.end
    }
    return try isFilling(offset..<source.size) ? nil : offset
  }

  private func isFilling(_ bytes: Range<Int>) throws(DocumentError) -> Bool {
    guard let range = ByteRange(bytes), range.length < 4 else { return false }
    let zeros = try source.bytes(range)
    return (range.end % 4 == 0 || range.length == 0) && zeros.allSatisfy { $0 == 0 }
  }
}
