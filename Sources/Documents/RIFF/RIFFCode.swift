package import BroadsealNotes

/// What can be the matter with a RIFF file: WebP pictures, WAV sound, AVI video.
package enum RIFFCode: UInt8, CodeFamily {
  case form
  case large
  case loose
  case multipleStores
  case open
  case places
  case size
  case storePlace
  case storeSize
  case structure
  case trailing
  case truncated

  /// The family.
  package static var family: Family { .riff }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .form:
      CodeRow(
        "RIFF-FORM", .refusal, "No program looks for a label in a RIFF file of this form.",
        "この種類のRIFFファイルでは、ラベルを探すプログラムがありません。")
    case .large:
      CodeRow(
        "RIFF-LARGE", .refusal,
        "The file is of the large form of WAV, or would become it, where no program finds a label.",
        "4GiBを超えるWAVの形式(RF64、BW64)では、ラベルを見つけられるプログラムがありません。")
    case .loose: CodeRow("RIFF-LOOSE", .ambiguous, .twoReadings)
    case .multipleStores: CodeRow("RIFF-MULTIPLE-STORES", .label, .severalLabels)
    case .open:
      CodeRow(
        "RIFF-OPEN", .refusal, "The file does not state its size: its recording was not finished.",
        "ファイルの大きさが記録されておらず、録音が完了していません。")
    case .places: CodeRow("RIFF-PLACES", .refusal, .movingPlaces)
    case .size: CodeRow("RIFF-SIZE", .ambiguous, .twoReadings)
    case .storePlace: CodeRow("RIFF-STORE-PLACE", .label, .misplacedLabel)
    case .storeSize: CodeRow("RIFF-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("RIFF-STRUCTURE", .broken, .offFormat)
    case .trailing:
      CodeRow(
        "RIFF-TRAILING", .refusal,
        "Other bytes follow the content, and some programs stop at them.",
        "内容の後ろに余分なデータがあり、一部のプログラムはラベルを確認できません。")
    case .truncated: CodeRow("RIFF-TRUNCATED", .broken, .breaksOff)
    }
  }
}
