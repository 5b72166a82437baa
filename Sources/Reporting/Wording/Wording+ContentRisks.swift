extension Wording {
  /// What makes a PDF show or do more than its pages say, and the refusal to sign for that.
  static let contentRisks: [String: (String, String)] = [
    "CONTENT-RISK": (
      "The document can show more, less or other than its bytes say.",
      "文書は、署名対象の内容と異なる表示をする可能性があります。"
    ),
    "PDF-EXTERNAL": (
      "The document takes in content from outside the file, or sends it there.",
      "ファイル外から内容を取り込むか、外部へ送信する文書です。"
    ),
    "PDF-HIDDEN-OBJ": (
      "The document holds annotations that are not shown.", "表示されない注釈が含まれています。"
    ),
    "PDF-JS": ("The document holds scripts.", "文書にスクリプトが含まれています。"),
    "PDF-LAUNCH": (
      "The document holds an action that starts a program.",
      "プログラムを起動する動作が含まれています。"
    ),
    "PDF-OCG": (
      "The document holds layers that can be shown or hidden.",
      "表示と非表示を切り替えられるレイヤーが含まれています。"
    ),
    "PDF-RISKS-UNREAD": (
      "Not all of the document could be searched for scripts and the like.",
      "スクリプトなどの有無を最後まで確認できませんでした。"
    ),
    "PDF-XFA": (
      "The document holds a form of another format (XFA) that is shown in place of its pages.",
      "ページの代わりに表示される別形式のフォーム(XFA)が含まれています。"
    ),
  ]
}
