import BroadsealBytes

/// How a TIFF file writes its numbers: the order of their bytes, and how wide counts and offsets are
/// (TIFF 6.0 §2, BigTIFF).
struct TIFFForm: Hashable, Sendable {
  /// Whether the least significant byte comes first (`II`).
  let isLittle: Bool
  /// Whether it is BigTIFF.
  let isBig: Bool

  /// The form that the first bytes of a file show; nil when they show none.
  init?(_ head: ArraySlice<UInt8>) {
    guard head.count >= TIFFForm.shortHeader, let first = head.first else { return nil }
    let bytes = Array(head)
    switch first {
    case 0x49: isLittle = true
    case 0x4D: isLittle = false
    default: return nil
    }
    guard bytes[1] == first else { return nil }
    let version = isLittle ? [bytes[2], bytes[3]] : [bytes[3], bytes[2]]
    switch version {
    case [0x2A, 0]: isBig = false
    case [0x2B, 0]:
      isBig = true
      // The width of offsets, and a zero.
      let widths = isLittle ? [8, 0, 0, 0] : [0, 8, 0, 0]
      guard bytes.count >= TIFFForm.longHeader, Array(bytes[4..<8]) == widths.map(UInt8.init)
      else { return nil }
    default: return nil
    }
  }

  static let shortHeader = 8
  static let longHeader = 16

  /// Length of the header.
  var headerLength: Int { isBig ? TIFFForm.longHeader : TIFFForm.shortHeader }
  /// Where the header says where the first directory is.
  var headerPointer: Int { isBig ? 8 : 4 }
  /// Bytes of an offset, of the count of an entry, and of what an entry holds in itself.
  var width: Int { isBig ? 8 : 4 }
  /// Bytes of the number of entries of a directory.
  var countWidth: Int { isBig ? 8 : 2 }
  /// Bytes of an entry: tag, type, count, value.
  var entryLength: Int { 4 + 2 * width }
  /// The largest offset that can be written.
  var largestOffset: Int { isBig ? .max : Int(UInt32.max) }

  /// The number that `bytes`, eight at most, are.
  func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    isLittle
      ? bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      : bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// `value` in `width` bytes.
  func bytes(_ value: Int, width: Int) -> [UInt8] {
    let little = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    return isLittle ? little : little.reversed()
  }

  /// Bytes of one value of `type`; nil for a type that is not known.
  static func size(ofType type: Int) -> Int? {
    switch type {
    case 1, 2, 6, 7: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12, 16, 17, 18: 8
    default: nil
    }
  }
}

/// Tags of TIFF that are asked for here.
enum TIFFTag {
  static let description = 270
  static let photometric = 262
  static let subdirectories = 330
  static let metadataPacket = 700
  static let exif = 34_665
  static let version = 50_706
  /// The manifest store (C2PA 2.5 §A.3.8).
  static let store = 52_545

  /// Text that programs write about a picture: description, maker, software, date, artist, computer, copyright,
  /// IPTC, Photoshop's resources, the comments of Windows, the processing of DNG.
  static let texts: Set<Int> = [
    270, 271, 272, 285, 305, 315, 316, 700, 33_432, 33_723, 34_377, 40_091, 40_092, 40_093, 40_094,
    40_095, 37_510, 37_500,
  ]

  /// How a sensor's own measurements are marked: a colour filter array, and the linear form.
  static let rawPhotometrics: Set<Int> = [32_803, 34_892]
}
