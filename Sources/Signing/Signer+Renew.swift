import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL

extension Signer {
  /// Renews the PDF signatures of a labelled document: one update brings answers about revocation of today,
  /// a time stamp of the document (PAdES B-LTA) and a new manifest that repeats the label, byte for byte.
  ///
  /// The manifest's signature is made first and its claim leaves out the room of the time stamp, which then
  /// covers everything else.
  ///
  /// - Throws: `SigningError`; then nothing was written.
  package func renew(_ request: StampingRequest) throws(SigningError) -> SigningResult {
    guard let longTerm else { throw SealedDocument.unanswered }
    let time = environment.now()
    try credential.requireValidity(at: time)
    let document = try open(request.input)
    let sealed = try SealedDocument(document, at: request.input)
    guard
      let parent = try CredentialSource(inspection).credentials(of: document, at: request.input)
    else {
      throw SigningError(
        .request, "it carries no label that could be repeated", path: request.input.display,
        hint: "--renew plain renews the PDF signature alone")
    }
    guard !parent.validation.isOfEarlierRevision else {
      throw SigningError(
        refused: SigningCode.stampUnsound, "its label speaks for an earlier revision alone",
        path: request.input.display,
        hint: "--renew plain renews its PDF signatures again; sign --sidecar labels the result")
    }
    try SealedDocument.requireSound(parent.validation, path: request.input)
    let label = try StampedLabel(parent, by: request.agency, path: request.input.display)
    let place = try StampPlace(document, at: request.input)
    guard !place.isDetached else {
      throw SigningError(
        .request, "its label is beside it, and would not be in the same update",
        path: request.input.display,
        hint: "--renew plain renews the PDF signature; sign --sidecar then labels the result")
    }
    let stamper = TimeStamper(timeStamping, environment: environment)
    let draft = try label.draft(
      nil, isUpdate: false, generator: generator, at: time, environment)
    var job = SigningJob(
      credential: credential, inspection: inspection, buffers: buffers,
      request: request.carried(isDetached: false), document: document, draft: draft,
      claimSigner: ClaimSigner(credential, stamper), pades: nil)
    job.longTerm = try LongTermJob(
      longTerm, about: sealed.subjects, beside: sealed.held, stamper, at: time)
    job.documentStamper = DocumentStamper(stamper: stamper, level: sealed.level)
    return try run(job, place.form, stamper)
  }
}
