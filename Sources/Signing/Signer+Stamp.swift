import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL

extension Signer {
  /// Stamps a document that is signed already.
  ///
  /// The time stamp stands in a manifest of its own, after the one that it is for: in an update manifest
  /// where verifiers take one, else in a new standard manifest whose parent is the stamped one.
  ///
  /// - Throws: `SigningError`; then nothing was written.
  public func stamp(_ request: StampingRequest) throws(SigningError) -> SigningResult {
    let time = environment.now()
    try credential.requireValidity(at: time)
    let document = try open(request.input)
    var place = try StampPlace(document, at: request.input)
    // Where the content stays as it is and is not even copied, nobody looks at it either.
    var growsInPlace = place.isUpdate && SigningJob.mayGrow(document, request)
    var label = try self.label(in: document, request, looksAtContent: !growsInPlace)
    let stamper = TimeStamper(timeStamping, environment: environment)
    var notes: [Note] = []
    guard let stamp = try stamper.stamp(label.message, label.digest, notes: &notes) else {
      throw SigningError(.timeStamp, "no time stamp could be had", path: request.input.display)
    }
    let claimSigner = ClaimSigner(credential, stamper)
    var draft = try label.draft(
      stamp.token, isUpdate: place.isUpdate, generator: generator, at: time, environment)
    let wasUpdate = place.isUpdate
    place = try place.fitting(
      try draft.size(in: nil) + claimSigner.reservedSize(tokenSize: claimSigner.expectedTokenSize),
      in: document, at: request.input)
    if place.isUpdate != wasUpdate {
      if growsInPlace { label = try self.label(in: document, request, looksAtContent: true) }
      growsInPlace = false
      draft = try label.draft(
        stamp.token, isUpdate: place.isUpdate, generator: generator, at: time, environment)
    }
    var job = SigningJob(
      credential: credential, inspection: inspection, buffers: buffers,
      request: request.carried(isDetached: place.isDetached), document: document,
      draft: draft,
      claimSigner: claimSigner, pades: nil)
    job.growsInPlace = growsInPlace
    return try run(job, place.form, stamper)
  }

  /// The label to be stamped.
  private func label(
    in document: Document, _ request: StampingRequest, looksAtContent: Bool
  ) throws(SigningError) -> StampedLabel {
    let source = CredentialSource(looksAtContent ? inspection : inspection.ofLabel)
    guard let parent = try source.credentials(of: document, at: request.input) else {
      throw SigningError(
        .request, "it carries no label that could be stamped", path: request.input.display,
        hint: "sign labels it, with a time stamp")
    }
    return try StampedLabel(parent, by: request.agency, path: request.input.display)
  }
}

extension StampingRequest {
  /// The same in the terms of a signing job, which asks it for nothing but files.
  func carried(isDetached: Bool) -> SigningRequest {
    var request = SigningRequest(
      input: input, destination: destination, label: Label(ai: AIStatement(.none)))
    request.form = isDetached ? .sidecar : .embedded
    // What stands beside the document is replaced where the document itself would be.
    request.overwrites = overwrites || (isDetached && destination == .inPlace)
    return request
  }
}
