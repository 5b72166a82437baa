import CBroadsealZlib

/// The checksum of a ZIP entry (APPNOTE 4.4.7) and of a PNG chunk (PNG third edition, clause 5.5).
package enum CRC32 {
  /// The checksum of `bytes`.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }

  /// The checksum of a part of an array.
  package static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
