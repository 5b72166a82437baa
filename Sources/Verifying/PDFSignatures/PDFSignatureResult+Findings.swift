import BroadsealNotes

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
    if isLabelSigner == false, let signer {
      add(.otherSigner, .note, "its signer is not the label's: \(signer.name)")
    }
    return findings
  }

  private var name: String {
    field.isEmpty ? "the PDF signature" : "the PDF signature in the field \(field)"
  }
}
