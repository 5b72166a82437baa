package import BroadsealNotes

/// What can be the matter with a JPEG picture.
package enum JPEGCode: UInt8, CodeFamily {
  case multipleStores
  case places
  case segmentOrder
  case segmentNumbers
  case storeLength
  case storeSize
  case storeType
  case structure
  case truncated

  /// The family.
  package static var family: Family { .jpeg }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .multipleStores: CodeRow("JPEG-MULTIPLE-STORES", .label, .severalLabels)
    case .places: CodeRow("JPEG-PLACES", .refusal, .movingPlaces)
    case .segmentOrder: CodeRow("JPEG-SEGMENT-ORDER", .label, .misplacedLabel)
    case .segmentNumbers: CodeRow("JPEG-SEGMENT-NUMBERS", .label, .offNumbers)
    case .storeLength: CodeRow("JPEG-STORE-LENGTH", .label, .damagedFrame)
    case .storeSize: CodeRow("JPEG-STORE-SIZE", .label, .largeLabel)
    case .storeType: CodeRow("JPEG-STORE-TYPE", .label, .damagedFrame)
    case .structure: CodeRow("JPEG-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("JPEG-TRUNCATED", .broken, .breaksOff)
    }
  }
}

extension Words {
  fileprivate static let offNumbers = Words(
    "The pieces of the label are numbered from 0 where the standard begins with 1.",
    "ラベルの断片の番号が、規格の定める1からではなく0から始まっています。")
}
