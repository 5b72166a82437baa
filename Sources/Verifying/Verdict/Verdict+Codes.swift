package import BroadsealNotes
package import BroadsealProvenance

extension Verdict {
  /// Whether something was found under a code.
  package func has(_ code: some CodeFamily) -> Bool {
    let code = code.code
    return findings.contains { $0.code == code }
  }
}

extension Verdict {
  /// Whether the file ends before what it holds does, so that nothing of it could be judged: a label that is in it is
  /// not whole, or nobody can tell whether there is one.
  package var breaksOff: Bool {
    switch integrity {
    case .malformed, .noLabel, .unreadable: findings.contains { $0.code.words == .breaksOff }
    case .intact, .intactRevision, .altered: false
    }
  }
}

extension C2PAResult {
  /// Whether the active manifest has such a failure.
  package func hasFailed(_ code: StatusCode) -> Bool { failure.contains { $0.known == code } }
}

extension Origin {
  /// Whether one of these is among the reasons why the document is not official.
  package func has(_ codes: OfficialCode...) -> Bool {
    reasons.contains { reason in codes.contains { reason.code == $0 } }
  }
}

extension Verdict {
  /// The PDF signature that speaks for a document without a label; nil where a label does, or nobody.
  package var speakingSeal: PDFSignatureResult? {
    guard origin?.speaker == .seal else { return nil }
    return pdfSignatures.first { $0.seal?.speaks == true }
  }
}

extension SealResult {
  /// Whether one of these is among the reasons why it is not official.
  package func has(_ codes: SealCode...) -> Bool {
    reasons.contains { reason in codes.contains { reason.code == $0 } }
  }
}

extension Code {
  /// Whether it is one of these reasons.
  package func isOne(of codes: OfficialCode...) -> Bool { codes.contains { self == $0 } }

  /// The condition of being official that fails, 1 to 9; nil for a code of another kind.
  package var condition: Int? {
    if let code: OfficialCode = member() { return code.condition }
    if let code: SealCode = member() { return code.condition }
    let scope: OfficialScopeCode? = member()
    return scope.map { Int($0.condition.rawValue) }
  }
}
