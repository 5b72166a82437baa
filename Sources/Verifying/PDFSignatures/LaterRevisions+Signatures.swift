import BroadsealDocuments

extension LaterRevisions {
  /// What the rules of the format found.
  init(_ changes: LaterChanges) {
    let change: Change =
      switch changes.change {
      case .nothing: .nothing
      case .evidence: .evidence
      case .label: .label
      case .metadata: .metadata
      case .signature: .signature
      case .visibleSignature: .visibleSignature
      case .formFill: .formFill
      case .annotation: .annotation
      case .changed: .changed
      case nil: .notJudged
      }
    self.init(
      change, rule: changes.rule?.rawValue, reason: changes.reason,
      isPermitted: changes.isPermitted, permission: changes.permission,
      revision: changes.revision, revisions: changes.revisions)
  }

  /// The same with another answer.
  func replacing(
    _ change: Change, rule: LaterRule?, reason: String, isPermitted: Bool?
  ) -> LaterRevisions {
    LaterRevisions(
      change, rule: rule?.rawValue, reason: reason, isPermitted: isPermitted,
      permission: permission, revision: revision, revisions: revisions)
  }

  /// What is left of it when the signature itself does not hold: nobody knows what was signed.
  func judged(with status: PDFSignatureResult.Status) -> LaterRevisions {
    switch status {
    case .intact, .loose, .unchecked: self
    case .broken, .empty, .malformed:
      change == .notJudged
        ? self
        : replacing(
          .notJudged, rule: nil, reason: "the signature itself does not hold", isPermitted: nil)
    }
  }
}

extension LaterRevisions {
  /// The same, where every signature that came after the first `end` bytes has to hold (SIG-1).
  ///
  /// - Parameter unjudged: where the signatures stand of which nobody knows whether they hold.
  func judged(
    by signatures: [PDFSignatureResult], beside unjudged: [Int], after end: Int
  ) -> LaterRevisions {
    guard change != .notJudged, change != .changed else { return self }
    let later = signatures.filter { $0.offset >= end && !$0.holds(after: end) }
    if later.contains(where: { !$0.mayHold(after: end) }) {
      return replacing(
        .changed, rule: .laterSignature, reason: "a later signature does not hold",
        isPermitted: false)
    }
    func notJudged(_ reason: String) -> LaterRevisions {
      replacing(.notJudged, rule: .laterSignature, reason: reason, isPermitted: nil)
    }
    if !later.isEmpty { return notJudged("a later signature cannot be computed here") }
    guard unjudged.contains(where: { $0 >= end }) else { return self }
    return notJudged("more signatures came later than are judged")
  }

  /// Whether nobody can tell what came later because of a later signature that is not judged, and not
  /// because of its own form.
  var awaitsLaterSignature: Bool {
    change == .notJudged && rule == LaterRule.laterSignature.rawValue
  }
}

extension [PDFSignatureResult] {
  /// The same, where every later signature has to hold itself and to reach further (SIG-1): one that
  /// does not is no signature, and what was added with it was added by nobody.
  ///
  /// - Parameter unjudged: where the signatures of the document stand that are not among these.
  func judgedByLaterOnes(beside unjudged: [Int]) -> [PDFSignatureResult] {
    map { signature in
      guard let later = signature.later else { return signature }
      return signature.with(
        later: later.judged(by: self, beside: unjudged, after: signature.coveredEnd))
    }
  }
}

extension PDFSignatureResult {
  fileprivate func holds(after end: Int) -> Bool {
    (status == .intact || status == .loose) && doubts.isEmpty && coveredEnd > end
  }

  /// Whether nothing speaks against it but that it cannot be computed here.
  fileprivate func mayHold(after end: Int) -> Bool {
    status == .unchecked && doubts.isEmpty && coveredEnd > end
  }
}
