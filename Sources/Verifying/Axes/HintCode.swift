package import BroadsealNotes

/// What speaks of AI without being signed.
package enum HintCode: UInt8, CodeFamily {
  case ingredient
  case iptcAI
  case parameters
  case sourceType
  case tc260

  /// The family.
  package static var family: Family { .hint }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .ingredient:
      CodeRow(
        "HINT-INGREDIENT", .hint,
        "A part or an earlier version names AI, under a label that does not hold.",
        "成り立たないラベルの付いた素材または以前の版に、AI使用の記載があります。")
    case .iptcAI:
      CodeRow(
        "HINT-IPTC-AI", .hint, "Unsigned metadata names an AI system.",
        "署名されていないメタデータにAIシステム名があります。")
    case .parameters:
      CodeRow(
        "HINT-PARAMETERS", .hint, "Unsigned metadata holds parameters of an image generator.",
        "署名されていないメタデータに画像生成の設定値があります。")
    case .sourceType:
      CodeRow(
        "HINT-SOURCE-TYPE", .hint, "Unsigned metadata says that AI was used.",
        "署名されていないメタデータがAIの使用を示しています。")
    case .tc260:
      CodeRow(
        "HINT-TC260", .hint, "Unsigned metadata holds a label of generated content.",
        "署名されていないメタデータに生成コンテンツの表示があります。")
    }
  }
}
