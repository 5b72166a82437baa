import BroadsealDocuments
import BroadsealNotes

/// What a verdict amounts to for somebody with a requirement: the one answer that commands, audits and
/// servers act upon.
///
///     switch verdict.conclusion(for: .official) {
///     case .satisfied: publish()
///     case .failed: refuse()
///     case .unlabelled, .unrecognised, .incomplete, .staleTrust: askSomebody()
///     }
///
/// No axis of a verdict answers it alone: the origin of a sealed PDF without a label is official, and so is that of an
/// earlier revision of a file that was added to.
public enum Conclusion: String, CaseIterable, Sendable, Hashable {
  /// The document is what was required.
  case satisfied
  /// The document was altered, or its label does not hold or breaks off.
  case failed
  /// Not everything could be looked at, so that nobody can say.
  case incomplete
  /// The document carries no label.
  case unlabelled
  /// The document is intact and signed, but not by whom the requirement asks for.
  case unrecognised
  /// Nobody can say whether the document is official, because a trust list is out of date or not in
  /// force yet, or the kept evidence is another file's.
  case staleTrust = "stale-trust"
}

extension Verdict {
  /// What the verdict amounts to for somebody who requires `requirement`.
  ///
  /// A fault weighs more than a gap: an altered file of which a part could not be read has failed.
  public func conclusion(for requirement: Requirement) -> Conclusion {
    switch integrity {
    case .unreadable: return .incomplete
    case .altered, .malformed: return .failed
    // By the standard the label no longer matches the file; that it is as it was is said in words.
    case .intactRevision: return isJudgedToTheEnd ? .unrecognised : .incomplete
    case .noLabel:
      guard isJudgedToTheEnd else { return .incomplete }
      return requirement == .sealed ? conclusionOfSeal : .unlabelled
    case .intact: break
    }
    if hasFailedLabel { return .failed }
    guard isJudgedToTheEnd else { return .incomplete }
    if isUndecided { return .unrecognised }
    if satisfies(requirement) { return .satisfied }
    return lacksFreshList ? .staleTrust : .unrecognised
  }

  /// Whether the document is official, by its label and as a whole: what `broadseal verify` ends with 0 for, and
  /// `conclusion(for: .official)` calls `satisfied`.
  ///
  ///     if verdict.isOfficial { publish() }
  public var isOfficial: Bool { conclusion(for: .official) == .satisfied }

  /// What it amounts to where a seal will do in the place of a label.
  private var conclusionOfSeal: Conclusion {
    guard let seal = speakingSeal?.seal else { return .unlabelled }
    if seal.isOfficial { return .satisfied }
    return seal.has(.stale, .notYetIssued) ? .staleTrust : .unrecognised
  }

  /// Whether everything was looked at that could make the verdict another one.
  public var isJudgedToTheEnd: Bool { integrity != .unreadable && limits.isEmpty }

  /// Whether the bytes are those that were signed, and the label does not hold all the same: its
  /// signer's certificate was out of date, for example. Where nobody can tell whether it was, the label
  /// has not failed.
  public var hasFailedLabel: Bool {
    integrity == .intact && c2pa.state == .invalid && !isUndecided
  }

  /// Whether no government list was given that could know the signer.
  package var lacksGovernmentList: Bool {
    origin?.has(.noList) ?? false || speakingSeal?.seal?.has(.noList) ?? false
  }

  /// Whether an intact document, judged to the end, is what `requirement` asks for.
  private func satisfies(_ requirement: Requirement) -> Bool {
    guard let origin, isWhollyBound, !isMisnamed else { return false }
    let isListed = origin.status.isListed
    switch requirement {
    case .official, .sealed: return origin.status == .official
    case .trusted: return isListed
    case .valid: return origin.status != .none
    }
  }

  /// Whether nobody can tell if it is official, because the trust list is out of date, or the kept
  /// evidence is another file's.
  private var lacksFreshList: Bool {
    origin?.has(.stale, .notYetIssued, .evidence) ?? false
  }

  /// Whether the signature covers every byte that the format lets it cover.
  private var isWhollyBound: Bool { !isBoundInPart }
}

extension Verdict {
  /// Whether the name says another kind of file than the content is, or than was signed: the name decides which
  /// program opens it, so that the same bytes can do another thing under it.
  package var isMisnamed: Bool {
    has(FileCode.typeMismatch) || origin?.has(.fileType) ?? false
  }

  /// Whether what was signed is not all of the file as it is, or was: bytes are left out of the signature, or
  /// parts are missing.
  package var isBoundInPart: Bool {
    has(RemarkCode.bindingPartial) || has(RemarkCode.bindingParts)
  }
}

extension Origin.Status {
  /// Whether some list that was given knows the signer.
  package var isListed: Bool {
    switch self {
    case .official, .recognisedTool, .known: true
    case .unrecognised, .none: false
    }
  }
}

/// What a document must be for somebody to be satisfied with it. None is satisfied by a file whose name says another
/// kind of file than it is.
public enum Requirement: String, CaseIterable, Sendable, Hashable {
  /// Issued by a recognised government issuer; nothing else, whatever the label says.
  case official
  /// The same, or sealed by a recognised government issuer where there is no label.
  case sealed
  /// Signed by somebody on a list that was given.
  case trusted
  /// Intact and signed by anybody.
  case valid
}
