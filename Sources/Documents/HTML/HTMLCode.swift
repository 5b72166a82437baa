package import BroadsealNotes

/// What can be the matter with a web page.
package enum HTMLCode: UInt8, CodeFamily {
  case encoding
  case limit
  case link
  case multipleStores
  case storeBase64
  case storeForm
  case storeOutside
  case storePlace
  case storeSize
  case storeUnfinished

  /// The family.
  package static var family: Family { .html }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .encoding:
      CodeRow(
        "HTML-ENCODING", .refusal,
        "The page is in a character encoding in which a label inside it cannot be told apart safely.",
        "ページの文字コードでは、内部のラベルを確実に見分けられません。")
    case .limit:
      CodeRow(
        "HTML-LIMIT", .unread, "The head of the page is longer than this program reads.",
        "ページのhead部分が長すぎて読み取れません。")
    case .link:
      CodeRow(
        "HTML-LINK", .refusal, "The page refers to a label elsewhere, which is not looked at.",
        "ページは別の場所のラベルを参照していますが、参照先は確認しません。")
    case .multipleStores: CodeRow("HTML-MULTIPLE-STORES", .label, .severalLabels)
    case .storeBase64: CodeRow("HTML-STORE-BASE64", .label, .damagedFrame)
    case .storeForm:
      CodeRow(
        "HTML-STORE-FORM", .label,
        "The label's tags hold more than they must, and the signature does not cover that.",
        "ラベルのタグに余分な記述があり、その部分は署名の対象外です。")
    case .storeOutside:
      CodeRow(
        "HTML-STORE-OUTSIDE", .label,
        "Something like a label stands where none belongs; it is ignored.",
        "本来の位置ではない場所にラベルらしきものがありますが、無視します。")
    case .storePlace:
      CodeRow(
        "HTML-STORE-PLACE", .label, "The label stands where not every program looks for it.",
        "プログラムによってはラベルを読み取らない位置にあります。")
    case .storeSize: CodeRow("HTML-STORE-SIZE", .label, .largeLabel)
    case .storeUnfinished: CodeRow("HTML-STORE-UNFINISHED", .label, .breaksOff)
    }
  }
}
