import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

extension VerifierSession {
  /// The verdict by a label that stands beside the document, where the one in it speaks for an earlier
  /// revision that is intact, and only proofs about signatures came after it.
  ///
  /// Such a document was renewed by somebody without the label's key, and whoever has it could label the
  /// result only beside it. The separate label serves if it holds for every byte; else nil: the label in
  /// the document speaks. Over a label that was altered no separate one is ever taken.
  ///
  /// - Parameter sidecar: the bytes of a store that was handed over with the document.
  func newer(
    besides verdict: Verdict, of document: Document, given sidecar: [UInt8]?
  ) throws(DocumentError) -> ProvedVerdict? {
    guard verdict.integrity == .intactRevision,
      let store = sidecar ?? beside(document)
    else { return nil }
    let proved = try judge(
      document, .detached(store), hasSidecar: true,
      remote: Finding(.note, Note(PlaceCode.sidecarNewer)))
    let found = proved.verdict
    guard found.integrity == .intact, found.isJudgedToTheEnd, !found.hasFailedLabel,
      !found.isBoundInPart
    else { return nil }
    return proved
  }

  private func beside(_ document: Document) -> [UInt8]? {
    guard verifier.options.looksForSidecar, document.source.isFile, let path = document.path else {
      return nil
    }
    return try? Sidecar.find(for: path)
  }
}
