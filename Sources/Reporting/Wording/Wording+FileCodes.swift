extension Wording {
  /// What can be wrong with a file, its structure and what it says beside the label.
  static let fileCodes: [String: (String, String)] = [
    "AI-OTHER-EDITS": (
      "The issuer does not say that every change is listed.", "すべての変更が記載されているとは述べていません。"
    ),
    "BINDING-PARTIAL": (
      "The signature leaves out bytes of the file beside the label itself; those may have changed.",
      "署名はラベル以外にもファイルの一部を対象外としており、その部分は変更されている可能性があります。"
    ),
    "CERT-PERSON": (
      "The signer's certificate names a person.", "署名者の証明書に個人名が記載されています。"
    ),
    "FILE-CHANGED": (
      "The file changed while it was read.", "読み取り中にファイルが変更されました。"
    ),
    "FILE-NOT-REGULAR": (
      "This is not a regular file.", "通常のファイルではありません。"
    ),
    "FILE-SIZE": (
      "The file is larger than what this run judges.",
      "ファイルが判定対象の上限を超える大きさです。"
    ),
    "FILE-SPECIAL": (
      "A pipe, socket or device is not read.", "パイプ、ソケット、デバイスは読み取りません。"
    ),
    "FILE-SYMLINK": (
      "A symbolic link is not followed.", "シンボリックリンクはたどりません。"
    ),
    "FILE-TRUNCATED": (
      "The file became shorter while it was read.", "読み取り中にファイルが短くなりました。"
    ),
    "FILE-TYPE-MISMATCH": (
      "The name and the content are of different types.", "ファイル名と内容の形式が異なります。"
    ),
    "FILE-UNREADABLE": (
      "The file could not be read.", "ファイルを読み取れませんでした。"
    ),
    "FORMAT-NOT-READ": (
      "This version does not look for labels inside files of this kind.",
      "この版は、この形式のファイルの内部のラベルを読み取りません。"
    ),
    "HARD-LINKS": (
      "The document has other names too; those keep the file without this label.",
      "同じファイルに別の名前があり、そちらにはこのラベルが付きません。"
    ),
    "HINT-INGREDIENT": (
      "A part or an earlier version names AI, under a label that does not hold.",
      "成り立たないラベルの付いた素材または以前の版に、AI使用の記載があります。"
    ),
    "HINT-IPTC-AI": (
      "Unsigned metadata names an AI system.", "署名されていないメタデータにAIシステム名があります。"
    ),
    "HINT-PARAMETERS": (
      "Unsigned metadata holds parameters of an image generator.",
      "署名されていないメタデータに画像生成の設定値があります。"
    ),
    "HINT-SOURCE-TYPE": (
      "Unsigned metadata says that AI was used.", "署名されていないメタデータがAIの使用を示しています。"
    ),
    "HINT-TC260": (
      "Unsigned metadata holds a label of generated content.",
      "署名されていないメタデータに生成コンテンツの表示があります。"
    ),
    "NO-CONTAINER": (
      "A file of this kind cannot carry a label in itself, so the label is a separate file.",
      "この形式のファイルはラベルを内部に保持できないため、ラベルは別ファイルになります。"
    ),
    "PARENT-BROKEN": (
      "An earlier label or PDF signature of the document did not hold when it was signed over.",
      "この文書の以前のラベルまたはPDF署名は、署名し直した時点で成り立っていませんでした。"
    ),
    "ZIP-CONTAINER": (
      "The archive has a name of a kind that is not known, so the label is a separate file.",
      "名前から種類が分からないアーカイブのため、ラベルは別ファイルになります。"
    ),
    "SEARCH-INCOMPLETE": (
      "No label was found, and the file could not be searched completely.",
      "ラベルは見つからず、ファイル全体を調べることはできませんでした。"
    ),
    "REMOTE-AMBIGUOUS": (
      "The file names several places where its label would be.",
      "ラベルの所在として複数の場所が記載されています。"
    ),
    "REMOTE-MANIFEST": (
      "The label was fetched from the address that the file names.",
      "ラベルは、ファイルに記載されたアドレスから取得しました。"
    ),
    "REMOTE-NOT-FETCHED": (
      "The file says that its label is kept elsewhere; --online manifest fetches it.",
      "ラベルは別の場所にあると記載されています。--online manifest を指定すると取得します。"
    ),
    "REMOTE-REFUSED": (
      "The address of the label is not one that is asked: only public http and https addresses are.",
      "ラベルのアドレスへは問い合わせません。公開されたhttpとhttpsのアドレスだけが対象です。"
    ),
    "SIDECAR-IGNORED": (
      "The file carries a label itself, so the separate label was not used.",
      "ファイル自体にラベルがあるため、別ファイルのラベルは使用していません。"
    ),
    "SIDECAR-SIZE": (
      "The separate label file is empty or too large.", "別ファイルのラベルが空か、大きすぎます。"
    ),
    "SIDECAR-UNREADABLE": (
      "The separate label file could not be read.", "別ファイルのラベルを読み取れませんでした。"
    ),
    "SIDECAR-WITHOUT-ASSET": (
      "This is a label without its document.", "対象の文書がないラベルです。"
    ),
    "STORE-FILE": (
      "This is a label without its document.", "対象の文書がないラベルです。"
    ),
    "STORE-LARGE": (
      "The label is large, because it keeps many earlier ones.",
      "以前のラベルを多く保持しているため、ラベルが大きくなっています。"
    ),
    "STORE-SIZE": (
      "The label is too large.", "ラベルが大きすぎます。"
    ),
    "STAMP-OTHER-ISSUER": (
      "The official label is another agency's, and only that agency can stamp it.",
      "公式ラベルは別の機関のもので、その機関だけがタイムスタンプを追加できます。"
    ),
    "STAMP-TOO-LATE": (
      "The signer's certificate has expired, and a time stamp comes too late.",
      "署名者の証明書の有効期限が切れているため、タイムスタンプを追加しても無効です。"
    ),
    "STAMP-UNPROVED": (
      "The official label names this agency, and is not proved to be its own.",
      "公式ラベルはこの機関の名を示していますが、この機関のものと確認できません。"
    ),
    "STAMP-UNSOUND": (
      "The label does not hold, and a time stamp does not mend it.",
      "ラベルが成り立たないため、タイムスタンプを追加できません。"
    ),
    "TIME-CLAIMED-LATER": (
      "The claimed time is later than the time stamp.", "申告された時刻がタイムスタンプより後です。"
    ),
    "TSA-FAILED": (
      "A time-stamp authority did not answer as it should.",
      "タイムスタンプ局から正しい応答がありませんでした。"
    ),
    "TIME-SEVERAL": (
      "One signature bears several trusted time stamps; the earliest is told.",
      "一つの署名に信頼できるタイムスタンプが複数あります。最も早い時刻を示します。"
    ),
    "TIME-STAMPED-AGAIN": (
      "The label was stamped again later; it is older than its newest time stamp.",
      "ラベルには後からタイムスタンプが追加されています。最新のタイムスタンプより前に作成されたものです。"
    ),
  ]
  .merging(structureCodes) { own, _ in own }
  .merging(textCodes) { own, _ in own }
  .merging(markupCodes) { own, _ in own }
  .merging(archiveCodes) { own, _ in own }
  .merging(pdfSignatureCodes) { own, _ in own }
  .merging(contentRisks) { own, _ in own }

  /// Codes of a file whose structure is broken.
  static let damages = Set(brokenFiles + cutFiles + brokenMarkup + brokenArchives)

  /// Codes of a file of which nothing can be said: what is wrong is not its label.
  static let obstacles = damages.union(
    ambiguousFiles + complexFiles + complexMarkup + lockedFiles + ambiguousArchives
      + unreadArchives)

  private static let ambiguousFiles = [
    "PDF-AMBIGUOUS", "PDF-HEADER-OFFSET", "PDF-IRREGULAR", "PDF-TRAILING", "PNG-CRC",
  ]
  private static let brokenFiles = [
    "JPEG-STRUCTURE", "PDF-CATALOG", "PDF-FILTER", "PDF-HEADER", "PDF-METADATA", "PDF-OBJECTS",
    "PDF-PAGES",
    "PDF-SIZE", "PDF-STARTXREF", "PDF-SYNTAX", "PDF-XREF", "PNG-STRUCTURE",
  ]
  private static let cutFiles = ["JPEG-TRUNCATED", "PNG-TRUNCATED"]
  private static let complexFiles = ["PDF-LIMIT"]
  private static let lockedFiles = ["PDF-ENCRYPTED", "PDF-ENCRYPTION", "PDF-PASSWORD"]

  /// The structure of PDF, PNG and JPEG files.
  private static let structureCodes: [String: (String, String)] = {
    let ambiguous = (
      "Two programs could read the file differently.", "プログラムによって異なる内容に読める構造です。"
    )
    let broken = ("The file does not follow its format.", "ファイルが形式の規則に従っていません。")
    let several = ("There is more than one label.", "ラベルが複数あります。")
    let cut = ("The file breaks off.", "ファイルが途中で切れています。")
    let misplaced = ("The label is not where it must be.", "ラベルの位置が正しくありません。")
    let damaged = ("The label's frame is damaged.", "ラベルを収める部分が壊れています。")
    let large = ("The label is too large.", "ラベルが大きすぎます。")
    let limit = ("The file is more complex than this program reads.", "ファイルが複雑すぎて読み取れません。")
    let locked = ("The file is encrypted.", "ファイルが暗号化されています。")
    var codes: [String: (String, String)] = [:]
    for (texts, names) in [
      (ambiguous, ambiguousFiles), (broken, brokenFiles),
      (several, ["JPEG-MULTIPLE-STORES", "PDF-MULTIPLE-STORES", "PNG-MULTIPLE-STORES"]),
      (cut, cutFiles),
      (
        misplaced,
        [
          "JPEG-SEGMENT-ORDER", "PDF-STORE-MISSING", "PDF-STORE-SUBTYPE", "PDF-STORE-UNLISTED",
        ]
      ),
      (
        damaged,
        [
          "JPEG-STORE-LENGTH", "JPEG-STORE-TYPE", "PDF-STORE-ENCRYPTED", "PDF-STORE-FILTERED",
          "PNG-STORE-CRC",
        ]
      ),
      (large, ["JPEG-STORE-SIZE", "PDF-STORE-SIZE", "PNG-STORE-SIZE"]),
      (limit, complexFiles),
      (locked, lockedFiles),
      (("The file is certified against changes.", "変更を禁じる認証付きPDFです。"), ["PDF-CERTIFIED"]),
      (
        ("The document was added to after it was signed.", "署名後に文書へ追記されています。"),
        ["PDF-LATER-REVISION"]
      ),
      (
        ("The file is signed by a signature of its own.", "PDF自体の電子署名があるファイルです。"),
        ["PDF-SIGNED"]
      ),
      (("A later signature covers the label.", "後の署名がラベルを対象に含んでいます。"), ["PDF-SIGNED-OVER"]),
    ] {
      for name in names { codes[name] = texts }
    }
    return codes
  }()
}
