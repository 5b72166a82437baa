import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// The first ten bytes of an ID3 tag (ID3v2.2 §3.1, ID3v2.3 §3.1, ID3v2.4 §3.1).
struct ID3Header: Hashable, Sendable {
  /// Where it begins.
  let start: Int
  /// 2, 3 or 4: the versions that there are.
  let version: UInt8
  /// The revision of that version, which changes nothing.
  let revision: UInt8
  /// What is special about the tag.
  let flags: Flags
  /// How many bytes follow the header, without a footer.
  let size: Int

  /// Length of a header, and of a footer.
  static let length = 10
  /// The most that four bytes of seven bits state.
  static let maximumSize = (1 << 28) - 1

  /// The bits of the header that say what is special.
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Bytes were put in so that nothing in the tag looks like sound.
    static let unsynchronised = Flags(rawValue: 0x80)
    /// A second header follows; in version 2 the tag is compressed instead.
    static let extended = Flags(rawValue: 0x40)
    /// The header is repeated behind the tag; only in version 4.
    static let footer = Flags(rawValue: 0x10)
  }

  /// Where the frames end, padding included.
  var contentEnd: Int { start + ID3Header.length + size }

  /// Where the tag ends.
  var end: Int { contentEnd + (hasFooter ? ID3Header.length : 0) }

  /// Whether a footer follows.
  var hasFooter: Bool { version == 4 && flags.contains(.footer) }

  /// The header at `offset`; nil where none begins.
  ///
  /// Throws for a version that is not known, and for a size that is none.
  init?(at offset: Int, in window: inout ByteWindow) throws(DocumentError) {
    guard let bytes = try window.bytes(ID3Header.length, at: offset).map(Array.init),
      bytes.starts(with: "ID3".utf8)
    else { return nil }
    guard (2...4).contains(bytes[3]), let size = ID3Header.sevenBits(bytes[6...]) else {
      throw .malformed(
        code: ID3Code.structure.code, Malformed("a tag of no known version", at: offset))
    }
    start = offset
    version = bytes[3]
    revision = bytes[4]
    flags = Flags(rawValue: bytes[5])
    self.size = size
  }

  /// The number in `bytes`, seven bits in each; nil when one has its eighth bit set.
  static func sevenBits(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      value = value << 7 | Int(byte)
    }
    return value
  }

  /// `size` in four bytes of seven bits.
  static func sevenBits(_ size: Int) -> [UInt8] {
    [21, 14, 7, 0].map { UInt8(truncatingIfNeeded: size >> $0 & 0x7F) }
  }

  /// The bytes of a header.
  static func bytes(version: UInt8, revision: UInt8, flags: Flags, size: Int) -> [UInt8] {
    Array("ID3".utf8) + [version, revision, flags.rawValue] + sevenBits(size)
  }
}
