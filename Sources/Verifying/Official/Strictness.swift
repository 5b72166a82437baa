import BroadsealDocuments
import BroadsealProvenance

/// What of a file and its store is not as the strict profile wants it; part of condition 1.
enum Strictness {
  static func reasons(for asset: AssetValidation, state: C2PAResult.State?) -> [Reason] {
    var reasons: [Reason] = []
    if state != .valid, state != .trusted {
      reasons.append(
        Reason(code: "OFF-1-INVALID", explanation: "the manifest is not valid by the standard"))
    }
    if !asset.binding.isExact {
      reasons.append(
        Reason(
          code: "OFF-1-EXCLUSIONS",
          explanation: "more bytes than the manifest store are left out of the hash"))
    }
    if !asset.binding.deviations.isEmpty {
      reasons.append(
        Reason(
          code: "OFF-1-BINDING-FORM",
          explanation: "the content is bound in another form than the standard's for this format"))
    }
    if let signature = asset.faultyPDFSignature { reasons.append(reason(of: signature)) }
    if !asset.document.extensionAgrees {
      reasons.append(
        Reason(
          code: "OFF-1-FILE-TYPE",
          explanation: "name and content do not agree on the type of the file"))
    }
    // A label beside the file binds all its bytes, however its structure is read.
    if !(asset.found.located?.doubts ?? []).isEmpty {
      reasons.append(
        Reason(
          code: "OFF-1-FILE-STRUCTURE",
          explanation: "the file's structure can be read in more than one way"))
    }
    if let fault = LayoutCheck.fault(of: asset.store, lineage: asset.validation.lineage) {
      reasons.append(Reason(code: "OFF-1-LAYOUT", explanation: fault))
    }
    return reasons
  }

  /// Why a PDF signature that was made with the label stands in the way.
  static func reason(of signature: PDFSignatureResult) -> Reason {
    Reason(
      code: "OFF-1-PDF-SIGNATURE",
      explanation: "the PDF signature that was made with the label: \(signature.explanation)")
  }
}
