import BroadsealNotes
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying

/// The independent reading that signing owes its user: of the credentials that a document has
/// already, and of every output before it gets its name.
///
///     let signer = try Signer(
///       credential: credential, timeStamping: stamping, readBack: ReadBack(verifier))
///
/// An output that does not verify is not written. Where the verifier believes a government list, an
/// output that is labelled official has to be found official too.
public struct ReadBack: Sendable {
  /// When an output has to be found official.
  public enum Demand: Sendable {
    /// Never: it says nothing of the kind.
    case nothing
    /// Always.
    case official
    /// Where its label says so.
    case asLabelled
  }

  private let verifier: Verifier
  private let demand: Demand
  private let mayLackStamp: Bool

  /// A reading by `verifier`, as of its moment.
  ///
  /// - Parameters:
  ///   - verifier: who judges the output. Make a new one for each run: its moment stands still.
  ///   - demand: when an output has to be found official; never, where no list is believed.
  ///   - mayLackStamp: whether no listed authority has to have stamped the output, for which alone it may
  ///     then not be official. A list that took its word back is never excused.
  public init(_ verifier: Verifier, demand: Demand = .asLabelled, mayLackStamp: Bool = false) {
    self.verifier = verifier
    self.demand = verifier.believesLists ? demand : .nothing
    self.mayLackStamp = mayLackStamp
  }

  /// The questions that signing asks.
  ///
  /// - Parameters:
  ///   - readsBack: whether the output is read; the document's own credentials always are.
  ///   - refusesMisnamed: whether documents of a wrong name get no official label.
  public func inspection(readsBack: Bool = true, refusesMisnamed: Bool = true) -> Inspection {
    inspection(readsBack: readsBack, refusesMisnamed: refusesMisnamed, proofs: nil)
  }

  /// The questions that signing asks; `proofs` keeps what the readings of outputs proved.
  package func inspection(
    readsBack: Bool, refusesMisnamed: Bool, proofs: FreshProofs?
  ) -> Inspection {
    var inspection = Inspection(
      refusesMisnamed: refusesMisnamed,
      existing: { document, sidecar in
        recorded(verifier.verify(document, sidecar: sidecar))
      },
      opened: { document, _ in recorded(verifier.session().verify(document)) },
      fresh: { document, sidecar throws(Inspection.Failure) in
        guard readsBack else { return nil }
        return try accept(verifier.session().prove(document, sidecar: sidecar), proofs)
      },
      renewed: { document throws(Inspection.Failure) in
        guard readsBack else { return }
        if let reason = ReadBack.objection(toRenewed: verifier.verify(document)) {
          throw Inspection.Failure(reason)
        }
      })
    inspection.wider.existing = { recorded(proved($0).verdict) }
    inspection.wider.fresh = { subject throws(Inspection.Failure) in
      guard readsBack else { return nil }
      return try accept(proved(subject), proofs)
    }
    return inspection
  }

  private func proved(_ subject: Inspection.Subject) -> ProvedVerdict {
    verifier.session().prove(
      subject.path, segments: subject.segments, assumesContent: subject.assumesContent)
  }

  /// Takes an output that verifies, and says whether a list finds it official.
  private func accept(
    _ judged: ProvedVerdict, _ proofs: FreshProofs?
  ) throws(Inspection.Failure) -> Bool? {
    if let reason = objection(judged.verdict) {
      throw Inspection.Failure(reason, hint: ReadBack.hint(for: judged.verdict))
    }
    proofs?.add(judged)
    return verifier.believesLists ? judged.verdict.isOfficial : nil
  }

  /// What of a verdict on credentials that are there already is recorded, and what decides over them; nil where there
  /// are none.
  private func recorded(_ verdict: Verdict) -> RecordedValidation? {
    let broken = verdict.pdfSignatures.first { $0.status == .broken }
    guard verdict.c2pa.state != nil || broken != nil else { return nil }
    var found = RecordedValidation(verdict.c2pa)
    found.agency = verdict.agencyButForStamp
    found.isJudgedByLists = verifier.believesLists
    found.isOfficial = verdict.origin?.status == .official
    found.isIntact =
      verdict.integrity == .intact
      && (verdict.c2pa.state == .valid || verdict.c2pa.state == .trusted)
    if verifier.believesLists, let origin = verdict.origin, origin.status != .official,
      origin.agency == nil, let claim = verdict.statement?.claim?.agency, let signer = origin.signer
    {
      found.unvouched = RecordedValidation.UnvouchedClaim(
        agency: claim.names["en"] ?? claim.names.values.min() ?? claim.id, signer: signer.name)
    }
    if let ai = verdict.ai { found.ai = RecordedValidation.AIWitness(ai) }
    found.signer = (verdict.origin?.claimSigner ?? verdict.origin?.signer)?.spki
    if let broken {
      found.objection = "its PDF signature \(broken.field) does not hold: \(broken.explanation)"
      found.failure.append(
        C2PAStatus(
          code: "org.broadseal.pdfSignature.broken", explanation: broken.explanation))
    }
    // A label of an earlier revision does not match the file that is signed over now.
    if [.altered, .malformed, .intactRevision].contains(verdict.integrity) {
      found.objection = "its own label does not hold: " + ReadBack.fault(of: verdict)
      found.isOfEarlierRevision = verdict.integrity == .intactRevision && broken == nil
      if found.isOfEarlierRevision { found.recordRevision() }
    }
    return found
  }

