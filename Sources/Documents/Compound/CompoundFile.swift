import BroadsealBytes
import BroadsealFiles

/// What stands in the root of a compound file ([MS-CFB] 2.6), by name: streams and storages.
///
/// Nothing else of it is read. A directory that cannot be read to its end counts as none.
struct CompoundFile {
  /// One of them.
  struct Entry {
    /// Its name; names are the same in capitals and in small letters (§2.6.4).
    let name: String
    /// Whether it is a stream; a storage otherwise.
    let isStream: Bool
    /// Size of the stream in bytes.
    let size: UInt32
  }

  /// The streams and storages of the root, in no order that means anything.
  let entries: [Entry]
  /// The class of the root: which program's file it says that it is.
  let rootClass: [UInt8]

  /// Reads the directory of `source`; nil where it cannot be read.
  init?(_ source: ByteSource) throws(SourceError) {
    guard let sectors = try CompoundSectors(source),
      let chain = try sectors.chain(from: sectors.directory, limit: CompoundLimits.directory),
      let root = try CompoundFile.record(0, chain, sectors), root.kind == .root
    else { return nil }
    var entries: [Entry] = []
    var pending = [root.child]
    var seen: Set<UInt32> = []
    while let number = pending.popLast() {
      guard number != Record.none else { continue }
      guard seen.insert(number).inserted,
        let record = try CompoundFile.record(number, chain, sectors),
        record.kind == .stream || record.kind == .storage
      else { return nil }
      entries.append(
        Entry(name: record.name, isStream: record.kind == .stream, size: record.size))
      pending += [record.left, record.right]
    }
    self.entries = entries
    rootClass = root.classID
  }

  /// Whether a stream of that name with at least `size` bytes stands in the root.
  func hasStream(_ name: String, atLeast size: UInt32 = 0) -> Bool {
    entries.contains { $0.isStream && $0.size >= size && $0.isNamed(name) }
  }

  /// Whether a storage of that name stands in the root.
  func hasStorage(_ name: String) -> Bool {
    entries.contains { !$0.isStream && $0.isNamed(name) }
  }

  private static func record(
    _ number: UInt32, _ chain: [UInt32], _ sectors: CompoundSectors
  ) throws(SourceError) -> Record? {
    let (sector, place) = Int(number).quotientAndRemainder(
      dividingBy: sectors.size / Record.length)
    guard sector < chain.count else { return nil }
    return try? Record(
      try sectors.bytes(chain[sector], from: place * Record.length, length: Record.length))
  }

  /// An entry of the directory as it is written.
  private struct Record {
    enum Kind: UInt8 {
      case storage = 1
      case stream = 2
      case root = 5
    }

    let name: String
    let kind: Kind
    let left: UInt32
    let right: UInt32
    let child: UInt32
    let classID: [UInt8]
    let size: UInt32

    init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
      var reader = ByteReader(bytes)
      let units = try reader.readBytes(Record.nameRoom)
      let nameLength: UInt16 = try reader.readLittleEndian()
      // With the zero that ends it; some writers give the root no name at all.
      guard nameLength >= 2, nameLength <= Record.nameRoom, nameLength % 2 == 0 else {
        throw reader.malformed("a name without a length")
      }
      name = Record.text(units.prefix(Int(nameLength) - 2))
      guard let kind = Kind(rawValue: try reader.readUInt8()) else {
        throw reader.malformed("an unknown kind of entry")
      }
      self.kind = kind
      // A colour of the tree.
      try reader.skip(1)
      left = try reader.readLittleEndian()
      right = try reader.readLittleEndian()
      child = try reader.readLittleEndian()
      classID = Array(try reader.readBytes(16))
      // State, two times, and the first sector. Of the size version 3 fills the lower half alone.
      try reader.skip(24)
      size = try reader.readLittleEndian()
      try reader.skip(4)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
      var reader = ByteReader(bytes)
      var units: [UInt16] = []
      while let unit: UInt16 = try? reader.readLittleEndian() { units.append(unit) }
      return String(decoding: units, as: UTF16.self)
    }

    static let length = 128
    /// `NOSTREAM`: no entry.
    static let none: UInt32 = 0xFFFF_FFFF
    private static let nameRoom = 64
  }
}

extension CompoundFile.Entry {
  fileprivate func isNamed(_ other: String) -> Bool {
    name.uppercased().isExactly(other.uppercased())
  }
}
