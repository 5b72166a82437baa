package import BroadsealNotes

/// What can be the matter with a TIFF picture.
package enum TIFFCode: UInt8, CodeFamily {
  case cameraRaw
  case limit
  case multipleStores
  case pages
  case places
  case size
  case storePlace
  case storeSize
  case storeType
  case structure
  case truncated

  /// The family.
  package static var family: Family { .tiff }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .cameraRaw:
      CodeRow(
        "TIFF-CAMERA-RAW", .refusal,
        "A photograph as the camera recorded it is not changed: its label stands beside it.",
        "カメラが記録したままの写真には手を加えず、ラベルを別のファイルに置きます。")
    case .limit: CodeRow("TIFF-LIMIT", .unread, .tooComplex)
    case .multipleStores: CodeRow("TIFF-MULTIPLE-STORES", .label, .severalLabels)
    case .pages:
      CodeRow(
        "TIFF-PAGES", .refusal,
        "In a file of several pages the label would be one more page, at which programs stumble.",
        "複数ページのファイルではラベルが余分なページとなり、読めないプログラムがあります。")
    case .places: CodeRow("TIFF-PLACES", .refusal, .movingPlaces)
    case .size:
      CodeRow(
        "TIFF-SIZE", .refusal, "With a label the file would be larger than its format allows.",
        "ラベルを加えると、ファイルが形式の上限を超えます。")
    case .storePlace: CodeRow("TIFF-STORE-PLACE", .label, .misplacedLabel)
    case .storeSize: CodeRow("TIFF-STORE-SIZE", .label, .largeLabel)
    case .storeType: CodeRow("TIFF-STORE-TYPE", .label, .damagedFrame)
    case .structure: CodeRow("TIFF-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("TIFF-TRUNCATED", .broken, .breaksOff)
    }
  }
}
