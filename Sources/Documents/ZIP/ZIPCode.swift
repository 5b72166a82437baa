package import BroadsealNotes

/// What can be the matter with an archive or an office document.
package enum ZIPCode: UInt8, CodeFamily {
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
  case extra
  case flags
  case gap
  case hashMap
  case headerMismatch
  case limit
  case multiDisk
  case name
  case nameEncoding
  case nameTwin
  case odf
  case odfEmbedded
  case odfSigned
  case overlap
  case prefix
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
    case .end: CodeRow("ZIP-END", .broken, .breaksOff)
    case .endAmbiguous: CodeRow("ZIP-END-AMBIGUOUS", .ambiguous, .twoReadings)
    case .extra: CodeRow("ZIP-EXTRA", .broken, .offFormat)
    case .flags: CodeRow("ZIP-FLAGS", .ambiguous, .twoReadings)
    case .gap: CodeRow("ZIP-GAP", .ambiguous, .twoReadings)
    case .hashMap:
      CodeRow(
        "ZIP-HASH-MAP", .remark, "The hash lists its files in a form that is not the standard's.",
        "ハッシュの一覧が標準とは異なる形式です。")
    case .headerMismatch: CodeRow("ZIP-HEADER-MISMATCH", .ambiguous, .twoReadings)
    case .limit:
      CodeRow(
        "ZIP-LIMIT", .unread, "The file uses a feature of ZIP that this version does not read.",
        "本バージョンが読み取らないZIPの機能を使用しています。")
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
    case .signed:
      CodeRow(
        "ZIP-SIGNED", .remark, "The document has a signature of its own, which stays valid.",
        "文書自体の電子署名があり、有効なまま保たれます。")
    case .sizes: CodeRow("ZIP-SIZES", .broken, .offFormat)
    case .storeCompressed: CodeRow("ZIP-STORE-COMPRESSED", .label, .compressedLabel)
    case .storeCRC: CodeRow("ZIP-STORE-CRC", .label, .damagedFrame)
    case .storeEncrypted: CodeRow("ZIP-STORE-ENCRYPTED", .label, .encryptedLabel)
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
        "本バージョンが読み取らないZIP64形式のアーカイブです。")
    }
  }
}
