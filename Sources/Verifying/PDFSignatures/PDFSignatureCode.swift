package import BroadsealNotes

/// What can be the matter with a PDF signature.
package enum PDFSignatureCode: UInt8, CodeFamily {
  case broken
  case changed
  case disagrees
  case doubtful
  case empty
  case form
  case malformed
  case otherSigner
  case partial
  case stamp
  case unchecked
  case unjudged
  case weak

  /// The family.
  package static var family: Family { .pdfSignature }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .broken:
      CodeRow(
        "PDF-SIGNATURE-BROKEN", .failure, "A PDF signature of the document does not hold.",
        "文書のPDF署名が有効ではありません。")
    case .changed:
      CodeRow(
        "PDF-SIGNATURE-CHANGED", .remark,
        "Something was added to the document after a PDF signature, or changed.",
        "PDF署名の後に、文書への追加または変更があります。")
    case .disagrees:
      CodeRow(
        "PDF-SIGNATURE-DISAGREES", .remark, "The label and the seal name different agencies.",
        "ラベルとeシールの示す機関が異なります。")
    case .doubtful:
      CodeRow(
        "PDF-SIGNATURE-DOUBTFUL", .remark,
        "Two readers could take a PDF signature differently; it is not believed.",
        "読み方が分かれるPDF署名があります。信用しません。")
    case .empty:
      CodeRow(
        "PDF-SIGNATURE-EMPTY", .remark,
        "A PDF signature was prepared and never made, or was taken out.",
        "PDF署名の欄はありますが、署名がありません。")
    case .form:
      CodeRow(
        "PDF-SIGNATURE-FORM", .remark,
        "A PDF signature holds, but parts of it could be changed without breaking it.",
        "PDF署名は有効ですが、その一部は変更されても検出できない形式です。")
    case .malformed:
      CodeRow(
        "PDF-SIGNATURE-MALFORMED", .remark, "A PDF signature is not in a form that can be judged.",
        "検証できる形式でないPDF署名があります。")
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
    case .stamp:
      CodeRow(
        "PDF-SIGNATURE-STAMP", .remark,
        "The time stamp of a PDF signature does not hold, or is not judged; the signature is.",
        "PDF署名のタイムスタンプが有効でないか、検証できません。署名自体の判定には影響しません。")
    case .unchecked:
      CodeRow(
        "PDF-SIGNATURE-UNCHECKED", .remark,
        "Something of a PDF signature cannot be computed here: it may hold or not.",
        "本バージョンでは検証できないPDF署名があり、有効かどうかを判断できません。")
    case .unjudged:
      CodeRow(
        "PDF-SIGNATURE-UNJUDGED", .remark,
        "It cannot be judged what came after a PDF signature.",
        "PDF署名の後に何が加えられたかを検証できません。")
    case .weak:
      CodeRow(
        "PDF-SIGNATURE-WEAK", .remark,
        "A PDF signature rests on an algorithm that can be broken.",
        "PDF署名に、破られうる弱いアルゴリズムが使われています。")
    }
  }
}

extension PDFSignatureResult {
  /// What the verdict's reader should know of it.
  var findings: [Finding] {
    var findings: [Finding] = []
    func add(_ code: PDFSignatureCode, _ severity: Finding.Severity, _ text: String) {
      findings.append(Finding(severity, Note(code, name + ": " + text, at: offset)))
    }
    switch status {
    case .intact: break
    case .broken: add(.broken, isWithLabel ? .error : .warning, explanation)
    case .loose: add(.form, isWithLabel ? .error : .note, explanation)
    case .empty: add(.empty, isWithLabel ? .error : .warning, explanation)
    case .unchecked: add(.unchecked, isWithLabel ? .warning : .note, explanation)
    case .malformed: add(.malformed, .warning, explanation)
    }
    if status != .empty {
      for doubt in doubts { add(.doubtful, .warning, doubt) }
    }
    guard status == .intact || status == .loose else { return findings }
    if let stampFault { add(.stamp, .note, stampFault) }
    if !weak.isEmpty {
      add(.weak, .note, "it rests on \(weak.joined(separator: " and "))")
    }
    if coverage != .file {
      add(
        .partial, .note,
        coverage == .revision
          ? "it covers the file as it was at \(coveredEnd) bytes"
          : "it covers parts of the file only")
    }
    switch later?.change {
    case nil, .nothing: break
    case .evidence: add(.changed, .note, "after it only proofs about signatures were added")
    case .notJudged: add(.unjudged, .warning, later?.reason ?? "")
    case .label, .metadata, .signature, .visibleSignature, .formFill, .annotation, .changed:
      add(.changed, later?.isPermitted == true ? .note : .warning, later?.reason ?? "")
    }
    if isLabelSigner == false, let signer {
      add(.otherSigner, .note, "its signer is not the label's: \(signer.name)")
    }
    return findings
  }

  private var name: String {
    field.isEmpty ? "the PDF signature" : "the PDF signature in the field \(field)"
  }
}
