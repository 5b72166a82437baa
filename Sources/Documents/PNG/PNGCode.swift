package import BroadsealNotes

/// What can be the matter with a PNG picture.
package enum PNGCode: UInt8, CodeFamily {
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
    case .crc: CodeRow("PNG-CRC", .ambiguous, .twoReadings)
    case .multipleStores: CodeRow("PNG-MULTIPLE-STORES", .label, .severalLabels)
    case .storeCRC: CodeRow("PNG-STORE-CRC", .label, .damagedFrame)
    case .storeSize: CodeRow("PNG-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("PNG-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("PNG-TRUNCATED", .broken, .breaksOff)
    }
  }
}
