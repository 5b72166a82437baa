import BroadsealBytes

/// The second byte of a marker (ISO/IEC 10918-1, Table B.1).
struct JPEGMarker: Hashable, Sendable {
  /// The byte after `FF`.
  let code: UInt8

  static let startOfImage = JPEGMarker(code: 0xD8)
  static let endOfImage = JPEGMarker(code: 0xD9)
  static let startOfScan = JPEGMarker(code: 0xDA)
  static let application0 = JPEGMarker(code: 0xE0)
  static let application1 = JPEGMarker(code: 0xE1)
  static let application2 = JPEGMarker(code: 0xE2)
  static let application11 = JPEGMarker(code: 0xEB)

  /// Whether it is one of the eight restart markers.
  var isRestart: Bool { (0xD0...0xD7).contains(code) }

  /// Whether the marker stands alone, without a length and a payload.
  var standsAlone: Bool { code == 0x01 || (0xD0...0xD9).contains(code) }

  /// The symbol of the standard, which is also the box name of `c2pa.hash.boxes`.
  var name: String {
    switch code {
    case 0x01: "TEM"
    case 0xC4: "DHT"
    case 0xC8: "JPG"
    case 0xCC: "DAC"
    case 0xC0...0xCF: "SOF\(code & 0x0F)"
    case 0xD0...0xD7: "RST\(code & 0x07)"
    case 0xD8: "SOI"
    case 0xD9: "EOI"
    case 0xDA: "SOS"
    case 0xDB: "DQT"
    case 0xDC: "DNL"
    case 0xDD: "DRI"
    case 0xDE: "DHP"
    case 0xDF: "EXP"
    case 0xE0...0xEF: "APP\(code & 0x0F)"
    case 0xF0...0xFD: "JPG\(code & 0x0F)"
    case 0xFE: "COM"
    default: "RES"
    }
  }
}

/// One marker and what belongs to it.
struct JPEGSegment: Hashable, Sendable {
  /// Which marker.
  let marker: JPEGMarker
  /// From the `FF` of the marker to the end of its payload; with the entropy-coded data that
  /// follows, where the walker was asked to read over it.
  let range: ByteRange
  /// The payload after the length; empty for a marker that stands alone.
  let payload: ByteRange
}

/// Limits on the structure of a JPEG file.
package enum JPEGLimits {
  /// Most marker segments before the picture data, fill bytes not counted.
  package static let maximumHeaderSegments = 20_000
  /// Most named boxes of a file: every restart interval is one.
  package static let maximumBoxes = 500_000
  /// Most pictures in a Multi-Picture index.
  package static let maximumPictures = 1_024
}
