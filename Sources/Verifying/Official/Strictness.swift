import BroadsealDocuments
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance

/// Lists where a file and its store break the strict profile; part of condition 1.
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
    let (segments, deviations) = Strictness.sorted(asset.binding.deviations)
    if let segments { reasons.append(Note(OfficialCode.segments, segments.explanation)) }
    if !deviations.isEmpty {
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
        Note(OfficialCode.fileType, "the name says \(named), and \(signed) was signed"))
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

  /// What is said of segments in other files, and the rest.
  private static func sorted(_ deviations: [Note]) -> (segments: Note?, others: [Note]) {
    func isOfSegments(_ note: Note) -> Bool {
      let code = note.code.member(of: BMFFCode.self)
      return code == .segmentsMissing || code == .segmentOrder
    }
    return (deviations.first(where: isOfSegments), deviations.filter { !isOfSegments($0) })
  }

  /// Why a PDF signature that was made with the label stands in the way.
  static func reason(of signature: PDFSignatureResult) -> Note {
    Note(
      OfficialCode.pdfSignature,
      "the PDF signature that was made with the label: \(signature.explanation)")
  }
}

/// Whether a store holds nothing that no hash covers and no rule explains.
///
/// The headers and descriptions of a store, of its active manifest, and of that manifest's claim,
/// signature and assertion store are covered by no hash, and neither is a manifest that nothing
/// refers to. The standard skips what is unknown there; the strict profile does not.
enum LayoutCheck {
  /// Why the layout is not the strict profile's; nil when it is.
  static func fault(of store: ManifestStore, lineage: Lineage) -> String? {
    guard isPlain(store.superbox), store.superbox.boxes.isEmpty,
      store.superbox.superboxes.count == store.manifests.count
    else { return "the manifest store holds something that is no manifest" }
    guard store.ambiguousLabels.isEmpty else { return "two manifests bear the same label" }
    let known = Set(lineage.manifests.map(\.label))
    guard store.manifests.allSatisfy({ known.contains($0.label) }) else {
      return "the manifest store holds a manifest that nothing refers to"
    }
    guard
      store.manifests.allSatisfy({ manifest in
        isPlain(manifest.superbox) && kinds.contains(manifest.superbox.description.type)
      })
    else { return "a manifest has an unusual description" }
    return fault(of: store.active)
  }

  private static let kinds: Set<ContentUUID> = [.standardManifest, .updateManifest]

  private static func fault(of manifest: Manifest) -> String? {
    let box = manifest.superbox
    guard isPlain(box), box.boxes.isEmpty, box.superboxes.count == 3 else {
      return "the manifest holds more than a claim, its signature and its assertions"
    }
    for part in box.superboxes {
      guard isPlain(part) else { return "a part of the manifest has an unusual description" }
      let isStore = part.description.type == .assertionStore
      let isAlone = isStore ? part.boxes.isEmpty : part.contents.count == 1
      guard isAlone else { return "a part of the manifest holds something unexpected" }
    }
    return nil
  }

  /// A short header, and a description of a type and a label, requestable, and nothing more:
  /// `toggles` 3.
  private static func isPlain(_ box: Superbox) -> Bool {
    box.description.toggles == 0x03 && box.raw.count - box.payload.count == shortHeader
  }

  /// `LBox` and `TBox`, in bytes.
  private static let shortHeader = 8
}
