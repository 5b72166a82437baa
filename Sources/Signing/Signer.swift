import BroadsealBinding
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL

/// Signs documents with one credential.
///
/// One signer serves a whole run and many threads: each call reads its document once and writes
/// it once, in flat memory, and a call that fails leaves nothing behind.
public struct Signer: Sendable {
  let credential: Credential
  let timeStamping: TimeStamping
  let generator: ClaimGenerator
  let identity: OrganisationIdentity?
  let inspection: Inspection
  let environment: Environment
  /// Where PDF signatures get what they bring along; nil: they bring nothing.
  var longTerm: LongTermProofs?
  let buffers = BufferPool()

  /// A signer that signs with `credential`.
  ///
  /// - Parameters:
  ///   - credential: the key and the certificates that sign every claim.
  ///   - timeStamping: where trusted time comes from.
  ///   - generator: the product that the claims name.
  ///   - identity: who stands behind the documents beside it; nil: nobody says so.
  ///   - inspection: validates existing credentials and reads every output back.
  ///   - environment: the time and randomness.
  /// - Throws: `SigningError` of kind `certificate` when a certificate is out of date.
  public init(
    credential: Credential, timeStamping: TimeStamping, generator: ClaimGenerator = .broadseal,
    identity: OrganisationIdentity? = nil, inspection: Inspection, environment: Environment
  ) throws(SigningError) {
    try credential.requireValidity(at: environment.now())
    self.credential = credential
    self.timeStamping = timeStamping
    self.generator = generator
    self.identity = identity
    self.inspection = inspection
    self.environment = environment
  }

  /// Signs one document.
  ///
  /// The walk: read the document's structure, and the credentials it has; draft the manifest; settle
  /// the size of the store; copy and hash in one pass; sign the claim; stamp the signature; put the
  /// store into its room; read the output back; give it its name.
  ///
  /// - Throws: `SigningError`; then nothing was written. One exception is said in the error: a new copy of
  ///   the document took the place of an older one, and then its label could not be given its name.
  public func sign(_ request: SigningRequest) throws(SigningError) -> SigningResult {
    let time = environment.now()
    try credential.requireValidity(at: time)
    try request.check()
    let document = try open(request)
    var request = request
    let segments = try self.segments(of: request, document)
    if !segments.isEmpty { request.form = .embedded }
    let isOfOtherType = request.pades && request.takesOtherTypes && document.format != .pdf
    if isOfOtherType { request.pades = false }
    try requireApproved(document, request.approvedSHA256, at: request.input, "document")
    try requireContent(document, request)
    if inspection.refusesMisnamed, request.label.official != nil {
      try requireAgreeingName(document, at: request.input)
      if case .file(let output) = request.destination, !Sidecar.isSidecar(output) {
        try requireAgreeingName(document, at: output)
      }
    }
    if request.isStrictAboutContent { try ContentCheck.run(document, request) }
    let signatures = SealedDocument.signatures(of: document)
    let lost = try LostLabel.validation(of: document)
    var form = try FormDecision(
      request, document,
      keeping: SealedDocument.refusal(
        keeping: signatures, besides: credential.certificates[0].publicKey),
      over: lost != nil)
    let parent = try keptCredentials(
      request, document, form, lost, inspection.ofFilm(segments))
    let draft = try ManifestDraft(
      request, parent: parent, lost: parent == nil ? lost : nil, mediaType: document.mediaType,
      format: document.statedType(as: request.outputName), generator: generator, identity: identity,
      at: time, environment)
    let stamper = TimeStamper(timeStamping, environment: environment)
    let pades = request.pades ? try PAdESSigner(credential, stamper) : nil
    var job = SigningJob(
      credential: credential, inspection: inspection, buffers: buffers, request: request,
      document: document, draft: draft,
      claimSigner: ClaimSigner(credential, stamper), pades: pades,
      longTerm: request.pades ? try proofs(stamper, at: time) : nil)
    if let minimum = request.piecewiseMinimum, case .embed(let found) = form,
      let carrier = found as? BMFFCarrier
    {
      form = .embed(carrier.piecewise(from: minimum))
    }
    if !segments.isEmpty {
      guard case .embed(let found) = form, let carrier = found as? BMFFCarrier else {
        throw SigningError(.internal, "the first file of a film carries no label")
      }
      let film = try SegmentOutputs(
        segments, of: carrier, request, ManifestDraft.algorithm, buffers)
      form = .embed(carrier.speaking(for: film.row))
      job.film = film
    }
    job.standsBesideLabel = parent?.validation.isOfEarlierRevision ?? false
    var result = try run(job, form, stamper)
    if let claim = parent?.validation.unvouched {
      result.notes.append(
        Note(
          SigningCode.parentUnvouched,
          "it carries a label by “\(claim.signer)”, who is on no list and claims that it is official of "
            + "“\(claim.agency)”; the new label keeps that as its parent"))
    }
    if let place = result.notes.firstIndex(where: { $0.code == BMFFCode.opening.code }) {
      result.notes[place] = Note(
        BMFFCode.opening,
        "the film goes on in other files, of which this label says nothing; --segments labels them too"
      )
    }
    if isOfOtherType { result.notes.append(FormDecision.notPDF(document.mediaType).note) }
    if result.form == .embedded, let seal = SealedDocument.note(on: signatures) {
      result.notes.append(seal)
    }
    if result.form == .embedded, let elsewhere = try? document.references(), !elsewhere.isEmpty {
      result.notes.append(Note(SigningCode.labelElsewhere))
    }
    return result
  }

