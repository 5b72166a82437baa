package import BroadsealNotes

/// What can be the matter with a PNG picture.
package enum PNGCode: UInt8, CodeFamily {
  case animated
  case crc
  case multipleStores
  case storeCRC
  case storeSize
  case structure
  case truncated

  /// The family.
  package static var family: Family { .png }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .animated:
      CodeRow(
        "PNG-ANIMATED", .remark,
        "FFmpeg takes an animated picture with a label for a still one unless it is told the format; browsers "
          + "play it.",
        "ラベル付きのアニメーションPNGは、FFmpegでは形式を指定しないと静止画として扱われます(ブラウザーでは再生されます)。")
    case .crc: CodeRow("PNG-CRC", .ambiguous, .twoReadings)
    case .multipleStores: CodeRow("PNG-MULTIPLE-STORES", .label, .severalLabels)
    case .storeCRC: CodeRow("PNG-STORE-CRC", .label, .damagedFrame)
    case .storeSize: CodeRow("PNG-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("PNG-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("PNG-TRUNCATED", .broken, .breaksOff)
    }
  }
}
