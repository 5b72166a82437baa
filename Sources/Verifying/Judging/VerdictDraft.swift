import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealProvenance

/// A verdict in the making.
struct VerdictDraft {
  let document: Document
  var sha256: String?
  var isDetached = false
  var integrity = Integrity.noLabel
  var state: C2PAResult.State?
  private var origin: Origin?
  private var ai: AIUse?
  private var time: VerdictTime?
  private var statement: LabelStatement?
  private var c2pa: C2PAResult?
  private var pdfSignatures: [PDFSignatureResult] = []
  private var label: LaterRevisions?
  private var findings: [Finding]
  private var limits: [String] = []
  private var restsOnClock = true

  init(_ document: Document) {
    self.document = document
    findings = document.notes.map { Finding(.warning, $0) }
  }

  /// Says what became of a store that the document names and does not hold.
  mutating func add(remote: Finding) {
    // The finding names the place; the note of the head only says that there is one.
    findings.removeAll { $0.code == HTMLCode.link }
    findings.append(remote)
  }

  /// Notes that the label, or what holds it, cannot be used, and the standard's code for that.
  mutating func refuse(_ note: Note, _ code: StatusCode?) {
    integrity = .malformed
    state = .invalid
    add(.error, note)
    let failure = code.map { C2PAStatus(Status($0, at: nil, note.explanation)) }
    c2pa = C2PAResult(state: .invalid, failure: failure.map { [$0] } ?? [])
  }

  /// Adds a finding.
  mutating func add(_ severity: Finding.Severity, _ note: Note) {
    findings.append(Finding(severity, note))
  }

  /// Notes the PDF signatures that stand beside the label, or without one.
  mutating func add(_ signatures: [PDFSignatureResult]) {
    pdfSignatures = signatures
    findings += signatures.flatMap(\.findings)
  }

  /// Notes what came after the revision that was labelled.
  mutating func add(later: LaterRevisions) {
    label = later
    switch later.change {
    case .nothing: break
    case .evidence: add(.note, Note(RemarkCode.laterEvidence))
    case .label, .metadata, .signature, .visibleSignature, .formFill, .annotation, .changed,
      .notJudged:
      add(.warning, Note(RemarkCode.laterChange, later.reason))
    }
  }

  /// Takes what a seal says.
  mutating func take(_ origin: Origin, ai: AIUse?, time: VerdictTime?) {
    (self.origin, self.ai, self.time) = (origin, ai, time)
  }

  /// Takes over what was found out about the labelled revision alone, which is intact.
  mutating func take(revision: Verdict) {
    integrity = .intactRevision
    (origin, ai, time) = (revision.origin, revision.ai, revision.time)
    statement = revision.statement
    restsOnClock = revision.restsOnClock
  }

  /// Draws the axes from what was found out.
  mutating func fill(
    with asset: AssetValidation, in context: ValidationContext, isStrict: Bool
  ) throws(DocumentError) {
    let log = asset.log
    for shown in try asset.document.shown(.quick) { add(.warning, shown) }
    let failures = StateJudgement.counting(asset)
    state = StateJudgement.state(of: log, failures: failures)
    integrity = IntegrityJudgement.integrity(
      failures: failures, isSigned: asset.validation.active.proof != nil,
      isBound: asset.binding.isAssumed
        || asset.binding.log.entries.contains { $0.code.kind == .success })
    c2pa = result(of: asset, log: log)
    let isUndecided =
      asset.validation.active.proof?.signature.isUndecided(at: context.time) ?? false
    for failure in log.failures {
      let isDoubtful =
        failure.code.effect.leavesUnknown
        || isUndecided && failure.code == .claimSignatureOutsideValidity
      add(
        isDoubtful ? .warning : .error,
        Note(failure.code.code, failure.detail, at: failure.place.map(Note.Place.box)))
    }
    for doubt in asset.found.located?.doubts ?? [] {
      add(.warning, doubt)
    }
    for deviation in asset.binding.deviations {
      add(.warning, deviation)
    }
    addBrokenParents(of: asset)
    if integrity == .intact, !asset.binding.isExact {
      add(.warning, Note(RemarkCode.bindingPartial))
    }
    add(asset.pdfSignatures)
    // The label leaves out the room of that signature: nothing else speaks for those bytes.
    if integrity == .intact, asset.faultyPDFSignature?.status == .broken { integrity = .altered }
    limits += [asset.validation.lineage.limit, asset.binding.limit].compactMap(\.self)
    if asset.binding.limit != nil { integrity = .unreadable }
    guard let manifest = asset.validation.active.proof else {
      origin = Origin(
        status: .none,
        reasons: [Note(OfficialCode.unproved)])
      return
    }
    guard integrity == .intact else {
      origin = Origin(
        status: .none,
        reasons: [
          Note(OfficialCode.altered)
        ] + [asset.faultyPDFSignature.map(Strictness.reason)].compactMap(\.self))
      return
    }
    try fill(with: asset, manifest: manifest, log: log, in: context, isStrict: isStrict)
  }