  /// The segments of the film that begins with `document`; none for other documents.
  private func segments(
    of request: SigningRequest, _ document: Document
  ) throws(SigningError) -> SegmentList {
    guard !request.segments.isEmpty else { return .none }
    let path = request.input.display
    guard document.carrier is BMFFCarrier else {
      throw SigningError(
        refused: BMFFCode.segmentForm, "it is not the first file of a film in several files",
        path: path, hint: "name the file that holds the description of the film first")
    }
    guard request.approvedSHA256 == nil else {
      throw SigningError(.request, "a plan does not speak of segments in other files", path: path)
    }
    let segments = SegmentList(named: request.segments)
    guard segments.isOrdered, segments.paths.count <= SegmentTreeMaker.maximumCount else {
      throw SigningError(
        refused: BMFFCode.segmentForm,
        "the names of the segments do not say in which order they are played", path: path,
        hint: "give them names that are alike but for numbers")
    }
    return segments
  }

  func run(
    _ job: SigningJob, _ form: FormDecision, _ stamper: TimeStamper
  ) throws(SigningError) -> SigningResult {
    var job = job
    var tokenSize = stamper.reservedSize
    var hasGrown = false
    for _ in 0..<LongTermJob.maximumAuthorities {
      switch try job.run(form, tokenSize: tokenSize) {
      case .done(let result): return result
      case .needsRoom(let size):
        // Authorities answer in much the same size: once the room is right, it stays right.
        guard !hasGrown, size <= TimeStamper.largestSize else {
          throw SigningError(.timeStamp, "the time-stamp authority's answer is too large")
        }
        (tokenSize, hasGrown) = (size + TimeStamper.slack, true)
      case .otherAuthority(let chain):
        try job.longTerm?.add(authority: chain)
      }
    }
    throw LongTermJob.changingAuthority
  }

  /// A file of no bytes is what a download or a save that failed leaves behind: it is labelled only where somebody asks
  /// for a label beside it.
  private func requireContent(
    _ document: Document, _ request: SigningRequest
  ) throws(SigningError) {
    guard document.source.size == 0, request.form != .sidecar else { return }
    let isMisnamed = !((try? document.typeNotes(at: request.input)) ?? []).isEmpty
    throw SigningError(
      .malformed, "the file is empty", path: request.input.display,
      hint: isMisnamed || request.pades
        ? "get it again: it has no bytes"
        : "get it again: it has no bytes; \(SigningError.WayOut(from: request).sidecar) labels it as it is"
    )
  }

  /// A document whose name, or the name of the result, says another type than its content is never
  /// shown as official.
  private func requireAgreeingName(
    _ document: Document, at path: FilePath
  ) throws(SigningError) {
    var found: (note: Note, agreeing: String?, excess: Int?)?
    do throws(SourceError) {
      if let note = try document.typeNotes(at: path).first {
        found = (
          note, try document.agreeingExtension(), try document.excessBeforeHeader(at: path)
        )
      }
    } catch { throw .reading(error) }
    guard let found else { return }
    throw SigningError(
      refused: found.note.code, "it could not be shown as official: \(found.note.explanation)",
      path: path.display,
      hint: found.agreeing.map { "name it .\($0), as its content is" }
        ?? found.excess.map {
          "take off what stands before it, with tail -c +\($0 + 1) for example, and sign the rest"
        })
  }

