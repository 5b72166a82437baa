import BroadsealBytes

/// Builds JPEG files marker by marker; the pictures need not decode.
enum JPEGFile {
  static let start: [UInt8] = [0xFF, 0xD8]
  static let end: [UInt8] = [0xFF, 0xD9]

  static func segment(_ code: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = UInt16(payload.count + 2)
    return [0xFF, code, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
  }

  static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  static let exif = segment(0xE1, Array("Exif\0\0MM\0*\0\0\0\u{8}\0\0\0\0\0\0".utf8))
  static let tables = segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
  static let frame = segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
  static let progressiveFrame = segment(0xC2, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
  static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + entropy
  /// Entropy-coded data with a stuffed zero and two restart markers.
  static let entropy: [UInt8] = [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0, 0xFF, 0xD1, 0x78]

  /// A picture with `extra` segments before its tables.
  static func picture(_ extra: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
    start + jfif + extra + tables + frame + scan + after + end
  }

  /// An `APP11` segment with a part of a JUMBF box.
  static func jumbf(instance: UInt16, sequence: UInt32, _ content: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("JP")
    writer.writeBigEndian(instance)
    writer.writeBigEndian(sequence)
    writer.write(content)
    return segment(0xEB, writer.bytes)
  }

  /// A JUMBF box that has nothing to do with C2PA, in one segment.
  static func foreignBox(instance: UInt16) -> [UInt8] {
    var box = Array("jumb\0\0\0\u{21}jumd".utf8) + [UInt8](repeating: 0x5A, count: 16) + [3]
    box += Array("other.box\0\0\0".utf8)
    return jumbf(instance: instance, sequence: 1, PNGFile.number(UInt32(box.count + 4)) + box)
  }

  /// A store cut into segments of at most `part` bytes of content, numbered from 1.
  static func store(_ store: [UInt8], instance: UInt16 = 0x0211, part: Int = 60_000) -> [[UInt8]] {
    var rest = store.dropFirst(8)
    var segments: [[UInt8]] = []
    while !rest.isEmpty {
      let content = Array(store.prefix(8)) + Array(rest.prefix(part))
      rest = rest.dropFirst(part)
      segments.append(
        jumbf(instance: instance, sequence: UInt32(segments.count + 1), content))
    }
    return segments
  }
}
