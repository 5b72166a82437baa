import BroadsealBytes

/// One page of an Ogg file (RFC 3533 §6).
struct OGGPage: Hashable, Sendable {
  /// The page with its header.
  let range: ByteRange
  /// Length of its header, with the table of segments.
  let headerLength: Int
  /// Whether it goes on with a packet, begins a stream, or ends one.
  let flags: Flags
  /// A position in the stream; of no meaning to a store.
  let position: UInt64
  /// The stream to which it belongs.
  let serial: UInt32
  /// Its number in that stream.
  let number: UInt32
  /// How many packets end in it.
  let packetEnds: Int
  /// Whether the last packet in it ends there too.
  let endsWithPacket: Bool

  /// The content.
  var content: Range<Int> { (range.start + headerLength)..<range.end }

  /// Length of a header without its table.
  static let fixedLength = 27
  /// Where the checksum stands in a page.
  static let checksumPlace = 22
  /// The letters that open a page, and the version.
  static let opening: [UInt8] = Array("OggS\0".utf8)
  /// The position of a page in which no packet ends.
  static let noPosition = UInt64.max

  /// The bits of a header.
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let continued = Flags(rawValue: 1)
    static let first = Flags(rawValue: 2)
    static let last = Flags(rawValue: 4)
  }

  /// The bytes of a page around `content`, whose packet goes on after it unless the page ends it.
  static func bytes(
    _ content: ArraySlice<UInt8>, flags: Flags, position: UInt64, serial: UInt32, number: UInt32,
    endsPacket: Bool
  ) -> [UInt8] {
    let whole = [UInt8](repeating: 255, count: content.count / 255)
    let lacing = whole + (endsPacket ? [UInt8(content.count % 255)] : [])
    var writer = ByteWriter(capacity: fixedLength + lacing.count + content.count)
    writer.write(opening)
    writer.write(flags.rawValue)
    writer.writeLittleEndian(position)
    writer.writeLittleEndian(serial)
    writer.writeLittleEndian(number)
    writer.writeLittleEndian(UInt32(0))
    writer.write(UInt8(truncatingIfNeeded: lacing.count))
    writer.write(lacing)
    writer.write(content)
    var page = writer.bytes
    var sum = OGGChecksum()
    sum.add(page[...])
    for index in 0..<4 {
      page[checksumPlace + index] = UInt8(truncatingIfNeeded: sum.value >> UInt32(index * 8))
    }
    return page
  }
}

/// The checksum of a page: a CRC of 32 bits, highest bit first, that begins with zeros (RFC 3533 §6).
struct OGGChecksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var value = value
    for byte in bytes {
      value = value << 8 ^ OGGChecksum.table[Int(value >> 24 ^ UInt32(byte))]
    }
    self.value = value
  }

  /// The checksum of a page as it stands, its own field taken as zeros.
  static func of(page: [UInt8]) -> UInt32 {
    var sum = OGGChecksum()
    let place = min(OGGPage.checksumPlace, page.count)
    sum.add(page[..<place])
    sum.add([0, 0, 0, 0])
    sum.add(page[min(place + 4, page.count)...])
    return sum.value
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index) << 24
    for _ in 0..<8 { value = value << 1 ^ (value >> 31 == 1 ? 0x04C1_1DB7 : 0) }
    return value
  }
}

/// Limits on Ogg files.
package enum OGGLimits {
  /// Most pages that are walked over: ten gigabytes in pages of usual size.
  static let maximumPages = 2_500_000
  /// Most pages that a store may have.
  static let maximumStorePages = 16_384
  /// Most streams that a file may hold.
  package static let maximumStreams = 1_024
  /// Most bytes of comments that are looked at.
  static let maximumComments = 128 << 10
}
