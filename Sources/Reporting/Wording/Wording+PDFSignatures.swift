package import BroadsealVerifying

extension Wording {
  /// What is said of a PDF signature beside the label.
  package func line(about signature: PDFSignatureResult) -> Sentence {
    let name = signature.signer?.name ?? ""
    switch signature.status {
    case .intact, .loose:
      let covers = coverage(of: signature)
      guard !name.isEmpty else {
        return say(
          "PDF signature: it holds, and covers \(own: covers).",
          "PDF署名:成り立っています。対象は\(own: covers)です。")
      }
      let signer: Sentence =
        signature.isLabelSigner == true
        ? say("by the label's own signer", "署名者はラベルと同じ")
        : say("by \(quoted: name, language)", "署名者は\(quoted: name, language)")
      return say("PDF signature: it holds, ", "PDF署名:成り立っています。") + signer
        + say(", and covers \(own: covers).", "、対象は\(own: covers)です。")
    case .broken:
      return signature.isWithLabel
        ? say(
          "PDF signature: broken, although it was made together with the label.",
          "PDF署名:ラベルと同時に作成された署名が壊れています。")
        : say("PDF signature: broken.", "PDF署名:壊れています。")
    case .empty: return say("PDF signature: not made, its room is empty.", "PDF署名:署名欄が空です。")
    case .unchecked:
      return say("PDF signature: of a kind that was not checked.", "PDF署名:確認できない種類です。")
    }
  }

  private func coverage(of signature: PDFSignatureResult) -> String {
    switch signature.coverage {
    case .file: say("the whole file", "ファイル全体")
    case .revision:
      say(
        "the file as it was at \(signature.coveredEnd) bytes",
        "\(signature.coveredEnd)バイト時点のファイル")
    case .part: say("parts of the file only", "ファイルの一部")
    }
  }

  /// Signatures of a PDF itself.
  static let pdfSignatureCodes: [String: (String, String)] = [
    "PADES-KEY": (
      "The key is of a kind whose signatures PDF readers do not know.",
      "この種類の鍵による署名は、PDF閲覧ソフトで検証できません。"
    ),
    "PADES-NOT-PDF": (
      "Only a PDF document can have a PDF signature.", "PDF署名はPDF文書にのみ付けられます。"
    ),
    "PDF-SHARED": (
      "One object of the document has two uses that would both have to change.",
      "文書内の一つのオブジェクトが、変更の必要な二つの用途に使われています。"
    ),
    "PDF-SIGNATURE-BROKEN": (
      "A PDF signature of the document does not hold.", "文書のPDF署名が成り立ちません。"
    ),
    "PDF-SIGNATURE-EMPTY": (
      "A PDF signature was prepared and never made, or was taken out.",
      "PDF署名の欄はありますが、署名がありません。"
    ),
    "PDF-SIGNATURE-FORM": (
      "A PDF signature holds, but parts of it could be changed without breaking it.",
      "PDF署名は成り立っていますが、その一部は変更されても検出できない形式です。"
    ),
    "PDF-SIGNATURE-OTHER-SIGNER": (
      "A PDF signature was made by another signer than the label's.",
      "PDF署名の署名者はラベルの署名者と異なります。"
    ),
    "PDF-SIGNATURE-PARTIAL": (
      "A PDF signature covers an earlier state of the file, or a part of it.",
      "PDF署名の対象は、以前の状態のファイルまたはその一部です。"
    ),
    "PDF-SIGNATURE-UNCHECKED": (
      "A PDF signature is of a kind that cannot be checked here.",
      "この版では確認できない種類のPDF署名があります。"
    ),
    "PDF-XFA": (
      "The document's form is an XFA form, to which no PDF signature can be added.",
      "文書のフォームがXFA形式のため、PDF署名を追加できません。"
    ),
  ]
}
