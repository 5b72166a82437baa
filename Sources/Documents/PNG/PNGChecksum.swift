import CBroadsealZlib

/// The CRC that closes a chunk: over type and data (PNG third edition, clause 5.5).
enum PNGChecksum {
  /// The CRC of a chunk's type and data.
  static func of(_ bytes: some Collection<UInt8>) -> UInt32 {
    let bytes = Array(bytes)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
