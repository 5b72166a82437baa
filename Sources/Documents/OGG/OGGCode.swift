package import BroadsealNotes

/// What can be the matter with an Ogg file.
package enum OGGCode: UInt8, CodeFamily {
  case checksum
  case multipleStores
  case places
  case storePages
  case storeSize
  case structure
  case trailing
  case truncated

  /// The family.
  package static var family: Family { .ogg }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .checksum:
      CodeRow(
        "OGG-CHECKSUM", .refusal, "A page of the recording is damaged: its checksum is wrong.",
        "録音のページが破損しており、チェックサムが一致しません。")
    case .multipleStores: CodeRow("OGG-MULTIPLE-STORES", .label, .severalLabels)
    case .places: CodeRow("OGG-PLACES", .refusal, .movingPlaces)
    case .storePages: CodeRow("OGG-STORE-PAGES", .label, .damagedFrame)
    case .storeSize: CodeRow("OGG-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("OGG-STRUCTURE", .broken, .offFormat)
    case .trailing: CodeRow("OGG-TRAILING", .ambiguous, .twoReadings)
    case .truncated: CodeRow("OGG-TRUNCATED", .broken, .breaksOff)
    }
  }
}
