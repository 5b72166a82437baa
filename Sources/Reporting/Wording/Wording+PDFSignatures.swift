package import BroadsealVerifying

extension Wording {
  /// What is said of a PDF signature beside the label.
  package func line(about signature: PDFSignatureResult) -> Sentence {
    let line = line(aboutSeal: signature) ?? proof(of: signature)
    guard signature.status == .intact || signature.status == .loose, let later = signature.later,
      later.change != .nothing
    else { return line }
    return line
      + say(" After it, \(own: words(for: later.change)).", "その後:\(own: words(for: later.change))。")
  }

  /// What came after the revision that a label was made for.
  package func line(aboutLabel later: LaterRevisions) -> Sentence {
    let (own, all) = ("\(later.revision ?? 1)", "\(later.revisions ?? 2)")
    let what = words(for: later.change)
    return say(
      "The label was made for revision \(own: own) of \(own: all). After it, \(own: what).",
      "ラベルは全\(own: all)版の第\(own: own)版に付けられたものです。その後:\(own: what)。")
  }

  /// What came after a signature or a label, to stand in a sentence.
  package func words(for change: LaterRevisions.Change) -> String {
    switch change {
    case .nothing: say("nothing was added", "追記はありません")
    case .evidence:
      say("only proofs about signatures were added", "署名の検証情報だけが追加されています")
    case .label: say("a label was added", "ラベルが追加されています")
    case .metadata:
      say("what the document says of itself was changed", "文書の属性情報が変更されています")
    case .signature: say("another signature was added", "別の署名が追加されています")
    case .visibleSignature:
      say("another signature was added that shows on a page", "紙面に表示される別の署名が追加されています")
    case .formFill: say("fields of the form were filled in", "フォームに記入されています")
    case .annotation: say("annotations were added", "注釈が追加されています")
    case .changed: say("the document was changed", "文書が変更されています")
    case .notJudged:
      say("nobody can tell what was added", "追記の内容は検証できません")
    }
  }

  /// What is said of a time stamp of the document that holds; nil for signatures of people and offices: whoever stamped
  /// the document has signed nothing in it.
  private func stamp(in signature: PDFSignatureResult) -> Sentence? {
    guard signature.format == Wording.stampFormat,
      signature.status == .intact || signature.status == .loose
    else { return nil }
    let covers = coverage(of: signature)
    guard let name = signature.signer?.name, !name.isEmpty else {
      return say(
        "Time stamp of the document: it holds, and covers \(own: covers).",
        "文書のタイムスタンプ:有効です。対象は\(own: covers)です。")
    }
    return say(
      "Time stamp of the document, by \(quoted: name, language): it holds, and covers \(own: covers).",
      "文書のタイムスタンプ(発行は\(quoted: name, language)):有効です。対象は\(own: covers)です。")
  }

  /// `SubFilter` of a document time stamp (ISO 32000-2 §12.8.5).
  private static let stampFormat = "ETSI.RFC3161"

  private func proof(of signature: PDFSignatureResult) -> Sentence {
    if let stamp = stamp(in: signature) { return stamp }
    let name = signature.signer?.name ?? ""
    switch signature.status {
    case .intact, .loose:
      let covers = coverage(of: signature)
      guard !name.isEmpty else {
        return say(
          "PDF signature: it holds, and covers \(own: covers).",
          "PDF署名:有効です。対象は\(own: covers)です。")
      }
      let signer: Sentence =
        signature.isLabelSigner == true
        ? say("by the label's own signer", "署名者はラベルと同じ")
        : say("by \(quoted: name, language)", "署名者は\(quoted: name, language)")
      return say("PDF signature: it holds, ", "PDF署名:有効です。") + signer
        + say(", and covers \(own: covers).", "、対象は\(own: covers)です。")
    case .broken:
      return signature.isWithLabel
        ? say(
          "PDF signature: broken, although it was made together with the label.",
          "PDF署名:ラベルと同時に作成された署名が無効です。")
        : say("PDF signature: broken.", "PDF署名:無効です。")
    case .empty: return say("PDF signature: not made, its room is empty.", "PDF署名:署名欄が空です。")
    case .unchecked:
      return say("PDF signature: of a kind that was not checked.", "PDF署名:確認できない種類です。")
    case .malformed:
      return say(
        "PDF signature: not in a form that can be judged.", "PDF署名:検証できる形式ではありません。")
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
}
