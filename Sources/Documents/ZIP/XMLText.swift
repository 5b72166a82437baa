import BroadsealBytes

/// The bytes of an XML document as UTF-8, and back: OPC allows UTF-8 and UTF-16 (ECMA-376-2 §8.1.4).
struct XMLText {
  /// How the document is encoded.
  enum Encoding { case utf8, utf16LittleEndian, utf16BigEndian }

  /// The document in UTF-8.
  let utf8: [UInt8]
  /// How it was encoded.
  let encoding: Encoding

  /// Decodes `bytes`; nil when they are neither, damaged, or longer to compare than to read.
  init?(_ bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): encoding = .utf16LittleEndian
    case (0xFE, 0xFF): encoding = .utf16BigEndian
    case (0, _), (_, 0): return nil
    default: encoding = .utf8
    }
    if encoding == .utf8 {
      guard let text = String(validating: bytes, as: UTF8.self), CombiningRun.isShort(in: text)
      else { return nil }
      utf8 = bytes
      return
    }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = encoding == .utf16LittleEndian
    let units = stride(from: 0, to: bytes.count, by: 2).map { index -> UInt16 in
      let (low, high) = isLittle ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[low]) | UInt16(bytes[high]) << 8
    }
    guard let text = String(validating: units, as: UTF16.self), CombiningRun.isShort(in: text)
    else { return nil }
    utf8 = Array(text.utf8)
  }

  /// `text`, which is UTF-8, in the document's own encoding.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    guard encoding != .utf8 else { return text }
    return String(decoding: text, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
      return encoding == .utf16LittleEndian ? [low, high] : [high, low]
    }
  }
}
