import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL

/// A PDF signature in the same update as the label (C2PA 2.5 §A.4.2.2): the claim is signed first and
/// leaves out the room of the PDF signature, which then covers everything else, the label too.
extension SigningJob {
  /// What became of the PDF signature.
  enum Cosigned {
    /// It is in its room.
    case done(PDFSignature)
    /// The authority's token is larger than what was reserved for it.
    case needsRoom(forToken: Int)
    /// The authority is none of those about which the signature brings something.
    case otherAuthority([Certificate])
  }

  /// The carrier that keeps room for a PDF signature, where one was asked for; a PDF says when its store
  /// was written in any case.
  func joint(_ carrier: any Carrier, tokenSize: Int) throws(SigningError) -> any Carrier {
    if documentStamper != nil {
      guard let pdf = carrier as? PDFCarrier else { throw notPDF }
      do throws(DocumentError) {
        return try pdf.signing(
          size: tokenSize, at: draft.time, as: .timeStamp,
          with: longTerm?.data ?? ValidationData())
      } catch { throw .document(error, path: request.input) }
    }
    guard request.pades else {
      return (carrier as? PDFCarrier)?.dated(draft.time) ?? carrier
    }
    guard let pdf = carrier as? PDFCarrier, let pades else { throw notPDF }
    let size = try pades.reservedSize(tokenSize: tokenSize)
    do throws(DocumentError) {
      return try pdf.signing(
        size: size, at: draft.time, with: longTerm?.data ?? ValidationData())
    } catch { throw .document(error, path: request.input) }
  }

  /// Signs the output as it stands, and puts the signature into its room.
  ///
  /// The output is read again for that: the label, which is part of what is signed, was not there
  /// when it was written.
  func cosign(
    _ output: inout AtomicOutput, _ placement: Placement, by carrier: any Carrier,
    notes: inout [Note]
  ) throws(SigningError) -> Cosigned? {
    if let documentStamper {
      return try stamp(&output, placement, by: carrier, documentStamper, notes: &notes)
    }
    guard request.pades else { return nil }
    guard let carrier = carrier as? PDFCarrier, let room = carrier.room, let pades else {
      throw notPDF
    }
    let digest = try buffers.withBuffer { buffer throws(SigningError) in
      try HashedOutput.digest(
        of: output.temporary, excluding: placement.dependents, pades.digestAlgorithm,
        through: &buffer)
    }
    switch try pades.sign(digest, size: room.size, notes: &notes) {
    case .needsRoom(let size): return .needsRoom(forToken: size)
    case .signed(let message, let stamp):
      if let stamp, let stranger = longTerm?.stranger(in: stamp.token) {
        return .otherAuthority(stranger)
      }
      try fill(&output, placement, by: carrier, message)
      let level = stamp == nil ? "B-B" : longTerm == nil ? "B-T" : "B-LT"
      return .done(PDFSignature(level: level, field: room.field))
    }
  }

  /// Stamps the output as it stands, the label in it too.
  private func stamp(
    _ output: inout AtomicOutput, _ placement: Placement, by carrier: any Carrier,
    _ stamper: DocumentStamper, notes: inout [Note]
  ) throws(SigningError) -> Cosigned {
    guard let carrier = carrier as? PDFCarrier, let room = carrier.room else { throw notPDF }
    let digest = try buffers.withBuffer { buffer throws(SigningError) in
      try HashedOutput.digest(
        of: output.temporary, excluding: placement.dependents, DocumentStamper.algorithm,
        through: &buffer)
    }
    switch try stamper.stamp(digest, size: room.size, notes: &notes) {
    case .needsRoom(let size): return .needsRoom(forToken: size)
    case .stamped(let stamp):
      if let stranger = longTerm?.stranger(in: stamp.token) { return .otherAuthority(stranger) }
      try fill(&output, placement, by: carrier, stamp.token.der)
      return .done(PDFSignature(level: stamper.level, field: room.field))
    }
  }

  private func fill(
    _ output: inout AtomicOutput, _ placement: Placement, by carrier: PDFCarrier,
    _ message: [UInt8]
  ) throws(SigningError) {
    let fill: Fill
    do throws(DocumentError) {
      fill = try carrier.signatureFill(message, for: placement)
    } catch { throw .document(error, path: request.input) }
    do throws(SourceError) {
      try output.write(fill.bytes, at: fill.range.start)
    } catch { throw .writing(error) }
  }

  private var notPDF: SigningError {
    .refused(FormDecision.notPDF(document.mediaType), path: request.input)
  }
}
