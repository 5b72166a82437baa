import BroadsealBytes
import BroadsealFiles

/// The sectors of a compound file and the table that chains them ([MS-CFB] 2.2, 2.3, 2.5).
///
/// Every chain is followed up to a limit and no further, so that one in a circle ends there.
struct CompoundSectors {
  /// The fixed first bytes.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Length of a sector in bytes.
  let size: Int
  /// The first sector of the directory.
  let directory: UInt32
  private let source: ByteSource
  /// The sectors of the table, in its order.
  private let tables: [UInt32]

  /// Reads the header and where the table stands; nil where they break a rule of the format, or lead out of
  /// the file.
  init?(_ source: ByteSource) throws(SourceError) {
    let bytes = try source.part(from: 0, length: CompoundHeader.length)
    guard let header = try? CompoundHeader(bytes) else { return nil }
    self.source = source
    size = header.sectorSize
    directory = header.directory
    var tables = header.tables
    var next = header.moreTables
    var count = 0
    while next <= CompoundSectors.lastRegular, tables.count < header.tableCount {
      let sector = try source.part(
        from: CompoundSectors.offset(of: next, size: header.sectorSize), length: header.sectorSize)
      guard sector.count == header.sectorSize, count < CompoundLimits.tableLists else { return nil }
      let numbers = CompoundSectors.numbers(in: sector)
      tables += numbers.dropLast()
      next = numbers.last ?? CompoundSectors.end
      count += 1
    }
    self.tables = Array(tables.prefix(header.tableCount))
  }

  /// The sectors of the chain that begins at `first`; nil where it leads out of the file or its table, and
  /// where it is longer than `limit`.
  func chain(from first: UInt32, limit: Int) throws(SourceError) -> [UInt32]? {
    var chain: [UInt32] = []
    var next = first
    while next != CompoundSectors.end {
      guard chain.count < limit, next <= CompoundSectors.lastRegular,
        let following = try successor(of: next)
      else { return nil }
      chain.append(next)
      next = following
    }
    return chain
  }

  /// Whether the bytes of `range` are all in one stream, whose sectors stand there one behind the other: then they
  /// are a part of it, such as the theme that Word, Excel and PowerPoint keep as an archive.
  func holds(_ range: ByteRange) throws(SourceError) -> Bool {
    guard range.length > 0, range.start >= size else { return false }
    let (first, last) = (range.start / size - 1, (range.end - 1) / size - 1)
    guard last - first < CompoundLimits.run, last <= Int(CompoundSectors.lastRegular) else {
      return false
    }
    for number in first...last {
      guard let next = try successor(of: UInt32(number)) else { return false }
      let isOfStream = next <= CompoundSectors.lastRegular || next == CompoundSectors.end
      guard number == last ? isOfStream : Int(next) == number + 1 else { return false }
    }
    return true
  }

  /// Up to `length` bytes from byte `offset` of sector `number` on.
  func bytes(
    _ number: UInt32, from offset: Int, length: Int
  ) throws(SourceError) -> ArraySlice<UInt8> {
    try source.part(
      from: CompoundSectors.offset(of: number, size: size) + offset, length: length)
  }

  /// What the table says of a sector: the next one of its chain, or that there is none.
  private func successor(of number: UInt32) throws(SourceError) -> UInt32? {
    let perTable = size / CompoundSectors.numberLength
    let (table, place) = Int(number).quotientAndRemainder(dividingBy: perTable)
    guard table < tables.count, tables[table] <= CompoundSectors.lastRegular else { return nil }
    let found = try bytes(
      tables[table], from: place * CompoundSectors.numberLength,
      length: CompoundSectors.numberLength)
    return CompoundSectors.numbers(in: found).first
  }

  /// The header takes the room of the first sector.
  private static func offset(of number: UInt32, size: Int) -> Int { (Int(number) + 1) * size }

  private static func numbers(in bytes: ArraySlice<UInt8>) -> [UInt32] {
    var reader = ByteReader(bytes)
    var numbers: [UInt32] = []
    while let number: UInt32 = try? reader.readLittleEndian() { numbers.append(number) }
    return numbers
  }

  /// Length of a sector's number in bytes.
  private static let numberLength = 4
  /// `MAXREGSECT`: what is above it is no sector.
  private static let lastRegular: UInt32 = 0xFFFF_FFFA
  /// `ENDOFCHAIN`.
  private static let end: UInt32 = 0xFFFF_FFFE
}

/// The header of a compound file ([MS-CFB] 2.2).
private struct CompoundHeader {
  let sectorSize: Int
  let directory: UInt32
  /// The sectors of the table that the header names; the others stand in sectors of their own.
  let tables: [UInt32]
  let tableCount: Int
  let moreTables: UInt32

  init(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
    var reader = ByteReader(bytes)
    guard try reader.readBytes(8).elementsEqual(CompoundSectors.signature) else {
      throw reader.malformed("no compound file")
    }
    // A class and the minor version.
    try reader.skip(18)
    let major: UInt16 = try reader.readLittleEndian()
    let order: UInt16 = try reader.readLittleEndian()
    let shift: UInt16 = try reader.readLittleEndian()
    let smallShift: UInt16 = try reader.readLittleEndian()
    guard order == 0xFFFE, smallShift == 6, major == 3 && shift == 9 || major == 4 && shift == 12
    else { throw reader.malformed("an unknown version") }
    sectorSize = 1 << Int(shift)
    // Six bytes without a meaning, and how many sectors the directory has, which version 3 does not say.
    try reader.skip(10)
    let count: UInt32 = try reader.readLittleEndian()
    directory = try reader.readLittleEndian()
    // A number for transactions, and where small streams stand.
    try reader.skip(16)
    moreTables = try reader.readLittleEndian()
    try reader.skip(4)
    tableCount = Int(count)
    var tables: [UInt32] = []
    for _ in 0..<min(tableCount, CompoundHeader.ownTables) {
      tables.append(try reader.readLittleEndian())
    }
    self.tables = tables
  }

  static let length = 512
  private static let ownTables = 109
}

/// Bounds on what is read of a compound file: each stops an attack.
enum CompoundLimits {
  /// Sectors of the directory: 32,768 entries in version 3.
  static let directory = 8_192
  /// Sectors of which it is asked whether they are one stream's.
  static let run = 4_096
  /// Sectors that list where the table stands: one speaks for 8 MiB of a file of version 3, which ends at
  /// 2 GiB.
  static let tableLists = 512
}
