package import BroadsealNotes

/// What can be the matter with an archive or an office document.
package enum ZIPCode: UInt8, CodeFamily {
  case alternates
  case chunk
  case container
  case contentTypes
  case count
  case dataHash
  case descriptor
  case directory
  case directoryOffset
  case empty
  case encrypted
  case end
  case endAmbiguous
  case external
  case extra
  case fields
  case fieldsUnread
  case flags
  case gap
  case hashMap
  case headerMismatch
  case hidden
  case limit
  case macros
  case multiDisk
  case name
  case nameEncoding
  case nameTwin
  case odf
  case odfEmbedded
  case odfSigned
  case overlap
  case prefix
  case relationships
  case signed
  case sizes
  case storeCompressed
  case storeCRC
  case storeEncrypted
  case storeFlags
  case storeHeader
  case storePath
  case storeSize
  case symlink
  case trailing
  case type
  case unicodePath
  case zip64

  /// The family.
  package static var family: Family { .zip }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .alternates:
      CodeRow(
        "ZIP-ALTERNATES", .risk,
        "The document holds alternatives: not every program shows the same text.",
        "代替表示が含まれており、プログラムによって表示される文章が異なります。")
    case .chunk:
      CodeRow(
        "ZIP-CHUNK", .risk, "The document takes in a part of another format when it is opened.",
        "文書を開くときに別形式の部分が読み込まれます。")
    case .container:
      CodeRow(
        "ZIP-CONTAINER", .refusal,
        "The archive has a name of a kind that is not known, so the label has to be a separate file.",
        "名前から種類が分からないアーカイブのため、ラベルは別ファイルにする必要があります。")
    case .contentTypes:
      CodeRow(
        "ZIP-CONTENT-TYPES", .refusal, "The package's list of content types cannot be added to.",
        "パッケージのコンテンツタイプ一覧に追加できません。")
    case .count: CodeRow("ZIP-COUNT", .broken, .offFormat)
    case .dataHash:
      CodeRow(
        "ZIP-DATA-HASH", .remark,
        "The archive is bound by another kind of hash than the standard's.",
        "標準とは異なる種類のハッシュで保護されたアーカイブです。")
    case .descriptor: CodeRow("ZIP-DESCRIPTOR", .broken, .offFormat)
    case .directory: CodeRow("ZIP-DIRECTORY", .broken, .offFormat)
    case .directoryOffset: CodeRow("ZIP-DIRECTORY-OFFSET", .ambiguous, .twoReadings)
    case .empty:
      CodeRow(
        "ZIP-EMPTY", .refusal, "The archive holds no files.",
        "アーカイブにファイルがありません。")
    case .encrypted:
      CodeRow(
        "ZIP-ENCRYPTED", .refusal, "A file in the archive is encrypted.",
        "アーカイブ内のファイルが暗号化されています。")
    case .end: CodeRow("ZIP-END", .broken, .offFormat)
    case .endAmbiguous: CodeRow("ZIP-END-AMBIGUOUS", .ambiguous, .twoReadings)
    case .external:
      CodeRow(
        "ZIP-EXTERNAL", .risk,
        "The document shows content from outside the file, which the signature does not cover.",
        "ファイル外の内容を表示します。署名の対象には含まれません。")
    case .extra: CodeRow("ZIP-EXTRA", .broken, .offFormat)
    case .fields:
      CodeRow(
        "ZIP-FIELDS", .risk,
        "The document holds fields that change when they are shown, such as today's date.",
        "表示のたびに変わるフィールド(現在の日付など)が含まれています。")
    case .fieldsUnread:
      CodeRow(
        "ZIP-FIELDS-UNREAD", .risk,
        "The document is too large to be searched for fields that change.",
        "文書が大きいため、変化するフィールドの有無を確認していません。")
    case .flags: CodeRow("ZIP-FLAGS", .ambiguous, .twoReadings)
    case .gap: CodeRow("ZIP-GAP", .ambiguous, .twoReadings)
    case .hashMap:
      CodeRow(
        "ZIP-HASH-MAP", .remark, "The hash lists its files in a form that is not the standard's.",
        "ハッシュの一覧が標準とは異なる形式です。")
    case .headerMismatch: CodeRow("ZIP-HEADER-MISMATCH", .ambiguous, .twoReadings)
    case .hidden:
      CodeRow(
        "ZIP-HIDDEN", .risk, "The document holds text, slides or sheets that are not shown.",
        "表示されない文字、スライドまたはシートが含まれています。")
    case .limit:
      CodeRow(
        "ZIP-LIMIT", .unread, "The file uses a feature of ZIP that this version does not read.",
        "この版が読み取らないZIPの機能を使用しています。")
    case .macros:
      CodeRow(
        "ZIP-MACROS", .risk, "The document holds macros.",
        "文書にマクロが含まれています。")
    case .multiDisk:
      CodeRow(
        "ZIP-MULTI-DISK", .unread, "The archive is one of several parts.",
        "アーカイブが複数の部分に分割されています。")
    case .name: CodeRow("ZIP-NAME", .ambiguous, .twoReadings)
    case .nameEncoding:
      CodeRow(
        "ZIP-NAME-ENCODING", .unread, "The name of a file in the archive is not marked as Unicode.",
        "アーカイブ内のファイル名がUnicodeと示されていません。")
    case .nameTwin: CodeRow("ZIP-NAME-TWIN", .ambiguous, .twoReadings)
    case .odf:
      CodeRow(
        "ZIP-ODF", .refusal,
        "An OpenDocument file may hold no label inside; a separate file serves.",
        "OpenDocument形式は内部にラベルを格納できないため、別ファイルを使用します。")
    case .odfEmbedded:
      CodeRow(
        "ZIP-ODF-EMBEDDED", .remark,
        "LibreOffice will not open this file, because it holds a label inside.",
        "内部にラベルがあるため、LibreOfficeでは開けません。")
    case .odfSigned:
      CodeRow(
        "ZIP-ODF-SIGNED", .refusal,
        "The document has a signature of its own that covers everything in it.",
        "文書全体を対象とする電子署名があります。")
    case .overlap: CodeRow("ZIP-OVERLAP", .ambiguous, .twoReadings)
    case .prefix: CodeRow("ZIP-PREFIX", .ambiguous, .twoReadings)
    case .relationships:
      CodeRow(
        "ZIP-RELATIONSHIPS", .risk, "What the document takes in from outside cannot be told.",
        "文書が外部から取り込む内容を確認できません。")
    case .signed:
      CodeRow(
        "ZIP-SIGNED", .remark, "The document has a signature of its own, which stays valid.",
        "文書自体の電子署名があり、有効なまま保たれます。")
    case .sizes: CodeRow("ZIP-SIZES", .broken, .offFormat)
    case .storeCompressed: CodeRow("ZIP-STORE-COMPRESSED", .label, .damagedFrame)
    case .storeCRC: CodeRow("ZIP-STORE-CRC", .label, .damagedFrame)
    case .storeEncrypted: CodeRow("ZIP-STORE-ENCRYPTED", .label, .damagedFrame)
    case .storeFlags: CodeRow("ZIP-STORE-FLAGS", .label, .damagedFrame)
    case .storeHeader: CodeRow("ZIP-STORE-HEADER", .label, .damagedFrame)
    case .storePath: CodeRow("ZIP-STORE-PATH", .label, .misplacedLabel)
    case .storeSize:
      CodeRow(
        "ZIP-STORE-SIZE", .label, "The label is empty or too large.",
        "ラベルが空か、大きすぎます。")
    case .symlink: CodeRow("ZIP-SYMLINK", .ambiguous, .twoReadings)
    case .trailing: CodeRow("ZIP-TRAILING", .ambiguous, .twoReadings)
    case .type: CodeRow("ZIP-TYPE", .ambiguous, .twoReadings)
    case .unicodePath: CodeRow("ZIP-UNICODE-PATH", .ambiguous, .twoReadings)
    case .zip64:
      CodeRow(
        "ZIP-ZIP64", .unread, "The archive uses ZIP64 records, which this version does not read.",
        "この版が読み取らないZIP64形式のアーカイブです。")
    }
  }
}
