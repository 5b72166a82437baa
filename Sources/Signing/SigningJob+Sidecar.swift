import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

/// The label in a file of its own.
extension SigningJob {
  /// Signs into a file of its own beside the document, or beside a copy of it.
  ///
  /// - Parameter reason: why the label is not in the document; nil where nobody wanted it there.
  func writeSidecar(
    _ signatureSize: Int, because reason: Note?
  ) throws(SigningError) -> Outcome {
    try requireNothingEmbedded(reason)
    var output = try start(OutputPath.sidecar(for: request))
    var copy = try startCopy()
    let hash = try buffers.withBuffer { buffer throws(SigningError) in
      try HashedOutput.hash(document.source, through: &buffer, ManifestDraft.algorithm)
    }
    let shown = (try? document.shown(.quick)) ?? []
    var notes = damage + document.notes + shown.filter { $0.code != reason?.code }
    let bound = try draft.bound(
      size: try draft.size(in: nil) + signatureSize, in: nil, digests: [hash])
    switch try claimSigner.sign(bound.claim, size: bound.signatureSize, notes: &notes) {
    case .needsRoom(let size): return .needsRoom(forToken: size)
    case .signed(let signature, let stamp):
      let store = try bound.store(signature: signature)
      do throws(SourceError) {
        unsafe try output.append(store.span.bytes)
      } catch { throw .writing(error) }
      let isOfficial = try readBack(
        output, document: copy?.temporary ?? request.input, sidecar: output.temporary, stamp)
      // The copy first: a run that is killed in between leaves the document without its label, which the
      // next run finds and labels.
      let place = copy?.target
      let isNew = place.map { FileNode($0) == nil } ?? false
      do throws(SourceError) { try copy?.commit() } catch { throw .writing(error) }
      do throws(SigningError) { try commit(&output) } catch {
        guard let place else { throw error }
        throw isNew ? DocumentCopy.withdraw(place, over: error) : DocumentCopy.remains(error)
      }
      return .done(
        result(
          .sidecar(because: reason), output.target, bound, store.count, stamp, notes,
          copy: place, isOfficial: isOfficial))
    }
  }

  /// What is wrong with the document that is labelled as it is: nobody who reads the label is told.
  private var damage: [Note] {
    var found = document.problem
    if found == nil, request.form == .sidecar, let carrier = document.carrier {
      // To find a store, a carrier need not look at all of the file; to make room for one it does.
      do throws(DocumentError) {
        _ = try carrier.reserve(FormDecision.trialSize, insisting: true)
      } catch { found = error }
    }
    guard case .malformed(let code, let fault)? = found else { return [] }
    // Of what breaks off, that is what there is to say; where, its place says.
    return [Note(code, code.words == .breaksOff ? nil : fault.reason, at: .byte(fault.offset))]
  }

  /// The copy of the document that goes beside its sidecar, written and without its name; nil where the
  /// document stands there already, as a run that was killed before it wrote the label leaves it, or nobody
  /// wants one.
  private func startCopy() throws(SigningError) -> AtomicOutput? {
    guard let path = OutputPath.copy(for: request),
      !DocumentCopy.isAt(path.path, document.source)
    else { return nil }
    var output = try start(path)
    try buffers.withBuffer { buffer throws(SigningError) in
      try DocumentCopy.write(document.source, to: &output, through: &buffer)
    }
    return output
  }

  /// A store inside the document would win over any sidecar.
  private func requireNothingEmbedded(_ reason: Note?) throws(SigningError) {
    guard !standsBesideLabel, let carrier = document.carrier else { return }
    let location: StoreLocation
    do throws(DocumentError) {
      location = try carrier.locate()
    } catch { throw .document(error, path: request.input) }
    guard case .none = location else {
      let why = reason.map { ", and a second one cannot be embedded: \($0.explanation)" } ?? ""
      let takesAnother =
        (try? carrier.reserve(FormDecision.trialSize, insisting: request.form == .embedded)) != nil
      throw SigningError(
        refused: SigningCode.embeddedStore,
        "the document carries a label, which one beside it cannot override\(why)",
        path: request.input.display,
        hint: takesAnother ? nil : WayPast.removal(from: document))
    }
  }
}
