package import BroadsealNotes

/// Why a document is not signed as it is, and what a signer should know.
package enum SigningCode: UInt8, CodeFamily {
  case aiStated
  case certPerson
  case contentRisk
  case embeddedStore
  case hardLinks
  case labelCorrected
  case labelElsewhere
  case labelOverSeal
  case labelReplaced
  case noContainer
  case padesKey
  case padesNotPDF
  case padesTSAChanged
  case parentUnvouched
  case renewedPlain
  case renewUnsigned
  case sealKept
  case stampOtherIssuer
  case stampTooLate
  case stampUnproved
  case stampUnsound
  case storeFile
  case storeLarge
  case tsaFailed

  /// The family.
  package static var family: Family { .signing }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .aiStated:
      CodeRow(
        "AI-STATED", .refusal,
        "An earlier label of the document says that AI was used, and this one would say that none was.",
        "文書の以前のラベルにAIを利用したとの記載があり、利用していないとするラベルと矛盾します。")
    case .certPerson:
      CodeRow(
        "CERT-PERSON", .remark, "The signer's certificate names a person.",
        "署名者の証明書に個人名が記載されています。")
    case .contentRisk:
      CodeRow(
        "CONTENT-RISK", .refusal, "The document can show more, less or other than its bytes say.",
        "文書は、署名対象の内容と異なる表示をする可能性があります。")
    case .embeddedStore:
      CodeRow(
        "EMBEDDED-STORE", .refusal,
        "The document holds a label already, and another beside it would go unread.",
        "文書にはすでにラベルがあり、別ファイルのラベルは読み取られません。")
    case .hardLinks:
      CodeRow(
        "HARD-LINKS", .remark,
        "The document has other names too; those keep the file without this label.",
        "同じファイルに別の名前があり、そちらにはこのラベルが付きません。")
    case .labelCorrected:
      CodeRow(
        "LABEL-CORRECTED", .remark,
        "What the label that stood here said of AI was a mistake; the new one names it, and does not descend from it.",
        "以前のラベルのAIに関する記載は誤りでした。新しいラベルはその訂正であり、以前のラベルを引き継ぎません。")
    case .labelElsewhere:
      CodeRow(
        "LABEL-ELSEWHERE", .remark,
        "The file's metadata still says that its label is kept elsewhere; the one inside counts.",
        "ファイルのメタデータには別の場所のラベルが示されていますが、内部のラベルが優先されます。")
    case .labelOverSeal:
      CodeRow(
        "LABEL-OVER-SEAL", .remark,
        "The document was sealed by a PDF signature alone; from now on its label speaks for it.",
        "PDF署名のみの文書でした。以後はラベルに基づいて発行者を判定します。")
    case .labelReplaced:
      CodeRow(
        "LABEL-REPLACED", .remark,
        "The label that stood here was not this issuer's, or did not hold; the new one replaced it.",
        "以前のラベルはこの発行者のものでないか、有効でないため、新しいラベルに置き換えました。")
    case .noContainer:
      CodeRow(
        "NO-CONTAINER", .refusal,
        "A file of this kind cannot carry a label in itself, so the label has to be a separate file.",
        "この形式のファイルはラベルを内部に保持できないため、ラベルは別ファイルにする必要があります。")
    case .padesKey:
      CodeRow(
        "PADES-KEY", .refusal, "The key is of a kind whose signatures PDF readers do not know.",
        "この種類の鍵による署名は、PDF閲覧ソフトで検証できません。")
    case .padesNotPDF:
      CodeRow(
        "PADES-NOT-PDF", .refusal, "Only a PDF document can have a PDF signature.",
        "PDF署名はPDF文書にのみ付けられます。")
    case .padesTSAChanged:
      CodeRow(
        "PADES-TSA-CHANGED", .refusal,
        "The time-stamp authority signs with a certificate about which the PDF signature brings nothing.",
        "時刻認証局の証明書が、PDF署名に格納した検証情報と一致しません。")
    case .parentUnvouched:
      CodeRow(
        "PARENT-UNVOUCHED", .remark,
        "An earlier label of the document claims to be official, and its signer is on no list.",
        "文書の以前のラベルは公式文書と称していますが、その署名者はリストに登録されていません。")
    case .renewedPlain:
      CodeRow(
        "RENEWED-PLAIN", .remark,
        "The label speaks for the earlier revision now, and other readers of labels call the file changed.",
        "ラベルの対象は以前の版のままです。他のツールは、ファイルが変更されたと判定します。")
    case .renewUnsigned:
      CodeRow(
        "RENEW-UNSIGNED", .refusal, "The document has no PDF signature that could be renewed.",
        "更新できるPDF署名がありません。")
    case .sealKept:
      CodeRow(
        "SEAL-KEPT", .refusal,
        "The document carries a seal made with another key, and a label inside would cost it its standing.",
        "別の鍵によるeシール(PDF署名)があり、ラベルを埋め込むとeシールとして認められなくなります。")
    case .stampOtherIssuer:
      CodeRow(
        "STAMP-OTHER-ISSUER", .refusal,
        "The official label is another agency's, and only that agency can stamp it.",
        "公式ラベルは別の機関のもので、その機関だけがタイムスタンプを追加できます。")
    case .stampTooLate:
      CodeRow(
        "STAMP-TOO-LATE", .refusal,
        "The signer's certificate has expired, and a time stamp comes too late.",
        "署名者の証明書の有効期限が切れているため、タイムスタンプを追加しても無効です。")
    case .stampUnproved:
      CodeRow(
        "STAMP-UNPROVED", .refusal,
        "The official label names this agency, and is not proved to be its own.",
        "公式ラベルはこの機関の名を示していますが、この機関のものと確認できません。")
    case .stampUnsound:
      CodeRow(
        "STAMP-UNSOUND", .refusal, "The label does not hold, and a time stamp does not mend it.",
        "ラベルが有効ではないため、タイムスタンプを追加できません。")
    case .storeFile:
      CodeRow(
        "STORE-FILE", .refusal, "This is a label without its document.",
        "対象の文書がないラベルです。")
    case .storeLarge:
      CodeRow(
        "STORE-LARGE", .remark, "The label is large, because it keeps many earlier ones.",
        "以前のラベルを多く保持しているため、ラベルが大きくなっています。")
    case .tsaFailed:
      CodeRow(
        "TSA-FAILED", .remark, "A time-stamp authority did not answer as it should.",
        "時刻認証局から正しい応答がありませんでした。")
    }
  }
}
