import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL

/// One document on its way: the draft of its manifest is made, nothing is written yet.
struct SigningJob {
  /// What a run came to.
  enum Outcome {
    /// The output has its name.
    case done(SigningResult)
    /// Nothing was written: the time stamp was larger than its room.
    case needsRoom(forToken: Int)
    /// Nothing was written: the PDF signature was stamped by an authority about which it brings nothing;
    /// its certificates, its own first.
    case otherAuthority([Certificate])
  }

  let credential: Credential
  let inspection: Inspection
  let buffers: BufferPool
  let request: SigningRequest
  let document: Document
  let draft: ManifestDraft
  let claimSigner: ClaimSigner
  /// Makes the PDF signature; nil when none was asked for.
  let pades: PAdESSigner?
  /// What the PDF signature brings along; nil for nothing.
  var longTerm: LongTermJob?
  /// Stamps the document in the place of a PDF signature; nil where that was not asked for.
  var documentStamper: DocumentStamper?
  /// Whether the document has a label that speaks for an earlier revision, beside which another may stand.
  var standsBesideLabel = false
  /// The segments of a film in several files, written and without their names; nil for other documents.
  var film: SegmentOutputs?
  /// Whether the label grows in the room that it has in the document, and nothing else is written.
  var growsInPlace = false

  /// Signs in the form that was decided on, or in a sidecar when the carrier refuses.
  func run(_ form: FormDecision, tokenSize: Int) throws(SigningError) -> Outcome {
    let signatureSize = claimSigner.reservedSize(tokenSize: tokenSize)
    switch form {
    case .sidecar(let reason): return try writeSidecar(signatureSize, because: reason)
    case .embed(let plain):
      let carrier = try joint(plain, tokenSize: tokenSize)
      switch try settle(in: carrier, signatureSize: signatureSize, tokenSize: tokenSize) {
      case .success(let reservation): return try embed(reservation, by: carrier)
      case .failure(let error):
        guard case .refused(let refusal) = error, request.form == .automatic, !request.pades,
          let reason = FormDecision.fallback(from: refusal)
        else { throw refused(error, by: carrier) }
        return try writeSidecar(signatureSize, because: reason)
      }
    }
  }

  /// Why the carrier takes no label, and what would label the document instead: nothing beside it would count while
  /// it carries a label, which can be taken out first.
  private func refused(_ error: DocumentError, by carrier: any Carrier) -> SigningError {
    guard let location = try? carrier.locate(), case .none = location else {
      return SigningError.document(error, path: request.input)
        .hinting(WayPast.removal(from: document))
    }
    return .document(error, path: request.input, wayOut: SigningError.WayOut(from: request))
  }

  private func settle(
    in carrier: any Carrier, signatureSize: Int, tokenSize: Int
  ) throws(SigningError) -> Result<Reservation, DocumentError> {
    if carrier.isFitted {
      return try settle(fitting: carrier, tokenSize: tokenSize)
    }
    do throws(Reservation.Failure) {
      return .success(
        try Reservation.settle(
          in: carrier, insisting: request.form == .embedded
        ) { placement throws(SigningError) in try draft.size(in: placement) + signatureSize })
    } catch {
      switch error {
      case .draft(let cause): throw cause
      case .carrier(let cause): return .failure(cause)
      }
    }
  }

  private func embed(
    _ reservation: Reservation, by carrier: any Carrier
  ) throws(SigningError) -> Outcome {
    let placement = reservation.placement
    if growsInPlace, let grown = try grow(reservation, by: carrier) { return grown }
    var output = try start(OutputPath.document(for: request))
    let digests = try buffers.withBuffer { buffer throws(SigningError) in
      try HashedOutput.write(
        placement, of: document.source, to: &output, through: &buffer, ManifestDraft.algorithm)
    }
    var notes = document.notes + placement.notes
    if request.destination == .inPlace, AtomicOutput.nameCount(of: request.input) > 1 {
      notes.append(
        Note(SigningCode.hardLinks))
    }
    let bound = try draft.bound(size: reservation.size, in: placement, digests: digests)
    switch try sign(bound, in: placement, of: carrier, notes: &notes) {
    case .needsRoom(let size): return .needsRoom(forToken: size)
    case .signed(let store, let stamp):
      let fills = try fills(store, placement, by: carrier)
      do throws(SourceError) {
        for fill in fills { try output.write(fill.bytes, at: fill.range.start) }
      } catch { throw .writing(error) }
      var pdfSignature: PDFSignature?
      switch try cosign(&output, placement, by: carrier, notes: &notes) {
      case .needsRoom(let size): return .needsRoom(forToken: size)
      case .otherAuthority(let chain): return .otherAuthority(chain)
      case .done(let signature): pdfSignature = signature
      case nil: break
      }
      if request.isStrictAboutContent { try ContentCheck.run(written: output, request) }
      let isOfficial = try readBack(output, document: output.temporary, sidecar: nil, stamp)
      let segments = try commit(&output, behind: film)
      var result = result(
        .embedded, output.target, bound, store.count, stamp, notes, pdfSignature,
        isOfficial: isOfficial)
      result.segments = segments
      return .done(result)
    }
  }

