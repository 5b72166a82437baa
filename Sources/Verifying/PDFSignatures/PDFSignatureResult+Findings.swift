extension PDFSignatureResult {
  /// What the verdict's reader should know of it.
  var findings: [Finding] {
    var findings: [Finding] = []
    func add(_ code: String, _ severity: Finding.Severity, _ text: String) {
      findings.append(
        Finding(
          code: code, severity: severity, place: "byte \(offset)", explanation: name + ": " + text))
    }
    switch status {
    case .intact: break
    case .broken: add("PDF-SIGNATURE-BROKEN", isWithLabel ? .error : .warning, explanation)
    case .loose: add("PDF-SIGNATURE-FORM", isWithLabel ? .error : .note, explanation)
    case .empty: add("PDF-SIGNATURE-EMPTY", isWithLabel ? .error : .warning, explanation)
    case .unchecked: add("PDF-SIGNATURE-UNCHECKED", isWithLabel ? .warning : .note, explanation)
    }
    guard status == .intact || status == .loose else { return findings }
    if coverage != .file {
      add(
        "PDF-SIGNATURE-PARTIAL", .note,
        coverage == .revision
          ? "it covers the file as it was at \(coveredEnd) bytes"
          : "it covers parts of the file only")
    }
    if isLabelSigner == false, let signer {
      add("PDF-SIGNATURE-OTHER-SIGNER", .note, "its signer is not the label's: \(signer.name)")
    }
    return findings
  }

  private var name: String {
    field.isEmpty ? "the PDF signature" : "the PDF signature in the field \(field)"
  }
}
