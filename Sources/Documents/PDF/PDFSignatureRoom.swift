package import BroadsealBytes

/// A PDF signature to come, made in the same update as a manifest store (C2PA 2.5 §A.4.2.2).
package struct PDFSignatureRoom: Hashable, Sendable {
  /// Room for the CMS message, in bytes.
  package let size: Int
  /// When it is signed, for `M`.
  package let time: UTCTime
  /// Name of the field, which no other field of the document has.
  package let field: String
}

/// The texts of a signature dictionary (ISO 32000-2 §12.8.1).
enum PDFSignatureText {
  /// Size of `ByteRange` with the spaces that fill it: known before its numbers are.
  static let byteRangeSize = 7 + 3 * String(PDFLimits.maximumTableOffset).utf8.count

  /// `ByteRange` of a file of `size` bytes around `hole`, filled up with spaces.
  static func byteRange(hole: Range<Int>, size: Int) -> [UInt8] {
    let text = "[0 \(hole.lowerBound) \(hole.upperBound) \(size - hole.upperBound)]"
    let padding = String(repeating: " ", count: max(0, byteRangeSize - text.utf8.count))
    return Array((text + padding).utf8)
  }

  /// Size of `Contents` with its brackets, for a message of up to `size` bytes.
  static func contentsSize(_ size: Int) -> Int { 2 * size + 2 }

  /// `Contents` around `message`, filled up with zeros; nil when it is longer than its room.
  static func contents(_ message: [UInt8], size: Int) -> [UInt8]? {
    guard message.count <= size else { return nil }
    let zeros = [UInt8](repeating: 0, count: size - message.count)
    return Array("<\(Hex.encode(message + zeros))>".utf8)
  }

  /// A time as PDF writes it (ISO 32000-2 §7.9.4).
  static func date(_ time: UTCTime) -> [UInt8] {
    let digits = time.rfc3339.utf8.filter(PDFLexer.isDigit)
    return Array("D:".utf8) + digits + Array("Z".utf8)
  }
}
