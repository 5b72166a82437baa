import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance

/// What of a file and its store is not as the strict profile wants it; part of condition 1.
enum Strictness {
  static func reasons(for asset: AssetValidation, state: C2PAResult.State?) -> [Note] {
    var reasons: [Note] = []
    if state != .valid, state != .trusted {
      reasons.append(
        Note(OfficialCode.invalid))
    }
    if !asset.binding.isExact {
      reasons.append(
        Note(OfficialCode.exclusions))
    }
    if !asset.binding.deviations.isEmpty {
      reasons.append(
        Note(OfficialCode.bindingForm))
    }
    if let signature = asset.faultyPDFSignature { reasons.append(reason(of: signature)) }
    if !asset.document.extensionAgrees {
      reasons.append(
        Note(OfficialCode.fileType))
    }
    switch TypeReading.outcome(of: asset) {
    case .agrees, .unsigned: break
    case .ambiguous:
      reasons.append(
        Note(OfficialCode.fileType, "the label states more than one type of the file"))
    case .differs(let named, let signed):
      reasons.append(
        Note(OfficialCode.fileType, "the name says \(named.rawValue), and \(signed) was signed"))
    }
    // A label beside the file binds all its bytes, however its structure is read.
    if !(asset.found.located?.doubts ?? []).isEmpty {
      reasons.append(
        Note(OfficialCode.fileStructure, "the file's structure can be read in more than one way"))
    }
    if let fault = LayoutCheck.fault(of: asset.store, lineage: asset.validation.lineage) {
      reasons.append(Note(OfficialCode.layout, fault))
    }
    return reasons
  }

  /// Why a PDF signature that was made with the label stands in the way.
  static func reason(of signature: PDFSignatureResult) -> Note {
    Note(
      OfficialCode.pdfSignature,
      "the PDF signature that was made with the label: \(signature.explanation)")
  }
}
