import BroadsealBytes

/// One chunk of a PNG file: length, type, data and CRC (PNG third edition, clause 5.3).
struct PNGChunk: Hashable, Sendable {
  /// The four letters of the type, most significant first.
  let type: UInt32
  /// The whole chunk: 12 bytes and the data.
  let range: ByteRange

  /// Length, type and CRC.
  static let overhead = 12

  /// The whole `IEND` chunk, which holds no data.
  static let closing: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

  /// The data without its frame.
  var data: Range<Int> { (range.start + 8)..<(range.end - 4) }

  /// The type as letters.
  var name: String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: type >> $0) }, as: UTF8.self)
  }

  static let header: UInt32 = 0x4948_4452  // IHDR
  static let animation: UInt32 = 0x6163_544C  // acTL
  static let palette: UInt32 = 0x504C_5445  // PLTE
  static let image: UInt32 = 0x4944_4154  // IDAT
  static let end: UInt32 = 0x4945_4E44  // IEND
  static let store: UInt32 = 0x6361_4258  // caBX

  /// Whether the type is four letters, as it must be.
  static func isType(_ type: UInt32) -> Bool {
    // In lower case the letters of ASCII are the codes from 0x61 to 0x7A.
    var rest = type | 0x2020_2020
    while rest != 0 {
      guard rest & 0xFF >= 0x61, rest & 0xFF <= 0x7A else { return false }
      rest >>= 8
    }
    return true
  }
}

/// Limits on the structure of a PNG file.
package enum PNGLimits {
  /// Most chunks that are walked over: a gigabyte of picture in chunks of 2 KiB.
  package static let maximumChunks = 500_000
  /// How many chunks are looked at for a second store after a first one was found. Behind them
  /// nothing can be added unnoticed either: the hash covers it, and walking over a gigabyte in
  /// small chunks would take a fifth of the time of hashing it.
  package static let maximumChunksAfterStore = 4_096
}
