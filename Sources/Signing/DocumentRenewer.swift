import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL

/// Renews PDF signatures without any signing key: one update brings answers about revocation of today and a
/// time stamp of the document (PAdES B-LTA).
///
/// A label in the document speaks for the earlier revision then: readers of C2PA call the file changed, and
/// whoever has the label's key renews with `Signer.renew` instead, or labels the result beside it.
package struct DocumentRenewer: Sendable {
  private let timeStamping: TimeStamping
  private let inspection: Inspection
  private let environment: Environment
  private let longTerm: LongTermProofs
  private let buffers = BufferPool()

  /// A renewer with stamps from `timeStamping` and answers from `source`, whose outputs `inspection` reads
  /// back.
  package init(
    timeStamping: TimeStamping, source: RevocationSource, inspection: Inspection,
    environment: Environment
  ) {
    self.timeStamping = timeStamping
    self.inspection = inspection
    self.environment = environment
    longTerm = LongTermProofs(source)
  }

  /// Throws unless the document at `path` has PDF signatures that can be renewed.
  package static func requireSealed(_ path: FilePath) throws(SigningError) {
    let document: Document
    do throws(DocumentError) { document = try Document.open(path) } catch {
      throw .document(error, path: path)
    }
    _ = try SealedDocument(document, at: path)
  }

  /// Whether the document at `path` is no PDF, or one without any PDF signature; one that cannot be read is not known
  /// to be either.
  package static func isUnsealed(_ path: FilePath) -> Bool {
    guard let document = try? Document.open(path) else { return false }
    guard document.format == .pdf else { return true }
    let signatures = try? document.carrier?.signatures()
    return signatures?.allSatisfy { ($0.value ?? []).isEmpty } ?? false
  }

  /// Renews one document.
  ///
  /// - Throws: `SigningError`; then nothing was written.
  package func renew(_ request: StampingRequest) throws(SigningError) -> RenewalResult {
    let document: Document
    do throws(DocumentError) { document = try Document.open(request.input) } catch {
      throw .document(error, path: request.input)
    }
    let sealed = try SealedDocument(document, at: request.input)
    let isLabelled = document.activeManifest(at: request.input) != nil
    if let found = inspection.existing(request.input, nil) {
      try SealedDocument.requireSound(found, path: request.input)
    }
    let stamper = TimeStamper(timeStamping, environment: environment)
    let time = environment.now()
    var job = try LongTermJob(
      longTerm, about: sealed.subjects, beside: sealed.held, stamper, at: time)
    var size = stamper.reservedSize
    for _ in 0..<LongTermJob.maximumAuthorities {
      var notes: [Note] = isLabelled ? [Note(SigningCode.renewedPlain)] : []
      var output = try start(request, document)
      let carrier: PDFCarrier
      let update: (pieces: [Piece], room: ByteRange)
      do throws(DocumentError) {
        carrier = try sealed.carrier.signing(size: size, at: time, as: .timeStamp, with: job.data)
        update = try carrier.additions()
      } catch { throw .document(error, path: request.input) }
      let digest = try write(update, of: document.source, to: &output)
      switch try DocumentStamper(stamper: stamper, level: sealed.level)
        .stamp(digest, size: size, notes: &notes)
      {
      case .needsRoom(let needed):
        guard needed <= TimeStamper.largestSize else {
          throw SigningError(.timeStamp, "the time-stamp authority's answer is too large")
        }
        size = needed + TimeStamper.slack
      case .stamped(let stamp):
        if let stranger = job.stranger(in: stamp.token) {
          try job.add(authority: stranger)
          continue
        }
        try fill(&output, carrier, update.room, stamp.token.der, request.input)
        try finish(&output, document, request)
        return RenewalResult(
          input: request.input, output: output.target, mediaType: document.mediaType,
          stamp: SigningResult.Stamp(time: stamp.token.generated, authority: stamp.authority),
          pdfSignature: PDFSignature(level: sealed.level, field: carrier.room?.field ?? ""),
          notes: notes)
      }
    }
    throw LongTermJob.changingAuthority
  }

  private func start(
    _ request: StampingRequest, _ document: Document
  ) throws(SigningError) -> AtomicOutput {
    let path = OutputPath.document(for: request.carried(isDetached: false))
    try path.requireOther(than: document.source, request.input)
    try DocumentRenewer.requireNoLabel(beside: path.path)
    guard !path.replacesInput || document.source.claim() else {
      throw SigningError(
        .changed, "another run is about to replace the document", path: request.input.display,
        hint: "wait for it, and renew again if its result is not the one you want")
    }
    return try AtomicOutput.begin(
      path.path, overwrites: request.overwrites || path.replacesInput, like: request.input)
  }

  /// Refuses a result beside which a label of its own file would stand: it holds for the bytes of before, and
  /// the pair would be called altered.
  private static func requireNoLabel(beside output: FilePath) throws(SigningError) {
    let label = Sidecar.path(for: output)
    guard FileNode(label) != nil else { return }
    throw SigningError(
      .request, "the label in this file would not hold for the renewed document",
      path: label.display,
      hint: "renew into another folder with --output-dir; sign --sidecar labels the result there")
  }

  private func write(
    _ update: (pieces: [Piece], room: ByteRange), of source: ByteSource,
    to output: inout AtomicOutput
  ) throws(SigningError) -> Digest {
    let target = output.target.display
    return try buffers.withBuffer { buffer throws(SigningError) in
      do throws(SourceError) {
        try PieceWriter.write(update.pieces, of: source, to: &output, through: &buffer)
      } catch { throw error.path == target ? .writing(error) : .reading(error) }
      return try HashedOutput.digest(
        of: output.temporary, excluding: [update.room], DocumentStamper.algorithm,
        through: &buffer)
    }
  }

  private func fill(
    _ output: inout AtomicOutput, _ carrier: PDFCarrier, _ room: ByteRange, _ token: [UInt8],
    _ path: FilePath
  ) throws(SigningError) {
    let fill: Fill
    do throws(DocumentError) { fill = try carrier.signatureFill(token, at: room) } catch {
      throw .document(error, path: path)
    }
    do throws(SourceError) { try output.write(fill.bytes, at: fill.range.start) } catch {
      throw .writing(error)
    }
  }

  /// Reads the output back and gives it its name.
  private func finish(
    _ output: inout AtomicOutput, _ document: Document, _ request: StampingRequest
  ) throws(SigningError) {
    do throws(SourceError) { try document.source.checkUnchanged() } catch {
      throw .reading(error)
    }
    do throws(Inspection.Failure) { try inspection.renewed(output.temporary) } catch {
      throw SigningError(
        .readBack, "the renewed document does not verify: \(error.reason)",
        path: output.target.display)
    }
    if case .inPlace = request.destination {
      do throws(SourceError) { try document.source.checkStill(at: request.input) } catch {
        throw .reading(error)
      }
    }
    do throws(SourceError) { try output.commit() } catch { throw .writing(error) }
  }
}
