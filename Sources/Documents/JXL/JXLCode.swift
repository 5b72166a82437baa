package import BroadsealNotes

/// What can be the matter with a JPEG XL picture.
package enum JXLCode: UInt8, CodeFamily {
  case codestream
  case limit
  case metadataUnread
  case multipleStores
  case storeSize
  case structure
  case truncated

  /// The family.
  package static var family: Family { .jxl }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .codestream:
      CodeRow(
        "JXL-CODESTREAM", .refusal,
        "A bare picture without its container has no place for a label: it stands beside it.",
        "コンテナのない画像データにはラベルを入れる場所がないため、別のファイルに置きます。")
    case .limit: CodeRow("JXL-LIMIT", .unread, .tooComplex)
    case .metadataUnread:
      CodeRow(
        "JXL-METADATA-UNREAD", .remark,
        "Metadata of the picture is compressed with Brotli and not read: traces of AI in it are not seen.",
        "画像のメタデータはBrotliで圧縮されているため読み取りません。AIの痕跡があっても検出できません。")
    case .multipleStores: CodeRow("JXL-MULTIPLE-STORES", .label, .severalLabels)
    case .storeSize: CodeRow("JXL-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("JXL-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("JXL-TRUNCATED", .broken, .breaksOff)
    }
  }
}
