import BroadsealBytes

/// The rules for the label of a superbox (C2PA 2.4 §11.1.4.3; ISO 19566-5 §A.3).
package enum LabelSyntax {
  /// Whether `text` may be a label: not empty, no control character, none of `/ ; ? #`, neither
  /// U+FEFF nor U+FFFF.
  package static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= Limits.maximumLabelLength else { return false }
    // A label is ASCII, nearly always: then there is nothing to decode.
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.allSatisfy { isValid(UInt32($0)) } }
    return text.unicodeScalars.allSatisfy { isValid($0.value) }
  }

  private static func isValid(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFF: false
    case 0x2F, 0x3B, 0x3F, 0x23: false
    default: true
    }
  }
}
