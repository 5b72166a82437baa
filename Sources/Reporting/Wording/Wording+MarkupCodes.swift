extension Wording {
  /// Codes of a drawing whose structure is broken.
  static let brokenMarkup = ["SVG-STRUCTURE", "SVG-TRUNCATED"]

  /// Codes of a page or drawing that goes beyond a limit.
  static let complexMarkup = ["HTML-LIMIT", "SVG-LIMIT"]

  /// The structure of HTML and SVG documents.
  static let markupCodes: [String: (String, String)] = [
    "HTML-ENCODING": (
      "The page is in a character encoding in which a label inside it cannot be told apart safely.",
      "ページの文字コードでは、内部のラベルを確実に見分けられません。"
    ),
    "HTML-LIMIT": (
      "The head of the page is longer than this program reads.",
      "ページのhead部分が長すぎて読み取れません。"
    ),
    "HTML-LINK": (
      "The page refers to a label elsewhere, which is not looked at.",
      "ページは別の場所のラベルを参照していますが、参照先は確認しません。"
    ),
    "HTML-MULTIPLE-STORES": (
      "There is more than one label.", "ラベルが複数あります。"
    ),
    "HTML-STORE-BASE64": (
      "The label's frame is damaged.", "ラベルを収める部分が壊れています。"
    ),
    "HTML-STORE-FORM": (
      "The label's tags hold more than they must, and the signature does not cover that.",
      "ラベルのタグに余分な記述があり、その部分は署名の対象外です。"
    ),
    "HTML-STORE-OUTSIDE": (
      "Something like a label stands where none belongs; it is ignored.",
      "本来の位置ではない場所にラベルらしきものがありますが、無視します。"
    ),
    "HTML-STORE-PLACE": (
      "The label stands where not every program looks for it.",
      "プログラムによってはラベルを読み取らない位置にあります。"
    ),
    "HTML-STORE-SIZE": (
      "The label is too large.", "ラベルが大きすぎます。"
    ),
    "HTML-STORE-UNFINISHED": (
      "The file breaks off.", "ファイルが途中で切れています。"
    ),
    "SVG-BOM": (
      "The drawing begins with a byte order mark, which some programs do not count.",
      "図の先頭にバイト順マークがあり、一部のプログラムは位置を誤って数えます。"
    ),
    "SVG-DTD": (
      "The drawing defines entities of its own; programs could read it differently.",
      "図が独自の実体を定義しており、プログラムによって異なる内容に読める可能性があります。"
    ),
    "SVG-ENCODING": (
      "The drawing is not in UTF-8.", "図の文字コードがUTF-8ではありません。"
    ),
    "SVG-LIMIT": (
      "The file is more complex than this program reads.", "ファイルが複雑すぎて読み取れません。"
    ),
    "SVG-MULTIPLE-STORES": (
      "There is more than one label.", "ラベルが複数あります。"
    ),
    "SVG-STORE-BASE64": (
      "The label's frame is damaged.", "ラベルを収める部分が壊れています。"
    ),
    "SVG-STORE-NAME": (
      "The label has a name by which not every program finds it.",
      "プログラムによってはラベルを見つけられない名前が使われています。"
    ),
    "SVG-STORE-PLACE": (
      "The label is not where it must be.", "ラベルの位置が正しくありません。"
    ),
    "SVG-STORE-SIZE": (
      "The label is too large.", "ラベルが大きすぎます。"
    ),
    "SVG-STRUCTURE": (
      "The file does not follow its format.", "ファイルが形式の規則に従っていません。"
    ),
    "SVG-TRUNCATED": (
      "The file breaks off.", "ファイルが途中で切れています。"
    ),
  ]
}
