extension Wording {
  /// Codes of archives that are damaged.
  static let brokenArchives = [
    "ZIP-COUNT", "ZIP-DESCRIPTOR", "ZIP-DIRECTORY", "ZIP-END", "ZIP-EXTRA", "ZIP-SIZES",
  ]

  /// Codes of archives that two programs could read differently.
  static let ambiguousArchives = [
    "ZIP-DIRECTORY-OFFSET", "ZIP-END-AMBIGUOUS", "ZIP-FLAGS", "ZIP-GAP", "ZIP-HEADER-MISMATCH",
    "ZIP-NAME", "ZIP-NAME-TWIN", "ZIP-OVERLAP", "ZIP-PREFIX", "ZIP-SYMLINK", "ZIP-TRAILING",
    "ZIP-TYPE", "ZIP-UNICODE-PATH",
  ]

  /// Codes of archives that may be sound and are not read.
  static let unreadArchives = ["ZIP-LIMIT", "ZIP-MULTI-DISK", "ZIP-NAME-ENCODING", "ZIP-ZIP64"]

  /// What can be wrong with an archive, or with a label in it.
  static let archiveCodes: [String: (String, String)] = {
    let ambiguous = (
      "Two programs could read the file differently.", "プログラムによって異なる内容に読める構造です。"
    )
    let broken = ("The file does not follow its format.", "ファイルが形式の規則に従っていません。")
    let unread = (
      "The file uses a feature of ZIP that this version does not read.",
      "この版が読み取らないZIPの機能を使用しています。"
    )
    let damaged = ("The label's frame is damaged.", "ラベルを収める部分が壊れています。")
    var codes: [String: (String, String)] = [
      "ZIP-ALTERNATES": (
        "The document holds alternatives: not every program shows the same text.",
        "代替表示が含まれており、プログラムによって表示される文章が異なります。"
      ),
      "ZIP-HIDDEN": (
        "The document holds text, slides or sheets that are not shown.",
        "表示されない文字、スライドまたはシートが含まれています。"
      ),
      "ZIP-CHUNK": (
        "The document takes in a part of another format when it is opened.",
        "文書を開くときに別形式の部分が読み込まれます。"
      ),
      "ZIP-EXTERNAL": (
        "The document shows content from outside the file, which the signature does not cover.",
        "ファイル外の内容を表示します。署名の対象には含まれません。"
      ),
      "ZIP-FIELDS": (
        "The document holds fields that change when they are shown, such as today's date.",
        "表示のたびに変わるフィールド(現在の日付など)が含まれています。"
      ),
      "ZIP-FIELDS-UNREAD": (
        "The document is too large to be searched for fields that change.",
        "文書が大きいため、変化するフィールドの有無を確認していません。"
      ),
      "ZIP-MACROS": ("The document holds macros.", "文書にマクロが含まれています。"),
      "ZIP-RELATIONSHIPS": (
        "What the document takes in from outside cannot be told.",
        "文書が外部から取り込む内容を確認できません。"
      ),
      "ZIP-CONTENT-TYPES": (
        "The package's list of content types cannot be added to.",
        "パッケージのコンテンツタイプ一覧に追加できません。"
      ),
      "ZIP-DATA-HASH": (
        "The archive is bound by another kind of hash than the standard's.",
        "標準とは異なる種類のハッシュで保護されたアーカイブです。"
      ),
      "ZIP-EMPTY": ("The archive holds no files.", "アーカイブにファイルがありません。"),
      "ZIP-ENCRYPTED": (
        "A file in the archive is encrypted.", "アーカイブ内のファイルが暗号化されています。"
      ),
      "ZIP-HASH-MAP": (
        "The hash lists its files in a form that is not the standard's.",
        "ハッシュの一覧が標準とは異なる形式です。"
      ),
      "ZIP-ODF": (
        "An OpenDocument file may hold no label inside; a separate file serves.",
        "OpenDocument形式は内部にラベルを格納できないため、別ファイルを使用します。"
      ),
      "ZIP-ODF-EMBEDDED": (
        "LibreOffice will not open this file, because it holds a label inside.",
        "内部にラベルがあるため、LibreOfficeでは開けません。"
      ),
      "ZIP-ODF-SIGNED": (
        "The document has a signature of its own that covers everything in it.",
        "文書全体を対象とする電子署名があります。"
      ),
      "ZIP-SIGNED": (
        "The document has a signature of its own, which stays valid.",
        "文書自体の電子署名があり、有効なまま保たれます。"
      ),
      "ZIP-STORE-PATH": (
        "The label is not where it must be.", "ラベルの位置が正しくありません。"
      ),
      "ZIP-STORE-SIZE": ("The label is empty or too large.", "ラベルが空か、大きすぎます。"),
    ]
    for (texts, names) in [
      (broken, brokenArchives), (ambiguous, ambiguousArchives), (unread, unreadArchives),
      (
        damaged,
        [
          "ZIP-STORE-COMPRESSED", "ZIP-STORE-CRC", "ZIP-STORE-ENCRYPTED", "ZIP-STORE-FLAGS",
          "ZIP-STORE-HEADER",
        ]
      ),
    ] {
      for name in names { codes[name] = texts }
    }
    return codes
  }()
}
