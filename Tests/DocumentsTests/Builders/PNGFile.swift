import CBroadsealZlib

/// Builds PNG files chunk by chunk, with right checksums unless told otherwise.
enum PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A grey picture of one pixel, with `before` between its header and its data and `after`
  /// between data and end.
  static func pixel(before: [[UInt8]] = [], after: [[UInt8]] = []) -> [UInt8] {
    let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
    let data: [UInt8] = [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]
    return signature + chunk("IHDR", header) + before.flatMap { $0 } + chunk("IDAT", data)
      + after.flatMap { $0 } + chunk("IEND", [])
  }

  static func chunk(_ type: String, _ data: [UInt8], damagesChecksum: Bool = false) -> [UInt8] {
    let content = Array(type.utf8) + data
    let sum = unsafe content.withUnsafeBufferPointer {
      unsafe UInt32(crc32_z(0, $0.baseAddress, $0.count))
    }
    return number(UInt32(data.count)) + content + number(damagesChecksum ? ~sum : sum)
  }

  static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
