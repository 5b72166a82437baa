import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

extension PDFCarrier {
  package func reserve(_ size: Int, insisting: Bool) throws(DocumentError) -> Placement {
    if let fault = document.fault { throw fault }
    guard size > 0, size <= StoreLimits.maximumSize else { throw .storeSize(size) }
    let policy = try PDFEmbeddingPolicy.of(document)
    if let refusal = policy.refusal, !insisting || refusal.remedy != .sidecarOrInsist {
      throw .refused(refusal)
    }
    if case .unusable(let note) = try PDFStoreSearch(document).run() {
      throw .refused(Refusal(note.adding("; remove it first"), remedy: .none))
    }
    let update = try PDFStoreUpdate.pieces(
      for: document, storeSize: size, policy: policy, signature: room, proofs: proofs, time: time)
    return try Placement.of(
      [try document.appending(update)], size: document.file.source.size, storeSize: size,
      notes: try notes())
  }

  /// Says what a signer of the document should expect: its signatures cover their own revision and
  /// hold, and readers show that another one follows (ISO 32000-2 §12.8.1).
  private func notes() throws(DocumentError) -> [Note] {
    var finder = PDFSignatureFinder(document)
    guard let last = try finder.run().max(by: { $0.offset < $1.offset }) else { return [] }
    return [
      Note(
        PDFCode.signed,
        at: last.offset)
    ]
  }
}