  /// Why a renewed document that brings no new label is not what was asked for; nil when it is.
  private static func objection(toRenewed verdict: Verdict) -> String? {
    guard [.noLabel, .intactRevision].contains(verdict.integrity) else { return fault(of: verdict) }
    if let bad = verdict.pdfSignatures.first(where: { $0.status == .broken }) {
      return "its PDF signature \(bad.field) does not hold: \(bad.explanation)"
    }
    guard let stamp = verdict.pdfSignatures.last, stamp.level == "timestamp",
      stamp.status == .intact, stamp.coverage == .file, stamp.doubts.isEmpty
    else { return "the time stamp of the document does not hold, or does not cover all of it" }
    // Of a signature after which this renewal alone came, it must have changed nothing.
    let harmed = verdict.pdfSignatures.dropLast().first { signature in
      guard let later = signature.later, let own = later.revision, let all = later.revisions else {
        return false
      }
      return own == all - 1 && !later.change.keepsContent && later.change != .notJudged
    }
    return harmed.map { "after the PDF signature \($0.field) more than proofs would be added" }
  }

  /// What would make the stamp count, where that is what keeps it from being official.
  private static func way(around code: Code) -> String {
    let onList = "; the authority has to stand on the list"
    switch code.member(of: OfficialCode.self) {
    // An entry that asks for a stamp takes listed authorities alone: anchors of the profile make nothing official.
    case .stampUntrusted, .authorityUnlisted: return onList
    case .authorityNotGranted:
      return "; the list has to believe in the authority at that time"
    default: return ""
    }
  }

  /// What would help: what to say where statements about AI contradict each other, or, where the list does not let the
  /// agency state what the label states, which words its entry would need.
  private static func hint(for verdict: Verdict) -> String? {
    if let ai = verdict.ai, ai.status == .conflict {
      return ai.hints.isEmpty
        ? "where AI was used, say --ai altered or --ai generated"
        : "where AI was used, say --ai altered or --ai generated; a trace of it in the file's own metadata has to go "
          + "first where none was"
    }
    if verdict.origin?.withdrawal != nil {
      return
        "the list's keepers withdrew this key: do not sign with it, and ask them; Documentation/Keys.md makes another"
    }
    let isOutside = (verdict.origin?.reasons ?? []).contains { reason in
      reason.code.member(of: OfficialScopeCode.self)?.rule == .label
    }
    guard isOutside else { return nil }
    return
      "the list's keepers can let the agency state that too (labels of its entry, trust add --labels); "
      + "without --official anybody may state the use of AI"
  }

  /// What fails first in a verdict: of the label itself, else of one that it descends from, by its name.
  private static func fault(of verdict: Verdict) -> String {
    if let own = verdict.c2pa.failure.first { return "\(own.code): \(own.explanation ?? "")" }
    for ingredient in verdict.c2pa.ingredients {
      guard let failure = ingredient.failure.first else { continue }
      return "\(failure.code) in the earlier label \(ingredient.manifest ?? ingredient.assertion): "
        + (failure.explanation ?? "")
    }
    let error = verdict.findings.first { $0.severity == .error } ?? verdict.findings.first
    return error?.explanation ?? "it is \(verdict.integrity.rawValue)"
  }

  /// Why the fresh output is not what was asked for; nil when it is.
  private func objection(_ verdict: Verdict) -> String? {
    guard verdict.integrity == .intact,
      verdict.c2pa.state == .valid || verdict.c2pa.state == .trusted
    else { return ReadBack.fault(of: verdict) }
    if let ai = verdict.ai, ai.status == .conflict {
      let statements = ai.basis.map { "\($0.field) \($0.value) says \($0.reading.rawValue)" }
      return "its statements about AI would contradict each other: "
        + (statements + ai.hints.map(\.explanation)).joined(separator: ", ")
    }
    let reasons = verdict.origin?.reasons ?? []
    let isDemanded =
      switch demand {
      case .nothing: false
      case .official: true
      case .asLabelled: !(verdict.origin?.has(.noLabel, .notOfficial) ?? false)
      }
    guard isDemanded, !verdict.isOfficial else { return nil }
    let reason = reasons.first { !(mayLackStamp && $0.code.lacksStamp) }
    return reason.map { reason in
      "by the profile's own list it is not official: \(reason.explanation)"
        + ReadBack.way(around: reason.code)
    }
  }
}

extension Verdict {
  /// The agency whose official label this is, or would be if a listed authority had stamped it.
  var agencyButForStamp: String? {
    guard integrity == .intact, let origin else { return nil }
    return origin.reasons.allSatisfy { $0.code.lacksStamp } ? origin.agency?.id : nil
  }
}

extension Code {
  /// Whether it says no more than that no listed authority has stamped the label: a stamp that is added
  /// mends it.
  fileprivate var lacksStamp: Bool {
    isOne(of: .noStamp, .stampUntrusted, .authorityNotGranted, .authorityUnlisted)
  }
}

extension RecordedValidation.AIWitness {
  /// Who says that AI was used.
  fileprivate init(_ ai: AIUse) {
    let isSaid = ai.basis.contains { $0.reading == .generated || $0.reading == .altered }
    self = !isSaid ? .nobody : ai.isOfSignerAlone ? .signer : .others
  }
}

extension RecordedValidation {
  /// Records that the label holds for its own revision, in the place of its not holding for the file: what
  /// came later are proofs about signatures.
  fileprivate mutating func recordRevision() {
    failure.removeAll { $0.code == "assertion.dataHash.mismatch" }
    informational.append(
      C2PAStatus(
        code: "org.broadseal.revision.intact",
        explanation: "the labelled revision is intact, and only proofs about signatures follow it"))
  }

  /// What a verifier found, as an ingredient records it.
  init(_ found: C2PAResult) {
    self.init(
      success: found.success, informational: found.informational, failure: found.failure)
    deltas = found.ingredients.filter { !$0.failure.isEmpty }.map {
      Delta(assertion: $0.assertion, failure: $0.failure)
    }
  }
}
