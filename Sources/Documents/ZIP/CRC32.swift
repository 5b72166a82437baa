import CBroadsealZlib

/// The checksum of an entry (APPNOTE 4.4.7).
enum CRC32 {
  /// The checksum of `bytes`.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }

  /// The checksum of a part of an array.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 { of(Array(bytes)) }
}