  /// The signed store that goes into `placement`.
  func sign(
    _ bound: BoundManifest, in placement: Placement, of carrier: any Carrier,
    notes: inout [Note]
  ) throws(SigningError) -> ClaimSigner.Outcome {
    if carrier.isFitted {
      return try fit(bound, into: placement, of: carrier, notes: &notes)
    }
    let outcome = try claimSigner.sign(bound.claim, size: bound.signatureSize, notes: &notes)
    guard case .signed(let signature, let stamp) = outcome else { return outcome }
    return .signed(try bound.store(signature: signature), stamp)
  }

  func fills(
    _ store: [UInt8], _ placement: Placement, by carrier: any Carrier
  ) throws(SigningError) -> [Fill] {
    let fills: [Fill]
    do throws(DocumentError) {
      fills = try carrier.fills(store, for: placement)
    } catch { throw .document(error, path: request.input) }
    guard Set(fills.map(\.range)) == Set(placement.rooms) else {
      throw SigningError(.internal, "the framed store does not fill its room")
    }
    return fills
  }

  /// Begins the output; where it takes the place of the document, that is this run's alone from now on.
  func start(_ path: OutputPath) throws(SigningError) -> AtomicOutput {
    try path.requireOther(than: document.source, request.input)
    guard !path.replacesInput || document.source.claim() else {
      throw SigningError(
        .changed, "another run is about to replace the document", path: request.input.display,
        hint: "wait for it, and sign again if its result is not the one you want")
    }
    return try AtomicOutput.begin(
      path.path, overwrites: request.overwrites || path.replacesInput, like: request.input)
  }

  /// Reads the output back before it gets its name; says whether a list finds it official.
  func readBack(
    _ output: borrowing AtomicOutput, document path: FilePath, sidecar: FilePath?,
    _ stamp: TimeStamper.Stamped?
  ) throws(SigningError) -> Bool? {
    do throws(SourceError) {
      try document.source.checkUnchanged()
    } catch { throw .reading(error) }
    let isOfficial: Bool?
    do throws(Inspection.Failure) {
      isOfficial =
        if let film {
          try inspection.ofFilm(film.temporaries).fresh(path, nil)
        } else {
          try inspection.fresh(path, sidecar)
        }
    } catch {
      let by = stamp.map { $0.isRemote ? "; \($0.authority) stamped it" : "" } ?? ""
      throw SigningError(
        .readBack, "the fresh signature does not verify: \(error.reason)\(by)",
        path: output.target.display, hint: error.hint)
    }
    // Others read it by its name meanwhile: it was this one.
    if request.state != nil || request.destination == .inPlace && sidecar == nil {
      do throws(SourceError) {
        try document.source.checkStill(at: request.input)
      } catch { throw .reading(error) }
    }
    return isOfficial
  }

  /// Gives the segments of a film their names, and then the output; the paths of the segments.
  private func commit(
    _ output: inout AtomicOutput, behind film: SegmentOutputs?
  ) throws(SigningError) -> [FilePath] {
    let segments = try film?.commit() ?? (paths: [], new: [])
    do throws(SigningError) { try commit(&output) } catch {
      SegmentOutputs.withdraw(segments.new)
      throw error
    }
    return segments.paths
  }

  /// Gives the output its name.
  func commit(_ output: inout AtomicOutput) throws(SigningError) {
    do throws(SourceError) { try output.commit() } catch { throw .writing(error) }
  }

  /// Size from which a store is worth a word, in bytes: every signature copies all earlier ones.
  private static let notableSize = 1 << 20

  func result(
    _ form: SigningResult.Form, _ output: FilePath, _ bound: BoundManifest, _ storeSize: Int,
    _ stamp: TimeStamper.Stamped?, _ found: [Note], _ pdfSignature: PDFSignature? = nil,
    copy: FilePath? = nil, isOfficial: Bool?
  ) -> SigningResult {
    var notes = found
    if request.replacesOthers { notes.append(Note(SigningCode.labelReplaced)) }
    if request.isCorrection { notes.append(Note(SigningCode.labelCorrected)) }
    if let note = credential.personalNote { notes.append(note) }
    if storeSize >= SigningJob.notableSize {
      notes.append(
        Note(
          SigningCode.storeLarge,
          "the store has \(storeSize) bytes, because it keeps \(bound.kept.count) earlier manifests"
        ))
    }
    return SigningResult(
      input: request.input, output: output, copy: copy, form: form, manifest: draft.label,
      parent: draft.parent, storeSize: storeSize, mediaType: document.mediaType,
      stamp: stamp.map { SigningResult.Stamp(time: $0.token.generated, authority: $0.authority) },
      pdfSignature: pdfSignature, isOfficial: isOfficial, notes: notes)
  }
}
