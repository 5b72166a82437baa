package import BroadsealNotes

/// What can be the matter with a drawing.
package enum SVGCode: UInt8, CodeFamily {
  case bom
  case dtd
  case encoding
  case limit
  case multipleStores
  case storeBase64
  case storeName
  case storePlace
  case storeSize
  case structure
  case truncated

  /// The family.
  package static var family: Family { .svg }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .bom:
      CodeRow(
        "SVG-BOM", .refusal,
        "The drawing begins with a byte order mark, which some programs do not count.",
        "図の先頭にバイト順マークがあり、一部のプログラムは位置を誤って数えます。")
    case .dtd:
      CodeRow(
        "SVG-DTD", .refusal,
        "The drawing defines entities of its own; programs could read it differently.",
        "図が独自の実体を定義しており、プログラムによって異なる内容に読める可能性があります。")
    case .encoding:
      CodeRow(
        "SVG-ENCODING", .refusal, "The drawing is not in UTF-8.",
        "図の文字コードがUTF-8ではありません。")
    case .limit: CodeRow("SVG-LIMIT", .unread, .tooComplex)
    case .multipleStores: CodeRow("SVG-MULTIPLE-STORES", .label, .severalLabels)
    case .storeBase64: CodeRow("SVG-STORE-BASE64", .label, .damagedFrame)
    case .storeName:
      CodeRow(
        "SVG-STORE-NAME", .label, "The label has a name by which not every program finds it.",
        "プログラムによってはラベルを見つけられない名前が使われています。")
    case .storePlace: CodeRow("SVG-STORE-PLACE", .label, .misplacedLabel)
    case .storeSize: CodeRow("SVG-STORE-SIZE", .label, .largeLabel)
    case .structure: CodeRow("SVG-STRUCTURE", .broken, .offFormat)
    case .truncated: CodeRow("SVG-TRUNCATED", .broken, .breaksOff)
    }
  }
}
