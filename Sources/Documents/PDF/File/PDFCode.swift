import BroadsealBytes
package import BroadsealNotes

/// What can be the matter with a PDF document.
package enum PDFCode: UInt8, CodeFamily {
  case archive
  case archive1A
  case archive1B
  case archive2A
  case archive2B
  case archive2U
  case archive4
  case archive4E
  case ambiguous
  case catalog
  case certified
  case encrypted
  case encryption
  case filter
  case header
  case headerOffset
  case irregular
  case laterRevision
  case limit
  case metadata
  case multipleStores
  case objects
  case pages
  case password
  case securityStore
  case shared
  case signed
  case signedOver
  case size
  case startxref
  case storeEncrypted
  case storeFiltered
  case storeMissing
  case storeSize
  case storeSubtype
  case storeUnlisted
  case syntax
  case trailing
  case truncated
  case xref

  /// The family.
  package static var family: Family { .pdf }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .archive: CodeRow("PDF-A", .refusal, PDFCode.archival)
    case .archive1A: CodeRow("PDF-A-1A", .refusal, PDFCode.archival)
    case .archive1B: CodeRow("PDF-A-1B", .refusal, PDFCode.archival)
    case .archive2A: CodeRow("PDF-A-2A", .refusal, PDFCode.archival)
    case .archive2B: CodeRow("PDF-A-2B", .refusal, PDFCode.archival)
    case .archive2U: CodeRow("PDF-A-2U", .refusal, PDFCode.archival)
    case .archive4: CodeRow("PDF-A-4", .refusal, PDFCode.archival)
    case .archive4E: CodeRow("PDF-A-4E", .refusal, PDFCode.archival)
    case .ambiguous: CodeRow("PDF-AMBIGUOUS", .ambiguous, .twoReadings)
    case .catalog: CodeRow("PDF-CATALOG", .broken, .offFormat)
    case .certified:
      CodeRow(
        "PDF-CERTIFIED", .refusal, "The file is certified against changes.",
        "変更を禁じる認証付きPDFです。")
    case .encrypted: CodeRow("PDF-ENCRYPTED", .locked, .encrypted)
    case .encryption: CodeRow("PDF-ENCRYPTION", .locked, .encrypted)
    case .filter: CodeRow("PDF-FILTER", .broken, .offFormat)
    case .header: CodeRow("PDF-HEADER", .broken, .offFormat)
    case .headerOffset: CodeRow("PDF-HEADER-OFFSET", .ambiguous, .twoReadings)
    case .irregular:
      CodeRow("PDF-IRREGULAR", .ambiguous, .twoReadings)
    case .laterRevision:
      CodeRow(
        "PDF-LATER-REVISION", .remark, "The document was added to after it was signed.",
        "署名後に文書へ追記されています。")
    case .limit: CodeRow("PDF-LIMIT", .unread, .tooComplex)
    case .metadata:
      CodeRow("PDF-METADATA", .broken, .offFormat)
    case .multipleStores: CodeRow("PDF-MULTIPLE-STORES", .label, .severalLabels)
    case .objects:
      CodeRow(
        "PDF-OBJECTS", .refusal, "The document has no object number left.",
        "文書に空いているオブジェクト番号がありません。")
    case .pages:
      CodeRow(
        "PDF-PAGES", .refusal, "The document has no first page.",
        "文書に最初のページがありません。")
    case .password: CodeRow("PDF-PASSWORD", .locked, .encrypted)
    case .securityStore:
      CodeRow(
        "PDF-SECURITY-STORE", .refusal,
        "The certificates and answers about revocation that a PDF signature needs take too much room.",
        "PDF署名に必要な証明書と失効情報が大きすぎます。")
    case .shared:
      CodeRow(
        "PDF-SHARED", .refusal,
        "One object of the document has two uses that would both have to change.",
        "文書内の一つのオブジェクトが、変更の必要な二つの用途に使われています。")
    case .signed:
      CodeRow(
        "PDF-SIGNED", .remark,
        "The document's own signatures stay intact, but readers may say that it was changed after them.",
        "文書の既存の電子署名は保たれますが、署名後に変更されたと閲覧ソフトが示すことがあります。")
    case .signedOver:
      CodeRow(
        "PDF-SIGNED-OVER", .refusal, "A later signature covers the label.",
        "後の署名がラベルを対象に含んでいます。")
    case .size:
      CodeRow(
        "PDF-SIZE", .refusal, "The document is too large.",
        "文書が大きすぎます。")
    case .startxref: CodeRow("PDF-STARTXREF", .broken, .offFormat)
    case .storeEncrypted: CodeRow("PDF-STORE-ENCRYPTED", .label, .encryptedLabel)
    case .storeFiltered: CodeRow("PDF-STORE-FILTERED", .label, .compressedLabel)
    case .storeMissing: CodeRow("PDF-STORE-MISSING", .label, .misplacedLabel)
    case .storeSize: CodeRow("PDF-STORE-SIZE", .label, .largeLabel)
    case .storeSubtype: CodeRow("PDF-STORE-SUBTYPE", .label, .misplacedLabel)
    case .storeUnlisted: CodeRow("PDF-STORE-UNLISTED", .label, .misplacedLabel)
    case .syntax: CodeRow("PDF-SYNTAX", .broken, .offFormat)
    case .trailing: CodeRow("PDF-TRAILING", .ambiguous, .twoReadings)
    case .truncated: CodeRow("PDF-TRUNCATED", .broken, .breaksOff)
    case .xref: CodeRow("PDF-XREF", .broken, .offFormat)
    }
  }

  private static let archival = Words(
    "The document follows a part of PDF/A that allows no label inside.",
    "内部にラベルを格納できないPDF/A規格の文書です。")
}

extension DocumentError {
  /// A PDF that does not follow its format.
  static func pdf(_ code: PDFCode, _ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: code.code, Malformed(reason, at: offset))
  }
}
