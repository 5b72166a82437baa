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

/// Limits on the structure of a ZIP archive.
package enum ZIPLimits {
  /// Largest central directory that is read, in bytes: 32 MiB.
  package static let maximumDirectorySize = 32 << 20
  /// Most entries of an archive without ZIP64 records, whose counts have 16 bits.
  package static let maximumEntries = 65_534
  /// Largest archive that is written, in bytes: offsets have 32 bits, and all ones is no offset.
  package static let maximumSize = 0xFFFF_FFFE
  /// The most that the relationships of a package may have altogether, inflated, in bytes.
  static let maximumRelationshipsSize = 4 << 20
  /// Largest list of content types, inflated, in bytes: 4 MiB.
  package static let maximumContentTypesSize = 4 << 20
  /// The most that a label's list of the files may have, in bytes: 3 MiB, where a reader takes 4 MiB of
  /// lists and everything else.
  static let maximumListSize = 3 << 20
  /// What a file takes in such a list beside its name, in bytes.
  static let listedSize = 48
  /// Longest `mimetype` that is read, in bytes.
  package static let maximumMediaTypeSize = 256
}
