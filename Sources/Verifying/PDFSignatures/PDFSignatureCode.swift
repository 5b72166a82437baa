package import BroadsealNotes

/// What can be the matter with a PDF signature.
package enum PDFSignatureCode: UInt8, CodeFamily {
  case broken
  case empty
  case form
  case otherSigner
  case partial
  case unchecked

  /// The family.
  package static var family: Family { .pdfSignature }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .broken:
      CodeRow(
        "PDF-SIGNATURE-BROKEN", .failure, "A PDF signature of the document does not hold.",
        "文書のPDF署名が成り立ちません。")
    case .empty:
      CodeRow(
        "PDF-SIGNATURE-EMPTY", .remark,
        "A PDF signature was prepared and never made, or was taken out.",
        "PDF署名の欄はありますが、署名がありません。")
    case .form:
      CodeRow(
        "PDF-SIGNATURE-FORM", .remark,
        "A PDF signature holds, but parts of it could be changed without breaking it.",
        "PDF署名は成り立っていますが、その一部は変更されても検出できない形式です。")
    case .otherSigner:
      CodeRow(
        "PDF-SIGNATURE-OTHER-SIGNER", .remark,
        "A PDF signature was made by another signer than the label's.",
        "PDF署名の署名者はラベルの署名者と異なります。")
    case .partial:
      CodeRow(
        "PDF-SIGNATURE-PARTIAL", .remark,
        "A PDF signature covers an earlier state of the file, or a part of it.",
        "PDF署名の対象は、以前の状態のファイルまたはその一部です。")
    case .unchecked:
      CodeRow(
        "PDF-SIGNATURE-UNCHECKED", .remark,
        "A PDF signature is of a kind that cannot be checked here.",
        "この版では確認できない種類のPDF署名があります。")
    }
  }
}
