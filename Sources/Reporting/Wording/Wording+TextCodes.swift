extension Wording {
  /// What can be wrong with the label of a text, and why a text gets none inside.
  static let textCodes: [String: (String, String)] = [
    "TEXT-BLOCKS": ("There is more than one label.", "ラベルが複数あります。"),
    "TEXT-BLOCK-BROKEN": (
      "One end of the label's frame is missing.", "ラベルを収める部分の始まりか終わりがありません。"
    ),
    "TEXT-BLOCK-FORM": (
      "The label's line is not the comment that it has to be.", "ラベルの行が、あるべきコメントの形ではありません。"
    ),
    "TEXT-ENCODING": (
      "The text is not in UTF-8, so its label is a separate file.",
      "UTF-8のテキストではないため、ラベルは別ファイルになります。"
    ),
    "TEXT-LINE-ENDS": (
      "The text has line ends that not every program takes for such.",
      "プログラムによって改行とみなされない改行があります。"
    ),
    "TEXT-NO-COMMENT": (
      "Texts of this kind have no comments, so the label is a separate file.",
      "この形式のテキストにはコメントがないため、ラベルは別ファイルになります。"
    ),
    "TEXT-NUL": (
      "The file holds bytes that no text holds.", "テキストにはないバイトが含まれています。"
    ),
    "TEXT-PADDED": (
      "The label is filled up in a way that not every verifier accepts.",
      "検証ツールによっては受け付けない方法でラベルの余白を埋めています。"
    ),
    "TEXT-PLACE": (
      "The text has no line where its format allows a comment.",
      "形式上コメントを置ける行がありません。"
    ),
    "TEXT-REFERENCE": (
      "The text names a label that is not in it; nothing is fetched.",
      "テキスト内にないラベルが参照されています。外部からは取得しません。"
    ),
    "TEXT-STORE-SIZE": ("The label is too large.", "ラベルが大きすぎます。"),
    "TEXT-EMPTY": (
      "The file is empty, so its label is a separate file.",
      "ファイルが空のため、ラベルは別ファイルになります。"
    ),
    "TEXT-KIND": (
      "A program that reads this text could stumble over a label inside.",
      "内部にラベルを置くと、このテキストを読むプログラムの妨げになるおそれがあります。"
    ),
    "TEXT-NFC": (
      "Programs could read the characters of this text differently.",
      "プログラムによって文字の表現が異なるテキストです。"
    ),
    "TEXT-WRAPPERS": ("There is more than one label.", "ラベルが複数あります。"),
    "TEXT-WRAPPER-BROKEN": (
      "The label breaks off or is damaged.", "ラベルが途中で切れているか、壊れています。"
    ),
    "TEXT-WRAPPER-MISPLACED": (
      "The text holds a label that does not belong into files of its kind.",
      "この形式のファイルには使われない種類のラベルが含まれています。"
    ),
    "TEXT-WRAPPER-PADDING": (
      "Something else stands beside the label, where nothing may stand.",
      "ラベルの余白に、あってはならない内容が含まれています。"
    ),
    "TEXT-XML": (
      "A label inside would keep XML programs from reading the file.",
      "内部にラベルを置くと、XMLとして読めなくなります。"
    ),
  ]
}