  private mutating func fill(
    with asset: AssetValidation, manifest: ProvedManifest, log: StatusLog,
    in context: ValidationContext, isStrict: Bool
  ) throws(DocumentError) {
    let facts = OfficialCase(
      manifest: manifest, log: log, store: asset.validation,
      strictness: Strictness.reasons(for: asset, state: state),
      voice: Voice(signerOf: manifest, log: log),
      context: context, isStrict: isStrict,
      evidenceFits: evidenceFits(asset, context))
    let (origin, spoken) = OriginJudgement.origin(of: facts)
    self.origin = origin
    restsOnClock = facts.restsOnClock
    noteSeals(asset.pdfSignatures, beside: origin)
    do throws(SourceError) {
      ai = try AIAxis.read(manifest, in: asset.validation) { () throws(SourceError) in
        try HintScan.hints(in: asset.document, outside: asset.found.located?.extent)
      }
    } catch { throw .source(error) }
    statement = StatementReading.statement(of: manifest, in: asset.validation, context)
    let claimed = ClaimedTime.time(of: manifest)
    let stamp = spoken.stamp
    time = VerdictTime(
      trusted: stamp?.time, authority: stamp?.authority.subject, claimed: claimed)
    if let claimed, let stamp, claimed > stamp.time {
      add(.warning, Note(RemarkCode.timeClaimedLater))
    }
    noteStamps(of: asset.validation, active: manifest)
    if manifest.labelReading.isOfficial, case .unsigned = TypeReading.outcome(of: asset) {
      add(.note, Note(RemarkCode.fileTypeUnsigned))
    }
    if manifest.labelReading.isOfficial, asset.document.isTextOfUnknownName,
      case .agrees = TypeReading.outcome(of: asset)
    {
      add(.note, Note(RemarkCode.fileTypeUnknown))
    }
    if manifest.assertions.compactMap(\.actions).contains(where: { $0.allActionsIncluded != true })
    {
      add(.note, Note(RemarkCode.aiOtherEdits))
    }
  }

  /// Says that the document did not hold by its own word when it was signed over.
  private mutating func addBrokenParents(of asset: AssetValidation) {
    for ingredient in asset.validation.ingredients where ingredient.edge.ingredient.isParent {
      let broken = ingredient.recordedFailures.first { IntegrityJudgement.saysBroken($0) }
      guard let broken else { continue }
      let place = ingredient.edge.target.map { Place(manifest: $0.label).manifest }
      add(
        .warning,
        Note(
          FileCode.parentBroken.code,
          "an earlier label or PDF signature did not hold when it was signed over: \(broken.code)",
          at: place.map(Note.Place.box)))
    }
  }

  private func evidenceFits(_ asset: AssetValidation, _ context: ValidationContext) -> Bool {
    guard let subject = context.evidence.subject else { return true }
    return subject.sha256 == sha256 && subject.manifest.isExactly(asset.store.active.label)
  }

  /// Several stamps for one signature cannot all be its time; the earliest is told, and that there
  /// are others. A label that was stamped again is older than the stamp on the active manifest.
  private mutating func noteStamps(
    of store: StoreValidation, active: ProvedManifest
  ) {
    for label in store.lineage.manifests.map(\.label) {
      guard let stamps = store.validation(of: label)?.proof?.signature.stamps, stamps.count > 1,
        let earliest = stamps.map(\.time).min()
      else { continue }
      add(
        .note,
        Note(
          RemarkCode.timeSeveral,
          "a signature bears \(stamps.count) trusted time stamps; the earliest is of \(earliest)",
          at: .box(Place(manifest: label).signature)))
    }
    guard
      let value = active.assertions.first(where: { $0.label.isOne(of: [TimeStamps.label]) })?
        .value, let brought = try? TimeStamps(value)
    else { return }
    for label in brought.tokens.prefix(LaterStamps.maximumCount).map(\.manifest) {
      guard let first = store.validation(of: label)?.proof?.signature.time else { continue }
      add(
        .note,
        Note(
          RemarkCode.timeStampedAgain,
          "the label was stamped again; the earlier one is of \(first.time)",
          at: .box(Place(manifest: label).signature)))
    }
  }

  private func result(of asset: AssetValidation, log: StatusLog) -> C2PAResult {
    C2PAResult(
      state: state,
      specVersion: asset.validation.active.proof?.claim.specVersion,
      activeManifest: asset.store.active.label,
      success: log.statuses(.success), informational: log.statuses(.informational),
      failure: log.statuses(.failure), ingredients: asset.validation.ingredients.map(\.result))
  }

  /// The verdict so far.
  var verdict: Verdict {
    var verdict = Verdict(
      path: document.path?.display ?? "", sha256: sha256, size: document.source.size,
      format: document.format.kind, mediaType: document.mediaType, isDetached: isDetached,
      integrity: integrity, origin: origin, ai: ai, time: time, statement: statement,
      c2pa: c2pa ?? C2PAResult(state: state), pdfSignatures: pdfSignatures, label: label,
      findings: findings,
      limits: limits)
    verdict.restsOnClock = restsOnClock
    return verdict
  }
}

/// When the signer says it acted; nobody vouches for it.
enum ClaimedTime {
  /// The latest time that the signature itself (`iat`) or the signer's own actions state; nil when
  /// they state none.
  static func time(of manifest: ProvedManifest) -> UTCTime? {
    let actions = manifest.assertions.filter(\.isCreated).compactMap(\.actions)
      .flatMap(\.actions).compactMap { $0.when?.time ?? $0.whenEnd?.time }
    return (actions + [manifest.signature.claimedTime].compactMap(\.self)).max()
  }
}
