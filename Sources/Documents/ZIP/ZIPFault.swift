import BroadsealBytes

/// Why an archive is not read, or not written: one code for each rule.
enum ZIPFault {
  /// Two readers could read the archive differently, or it is damaged.
  static func malformed(_ code: String, _ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: code, Malformed(reason, at: offset))
  }

  /// The archive may be sound, but what it uses is not read here; a sidecar serves.
  static func unsupported(_ code: String, _ reason: String) -> DocumentError {
    .refused(Refusal(code, reason, remedy: .sidecar))
  }

  /// Records of 64 bits: readers differ on when they count (APPNOTE 4.3.14).
  static func zip64() -> DocumentError {
    unsupported("ZIP-ZIP64", "the archive uses ZIP64 records")
  }

  /// An archive in several files (APPNOTE 8).
  static func severalDisks() -> DocumentError {
    unsupported("ZIP-MULTI-DISK", "the archive is one of several parts")
  }
}
