package import BroadsealNotes

/// What can be the matter with a GIF picture.
package enum GIFCode: UInt8, CodeFamily {
  case multipleStores
  case storePlace
  case storeSize
  case structure
  case truncated

  /// The family.
  package static var family: Family { .gif }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .multipleStores: CodeRow("GIF-MULTIPLE-STORES", .label, .severalLabels)
    case .storePlace: CodeRow("GIF-STORE-PLACE", .label, .misplacedLabel)
    case .storeSize: CodeRow("GIF-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("GIF-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("GIF-TRUNCATED", .broken, .breaksOff)
    }
  }
}
