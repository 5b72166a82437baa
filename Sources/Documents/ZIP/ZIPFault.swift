import BroadsealBytes
import BroadsealNotes

/// Why an archive is not read, or not written: one code for each rule.
enum ZIPFault {
  /// Two readers could read the archive differently, or it is damaged.
  static func malformed(_ code: ZIPCode, _ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: code.code, Malformed(reason, at: offset))
  }

  /// The archive may be sound, but what it uses is not read here; a sidecar serves.
  static func unsupported(_ code: ZIPCode, _ detail: String? = nil) -> DocumentError {
    .refused(Refusal(code, detail, remedy: .sidecar))
  }

  /// Records of 64 bits: readers differ on when they count (APPNOTE 4.3.14).
  static func zip64() -> DocumentError {
    unsupported(ZIPCode.zip64)
  }

  /// An archive in several files (APPNOTE 8).
  static func severalDisks() -> DocumentError {
    unsupported(ZIPCode.multiDisk)
  }
}