  /// The very file that was approved: what is read later is the same open file, unchanged.
  private func requireApproved(
    _ document: Document, _ approved: [UInt8]?, at path: FilePath, _ what: String
  ) throws(SigningError) {
    guard let approved else { return }
    let found = try buffers.withBuffer { buffer throws(SigningError) in
      try HashedOutput.hash(document.source, through: &buffer, .sha256)
    }
    guard found.bytes == approved else {
      throw SigningError(
        .changed, "the \(what) is not the one that was approved", path: path.display,
        hint: "make a new plan and have it approved")
    }
  }

  /// The document of a request: the very file that was chosen, where somebody looked.
  func open(_ request: SigningRequest) throws(SigningError) -> Document {
    let document = try open(request.input)
    guard request.state.map(document.source.isStill) ?? true else {
      throw .reading(SourceError(.changed, path: request.input.display))
    }
    return document
  }

  func open(_ path: FilePath) throws(SigningError) -> Document {
    do throws(DocumentError) {
      return try Document.open(path)
    } catch { throw .document(error, path: path) }
  }

  /// The credentials that become the parent: the document's own, else those of `--parent`.
  private func keptCredentials(
    _ request: SigningRequest, _ document: Document, _ form: FormDecision,
    _ lost: RecordedValidation?, _ inspection: Inspection
  ) throws(SigningError) -> ParentCredentials? {
    let source = CredentialSource(inspection)
    let isApproved = request.approvedSHA256 != nil
    let own = try source.credentials(
      of: document, at: request.input,
      approved: isApproved ? .only(request.approvedSidecarSHA256) : .any, mayLose: true)
    let found = own?.validation ?? lost ?? seals(of: document, at: request.input)
    try requireSound(found, request, at: request.input) {
      WayPast.hint(
        over: document, form, request, standsBesideLabel: found?.isOfEarlierRevision ?? false)
    }
    try requireAgreement(own, request, document)
    guard let path = request.parent else { return own }
    guard own == nil, lost == nil else {
      throw SigningError(
        .request, "the document has a label of its own, which is its parent",
        path: request.input.display, hint: "leave --parent out")
    }
    let file = try open(path)
    if isApproved {
      try requireApproved(file, request.approvedParentSHA256 ?? [], at: path, "parent")
    }
    guard
      let parent = try source.credentials(
        of: file, at: path,
        approved: isApproved ? .only(request.approvedParentSidecarSHA256) : .any)
    else {
      throw SigningError(
        .request, "the parent has no label to keep", path: path.display,
        hint: "leave --parent out, or name the copy of it that has its label")
    }
    do throws(SourceError) { try file.source.checkUnchanged() } catch { throw .reading(error) }
    try requireSound(parent.validation, request, at: path) { WayPast.accepting }
    try requireAgreement(parent, request, nil)
    return parent
  }

  /// What a verifier finds in the PDF signatures of a document without a label; nil where there are none.
  private func seals(of document: Document, at path: FilePath) -> RecordedValidation? {
    guard let carrier = document.carrier, let found = try? carrier.signatures(), !found.isEmpty
    else { return nil }
    return inspection.existing(path, nil)
  }

  /// Throws for a document that does not hold by its own word, unless that is accepted.
  ///
  /// - Parameter hint: what to do about it.
  private func requireSound(
    _ found: RecordedValidation?, _ request: SigningRequest, at path: FilePath,
    hint: () -> String?
  ) throws(SigningError) {
    let speaksForMore = found?.failure.contains { $0.explanation == SegmentList.isNeeded } ?? false
    guard !speaksForMore else {
      throw SigningError(
        refused: BMFFCode.segmentForm,
        "its label speaks for segments in other files, which would be without one",
        path: path.display, hint: "--segments names them")
    }
    guard let objection = found?.objection, !request.acceptsBrokenParent else { return }
    // Beside a document whose label speaks for an earlier revision, the new label speaks for all of it.
    if found?.isOfEarlierRevision == true, request.form == .sidecar { return }
    throw SigningError(
      refused: FileCode.parentBroken, objection, path: path.display, hint: hint())
  }
}
