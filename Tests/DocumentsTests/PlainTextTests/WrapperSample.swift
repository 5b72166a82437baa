import BroadsealBytes
import BroadsealDocuments

/// Plain texts with wrappers, put together by hand and not by the code that is tested.
enum WrapperSample {
  /// A wrapper of `store`; the header can be given false values, and bytes can follow.
  static func wrapper(
    _ store: [UInt8], version: UInt8 = 1, length: Int? = nil, padding: [UInt8] = [],
    marker: String = "\u{FEFF}"
  ) -> String {
    let size = length ?? store.count
    let header =
      Array("C2PATXT\0".utf8) + [version]
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
    return marker + selectors(header + store + padding)
  }

  /// Bytes as variation selectors (C2PA 2.5 §A.8.3.1).
  static func selectors(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte < 16 ? 0xFE00 + UInt32(byte) : 0xE0100 + UInt32(byte) - 16
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  static func location(_ text: String, _ name: String = "a.txt") throws -> StoreLocation {
    try TextSample.location(text, name)
  }

  static func found(_ text: String, _ name: String = "a.txt") throws -> LocatedStore? {
    try TextSample.found(text, name)
  }

  static func fault(_ text: String, _ name: String = "a.txt") throws -> String? {
    try TextSample.fault(text, name)
  }
}
