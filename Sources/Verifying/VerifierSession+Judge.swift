import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

extension VerifierSession {
  /// Judges a document by the store that was found for it.
  ///
  /// - Parameters:
  ///   - hasSidecar: whether a store in a file of its own was handed over with it.
  ///   - remote: what is to be said about a store that the document names and does not hold.
  func judge(
    _ document: Document, _ found: FoundStore, hasSidecar: Bool, remote: Finding? = nil
  ) throws(DocumentError) -> ProvedVerdict {
    var draft = VerdictDraft(document)
    if let remote { draft.add(remote: remote) }
    let store: ManifestStore
    switch found {
    case .none:
      draft.integrity = .noLabel
      try draft.speak(try signatures(of: document))
      if document.format.isStore {
        draft.add(.warning, Note(PlaceCode.sidecarWithoutAsset))
      } else if !document.format.isRead {
        draft.add(
          document.format.isProvedByContent ? .warning : .note,
          Note(
            PlaceCode.formatNotRead,
            "this version does not look for labels inside it: \(document.typeName.english)"))
      }
      return try finish(draft, document)
    case .unusable(let note):
      draft.refuse(note, StandardFault.of(note.code))
      draft.add(try signatures(of: document))
      return try finish(draft, document)
    case .unsearched(let note, let holdsOther):
      draft.integrity = .noLabel
      draft.add(.warning, note)
      draft.add(
        .warning,
        Note(
          PlaceCode.searchIncomplete,
          "no label was found, and the file could not be searched completely: \(note.explanation)"))
      if holdsOther { draft.add(.note, Note(PlaceCode.labelInside)) }
      try draft.speak(try signatures(of: document))
      return try finish(draft, document)
    case .unread(let note):
      draft.integrity = .unreadable
      draft.add(.error, note)
      return try finish(draft, document)
    case .embedded, .detached:
      draft.isDetached = found.isDetached
      if hasSidecar, !found.isDetached {
        draft.add(.note, Note(PlaceCode.sidecarIgnored))
      }
      do throws(Malformed) {
        store = try ManifestStore(
          parsing: found.bytes, allowTrailingZeros: found.mayBePadded)
      } catch {
        // C2PA 2.5 §14.5.2.1: a store that can be had and not be interpreted.
        let code = StatusCode.manifestInaccessibleMalformed
        draft.refuse(
          Note(code, "the manifest store cannot be read: \(error.description)"), code)
        return try finish(draft, document)
      }
    }
    let lookup = ManifestLookup([store] + found.earlierStores)
    let validation = StoreValidation(store.active, lookup: lookup, context: verifier.context)
    let check = HardBindingCheck(
      document: document, found: found, store: store, validation: validation,
      digestsFile: verifier.options.digestsFile)
    let binding = try check.run(through: &buffer)
    draft.sha256 = binding.sha256
    let signatures = try seals(
      among: PDFSignatureCheck(
        document: document, located: found.located, label: validation.active.proof?.signature,
        leftOut: binding.leftOut, context: verifier.context
      ).run(through: &buffer), of: document)
    if draft.sha256 == nil, verifier.context.evidence.subject != nil {
      draft.sha256 = try digest(of: document)
    }
    let proofs = validation.active.proof.map { SigningProofs(of: $0, in: verifier.context) }
    let asset = AssetValidation(
      document: document, found: found, store: store, validation: validation, binding: binding,
      pdfSignatures: signatures)
    try draft.fill(with: asset, in: verifier.context, isStrict: verifier.options.isStrict)
    try addRevision(to: &draft, of: asset)
    return try finish(draft, document, proofs)
  }

  /// The signatures of a document whose label says nothing.
  private func signatures(of document: Document) throws(DocumentError) -> [PDFSignatureResult] {
    try seals(
      among: PDFSignatureCheck(
        document: document, located: nil, label: nil, leftOut: nil, context: verifier.context
      ).run(through: &buffer), of: document)
  }

  /// What each signature is as a seal.
  private func seals(
    among signatures: CheckedSignatures, of document: Document
  ) throws(DocumentError) -> [PDFSignatureResult] {
    let results = try SealJudgement(
      document: document, context: verifier.context, isStrict: verifier.options.isStrict
    ).results(of: signatures)
    guard results.contains(where: { $0.level == "B-T" }) else { return results }
    return try SignatureLevels(document: document, signatures: signatures).told(in: results)
  }

  private func finish(
    _ draft: VerdictDraft, _ document: Document, _ proofs: SigningProofs? = nil
  ) throws(DocumentError) -> ProvedVerdict {
    var draft = draft
    if verifier.options.looksForSidecar, let path = document.path {
      for (kind, place) in ForeignSignature.beside(path, &glance) {
        draft.add(
          .note,
          Note(
            PlaceCode.signatureBeside,
            "a signature of a kind that this version does not judge (\(kind.rawValue)): "
              + String(decoding: place.name, as: UTF8.self)))
      }
    }
    for note in verifier.notes {
      draft.add(.warning, Note(RemarkCode.listRecord, note.description))
    }
    if draft.sha256 == nil, verifier.options.digestsFile {
      draft.sha256 = try digest(of: document)
    }
    return ProvedVerdict(draft.verdict, proofs)
  }

  private func digest(of document: Document) throws(DocumentError) -> String? {
    do throws(HashingError) {
      return try FileHasher.fileDigest(of: document.source, through: &buffer).hex
    } catch {
      guard case .source(let fault) = error else { return nil }
      throw .source(fault)
    }
  }
}
