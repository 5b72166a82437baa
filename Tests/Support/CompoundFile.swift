/// A compound file ([MS-CFB]) of a few streams and storages in its root, sound in header, table and directory.
///
/// Streams take whole sectors and are never put among the small ones: each is as long as that needs.
public struct CompoundFile: Sendable {
  /// A stream or an empty storage.
  public struct Entry: Sendable {
    /// Its name, at most 31 units of UTF-16.
    public var name: String
    /// The bytes of a stream; nil for a storage.
    public var content: [UInt8]?

    /// A stream that says nothing, or an empty storage.
    public init(_ name: String, isStorage: Bool = false) {
      self.name = name
      content = isStorage ? nil : [UInt8](repeating: 0x20, count: CompoundFile.smallest)
    }
  }

  /// What stands in the root.
  public var entries: [Entry]
  /// 3, with sectors of 512 bytes, or 4, with sectors of 4,096.
  public var version = 3
  /// The class of the root.
  public var rootClass = [UInt8](repeating: 0, count: 16)
  /// Sectors that nothing uses, before all others.
  public var idle = 0

  /// A file with streams of these names, and storages.
  public init(_ streams: [String], storages: [String] = []) {
    entries = streams.map { Entry($0) } + storages.map { Entry($0, isStorage: true) }
  }

  /// What Office makes of a document with a password.
  public static let encrypted = CompoundFile(
    ["EncryptedPackage", "EncryptionInfo"], storages: ["\u{6}DataSpaces"])

  /// A document of Word before 2007.
  public static let word = CompoundFile(["1Table", "WordDocument", "\u{5}SummaryInformation"])

  /// Bytes from which on a stream has sectors of its own.
  static let smallest = 4_096

  /// Length of a sector in bytes.
  public var sectorSize: Int { version == 4 ? 4_096 : 512 }
  /// The first sector of the directory.
  public var directory: Int { idle }
  private var directorySectors: Int {
    (entries.count + 1 + sectorSize / 128 - 1) / (sectorSize / 128)
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var chains: [Range<Int>] = []
    var next = idle
    func take(_ count: Int) -> Range<Int> {
      chains.append(next..<next + count)
      next += count
      return chains[chains.count - 1]
    }
    _ = take(directorySectors)
    let places = entries.map { entry in
      entry.content.map { take(($0.count + sectorSize - 1) / sectorSize) }
    }
    let perTable = sectorSize / 4
    var tables = 1
    var lists = 0
    while (next + tables + lists + perTable - 1) / perTable > tables {
      tables += 1
      lists = max(0, tables - 109 + perTable - 2) / (perTable - 1)
    }
    let table = next..<next + tables
    let list = table.upperBound..<table.upperBound + lists

    var file = header(table: table, list: list)
    file += [UInt8](repeating: 0, count: sectorSize - file.count + idle * sectorSize)
    file += records(places)
    for content in entries.compactMap(\.content) { file += padded(content) }
    var numbers = [UInt32](repeating: 0xFFFF_FFFF, count: tables * perTable)
    for chain in chains {
      for sector in chain { numbers[sector] = UInt32(sector + 1) }
      if let last = chain.last { numbers[last] = 0xFFFF_FFFE }
    }
    for sector in table { numbers[sector] = 0xFFFF_FFFD }
    for sector in list { numbers[sector] = 0xFFFF_FFFC }
    for number in numbers { file += little(number, 4) }
    let further = table.dropFirst(109).map(UInt32.init)
    for (index, sector) in list.enumerated() {
      let part = further.dropFirst(index * (perTable - 1)).prefix(perTable - 1)
      for number in part { file += little(number, 4) }
      file += [UInt8](repeating: 0xFF, count: (perTable - 1 - part.count) * 4)
      file += little(sector + 1 == list.upperBound ? 0xFFFF_FFFE : UInt32(sector + 1), 4)
    }
    return file
  }

  private func header(table: Range<Int>, list: Range<Int>) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16) + little(0x3E, 2) + little(UInt32(version), 2)
    header += [0xFE, 0xFF] + little(version == 4 ? 12 : 9, 2) + little(6, 2)
    header += [UInt8](repeating: 0, count: 6)
    header += little(version == 4 ? UInt32(directorySectors) : 0, 4)
    header += little(UInt32(table.count), 4) + little(UInt32(directory), 4) + little(0, 4)
    header += little(4_096, 4) + little(0xFFFF_FFFE, 4) + little(0, 4)
    header += little(list.isEmpty ? 0xFFFF_FFFE : UInt32(list.lowerBound), 4)
    header += little(UInt32(list.count), 4)
    for place in 0..<109 {
      header += little(place < table.count ? UInt32(table.lowerBound + place) : 0xFFFF_FFFF, 4)
    }
    return header
  }

  private func records(_ places: [Range<Int>?]) -> [UInt8] {
    // The tree is sorted by length, then by capitals.
    let order = entries.indices.sorted { left, right in
      let (one, other) = (entries[left].name.uppercased(), entries[right].name.uppercased())
      return one.utf16.count == other.utf16.count
        ? one.utf16.lexicographicallyPrecedes(other.utf16) : one.utf16.count < other.utf16.count
    }
    var sides = [Int: (left: UInt32, right: UInt32)]()
    func tree(_ part: ArraySlice<Int>) -> UInt32 {
      guard !part.isEmpty else { return 0xFFFF_FFFF }
      let middle = part.startIndex + part.count / 2
      sides[part[middle]] = (tree(part[..<middle]), tree(part[(middle + 1)...]))
      return UInt32(part[middle] + 1)
    }
    let child = tree(order[...])
    var records = record("Root Entry", kind: 5, child: child, classID: rootClass)
    for (index, entry) in entries.enumerated() {
      let (left, right) = sides[index] ?? (0xFFFF_FFFF, 0xFFFF_FFFF)
      records += record(
        entry.name, kind: entry.content == nil ? 1 : 2, left: left, right: right,
        start: places[index].map { UInt32($0.lowerBound) } ?? 0, size: entry.content?.count ?? 0)
    }
    while records.count % sectorSize != 0 {
      records +=
        [UInt8](repeating: 0, count: 68) + [UInt8](repeating: 0xFF, count: 12)
        + [UInt8](repeating: 0, count: 48)
    }
    return records
  }

  private func record(
    _ name: String, kind: UInt8, left: UInt32 = 0xFFFF_FFFF, right: UInt32 = 0xFFFF_FFFF,
    child: UInt32 = 0xFFFF_FFFF, classID: [UInt8] = [UInt8](repeating: 0, count: 16),
    start: UInt32 = 0xFFFF_FFFE, size: Int = 0
  ) -> [UInt8] {
    var record = name.utf16.flatMap { little(UInt32($0), 2) }
    let length = record.count + 2
    record += [UInt8](repeating: 0, count: 64 - record.count)
    record += little(UInt32(length), 2) + [kind, 1] + little(left, 4) + little(right, 4)
    record += little(child, 4) + classID + [UInt8](repeating: 0, count: 20)
    return record + little(start, 4) + little(UInt32(size), 4) + little(0, 4)
  }

  private func padded(_ content: [UInt8]) -> [UInt8] {
    content
      + [UInt8](repeating: 0, count: (sectorSize - content.count % sectorSize) % sectorSize)
  }

  private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
