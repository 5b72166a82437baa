import BroadsealBytes
import BroadsealFiles
import BroadsealSigning

/// Signs documents of a watched folder, and says whose fault it is where that fails.
struct WatchedSigner: Sendable {
  /// Whose fault it is that a document was not signed.
  enum Blame {
    /// The document's: it is moved aside.
    case document
    /// Not known: it is tried some times.
    case unclear
    /// Not the document's: it waits.
    case nobody
    /// It was not complete, and is looked at anew.
    case haste
  }

  /// Why a document was not signed.
  struct Fault: Error {
    let failure: Failure
    let blame: Blame
    /// What came of the document where its evidence alone is not kept.
    var outcome: SignatureReport.Outcome?
  }

  let signer: DocumentSigner
  /// Keeps the evidence of each signature; nil when none is wanted.
  let keeper: EvidenceKeeper?
  let destinations: DestinationOptions
  /// Whether doing without a time stamp is no way out.
  let needsStamp: Bool
  /// Files that the run reads itself.
  let sources: [FilePath]

  /// Signs `document`, whose result may take the place of no other document and of nothing that the run reads.
  func sign(
    _ document: InputDocument, among nodes: Set<FileNode>
  ) -> Result<SignatureReport.Outcome, Fault> {
    do throws(Failure) {
      try destinations.spare(sources, signing: [document])
      try destinations.spare(nodes, signing: [document])
    } catch { return .failure(Fault(failure: error, blame: .document)) }
    let outcome: SignatureReport.Outcome
    do throws(SigningError) {
      outcome = try signer.sign(document)
    } catch {
      return .failure(
        Fault(
          failure: Failure(
            signing: error, document: document.path, needsStamp: needsStamp),
          blame: WatchedSigner.blame(for: error, document.path)))
    }
    do throws(Failure) {
      try keeper?.keep(outcome)
    } catch { return .failure(Fault(failure: error, blame: .unclear, outcome: outcome)) }
    return .success(outcome)
  }

  private static func blame(for error: SigningError, _ path: FilePath) -> Blame {
    switch error.kind {
    case .changed: .haste
    case .malformed, .refused, .request, .exists: .document
    case .unreadable: HotFile(path) == nil ? .haste : .unclear
    case .readBack: .unclear
    default: .nobody
    }
  }
}
