package import BroadsealNotes

/// What can be the matter with a font.
package enum FontCode: UInt8, CodeFamily {
  case directory
  case layout
  case signature
  case storeSize
  case storeTable
  case structure
  case truncated
  case unhashed

  /// The family.
  package static var family: Family { .font }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .directory:
      CodeRow(
        "FONT-DIRECTORY", .label,
        "A number or checksum of the font's directory, which no hash covers, is not what it has to be.",
        "ハッシュの対象外であるフォントの目録の数値またはチェックサムが正しくありません。")
    case .layout:
      CodeRow(
        "FONT-LAYOUT", .refusal,
        "The tables of the font share bytes, or something stands between them: its label stands beside it.",
        "フォントのテーブルが重なっているか、間に別のデータがあるため、ラベルを別のファイルに置きます。")
    case .signature:
      CodeRow(
        "FONT-DSIG", .remark,
        "The font has a signature of its own, which does not cover its label.",
        "このフォントには独自の署名がありますが、ラベルはその対象に含まれません。")
    case .storeSize: CodeRow("FONT-STORE-SIZE", .label, .largeLabel)
    case .storeTable: CodeRow("FONT-STORE-TABLE", .label, .damagedFrame)
    case .structure: CodeRow("FONT-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("FONT-TRUNCATED", .broken, .breaksOff)
    case .unhashed:
      CodeRow(
        "FONT-UNHASHED", .label, "Bytes stand in the font that no hash covers.",
        "フォントの中に、ハッシュの対象外のデータがあります。")
    }
  }
}
