import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes

extension VerdictDraft {
  /// Notes the PDF signatures of a document that has no label, and lets one of them say who issued it.
  ///
  /// A signature that does not hold is a mismatch that was computed, whoever made it. That a file was
  /// changed after it was sealed is told of every signature, and makes it altered where a list knows the
  /// seal, whichever speaks: it is that issuer's document no more.
  mutating func speak(_ signatures: [PDFSignatureResult]) throws(DocumentError) {
    add(signatures)
    guard let speaker = signatures.first(where: { $0.seal?.speaks == true }),
      let seal = speaker.seal
    else { return }
    let isBroken =
      speaker.status == .broken
      || !seal.isOfficial && signatures.contains { $0.status == .broken && $0.seal != nil }
    if isBroken || signatures.changedSeal != nil { integrity = .altered }
    // What two readers could take differently names nobody.
    let isReadable = !seal.reasons.contains { $0.code.condition == 1 }
    guard !isBroken, isReadable, speaker.status == .intact || speaker.status == .loose else {
      take(Origin(speaker: .seal, status: .none, reasons: seal.reasons), ai: nil, time: nil)
      return
    }
    let isAltered = integrity == .altered
    take(
      Origin(
        speaker: .seal, status: seal.isOfficial ? .official : isAltered ? .none : .unrecognised,
        agency: seal.agency, jurisdiction: seal.jurisdiction, list: seal.list,
        signer: speaker.signer, reasons: seal.reasons),
      ai: AIUse(status: .notStated, hints: try hints()),
      time: VerdictTime(
        trusted: seal.time.trusted, authority: seal.time.authority, claimed: seal.time.claimed))
  }

  /// Says where a seal beside a label is another agency's. The label speaks all the same.
  mutating func noteSeals(_ signatures: [PDFSignatureResult], beside origin: Origin) {
    guard let own = origin.agency else { return }
    for signature in signatures where signature.status != .broken {
      guard let other = signature.seal?.agency, other.id != own.id else { continue }
      add(
        .warning,
        Note(
          PDFSignatureCode.disagrees, "the label names \(own.id), and the seal \(other.id)",
          at: signature.offset))
    }
  }

  private func hints() throws(DocumentError) -> [Note] {
    do throws(SourceError) {
      return try HintScan.hints(in: document, outside: nil)
    } catch { throw .source(error) }
  }
}
