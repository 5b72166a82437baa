import BroadsealBytes

/// An archive for tests, sound unless a test bends it; content is stored, or wrapped as deflate
/// without being compressed.
public struct ZIPFile: Sendable {
  /// What follows the data of an entry.
  public enum Descriptor: Sendable { case none, signed, bare }

  /// One entry.
  public struct Entry: Sendable {
    public var name: [UInt8]
    public var content: [UInt8]
    public var deflates = false
    public var flags: UInt16 = 0
    public var descriptor = Descriptor.none
    public var time: UInt16 = 0x6000
    public var date: UInt16 = 0x5A21
    public var localExtra: [UInt8] = []
    public var extra: [UInt8] = []
    public var comment: [UInt8] = []
    public var madeBy: UInt16 = 20
    public var attributes: UInt32 = 0

    /// A file, or a folder when its name ends so.
    public init(_ name: String, _ content: String = "", deflates: Bool = false) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
      self.deflates = deflates
      if !name.utf8.allSatisfy({ $0 < 0x80 }) { flags = 0x0800 }
    }

    /// The same entry after a change.
    public func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }

    /// The data as it stands in the archive.
    var data: [UInt8] {
      guard deflates else { return content }
      guard !content.isEmpty else { return [3, 0] }
      // One last block without compression (RFC 1951 §3.2.4); the content is short.
      let length = UInt16(content.count)
      return [1] + little(length) + little(~length) + content
    }
  }

  /// The entries, in file order.
  public var entries: [Entry]
  /// The comment at the end.
  public var comment: [UInt8] = []
  /// Places in `entries` in the order of the directory.
  public var directoryOrder: [Int]?

  /// An archive of `entries`.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The archive's bytes, and where its parts stand.
  public func built() -> ZIPBytes {
    var bytes: [UInt8] = []
    var headers: [Int] = []
    var records: [Int] = []
    for entry in entries {
      headers.append(bytes.count)
      bytes += ZIPFile.header(entry) + entry.data + ZIPFile.descriptor(entry)
    }
    let directory = bytes.count
    records = [Int](repeating: 0, count: entries.count)
    for index in directoryOrder ?? Array(entries.indices) {
      records[index] = bytes.count
      bytes += ZIPFile.record(entries[index], at: headers[index])
    }
    let end = bytes.count
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    bytes += little(UInt16(entries.count)) + little(UInt16(entries.count))
    bytes += little(UInt32(end - directory)) + little(UInt32(directory))
    bytes += little(UInt16(comment.count)) + comment
    return ZIPBytes(
      bytes: bytes, headers: headers, records: records, directory: directory, end: end)
  }

  private static func flags(_ entry: Entry) -> UInt16 {
    entry.descriptor == .none ? entry.flags : entry.flags | 0x0008
  }

  private static func sizes(_ entry: Entry) -> [UInt8] {
    little(checksum(entry.content)) + little(UInt32(entry.data.count))
      + little(UInt32(entry.content.count))
  }

  private static func shared(_ entry: Entry, sizes: [UInt8], extra: [UInt8]) -> [UInt8] {
    little(20 as UInt16) + little(flags(entry)) + little(entry.deflates ? 8 : 0 as UInt16)
      + little(entry.time) + little(entry.date) + sizes + little(UInt16(entry.name.count))
      + little(UInt16(extra.count))
  }

  private static func header(_ entry: Entry) -> [UInt8] {
    let known = entry.descriptor == .none
    return [0x50, 0x4B, 3, 4]
      + shared(
        entry, sizes: known ? sizes(entry) : [UInt8](repeating: 0, count: 12),
        extra: entry.localExtra) + entry.name + entry.localExtra
  }

  private static func descriptor(_ entry: Entry) -> [UInt8] {
    switch entry.descriptor {
    case .none: []
    case .signed: [0x50, 0x4B, 7, 8] + sizes(entry)
    case .bare: sizes(entry)
    }
  }

  private static func record(_ entry: Entry, at offset: Int) -> [UInt8] {
    var record = [0x50, 0x4B, 1, 2] + little(entry.madeBy)
    record += shared(entry, sizes: sizes(entry), extra: entry.extra)
    record += little(UInt16(entry.comment.count)) + [0, 0, 0, 0] + little(entry.attributes)
    return record + little(UInt32(offset)) + entry.name + entry.extra + entry.comment
  }

  /// CRC-32 of `bytes`, bit by bit: another way than the product's.
  public static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// The bytes of an archive that a test may bend.
public struct ZIPBytes: Sendable {
  public var bytes: [UInt8]
  /// Offsets of the local headers, in the order of the entries.
  public var headers: [Int]
  /// Offsets of the records, in the order of the entries.
  public var records: [Int]
  /// Offset of the central directory.
  public var directory: Int
  /// Offset of the end record.
  public var end: Int

  /// Puts a number over what stands at `offset`.
  public mutating func put<Number: FixedWidthInteger & UnsignedInteger>(
    _ value: Number, at offset: Int
  ) {
    bytes.replaceSubrange(offset..<(offset + Number.bitWidth / 8), with: little(value))
  }

  /// Puts bytes between the entries and the directory; the end record still points at the directory.
  public mutating func insertBeforeDirectory(_ more: [UInt8]) {
    bytes.insert(contentsOf: more, at: directory)
    directory += more.count
    end += more.count
    records = records.map { $0 + more.count }
    put(UInt32(directory), at: end + 16)
  }
}

/// A number, least significant byte first.
public func little<Number: FixedWidthInteger & UnsignedInteger>(_ value: Number) -> [UInt8] {
  (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> Number($0 * 8)) }
}
