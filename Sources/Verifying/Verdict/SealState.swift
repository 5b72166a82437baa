import BroadsealNotes

/// What a PDF signature makes of a document without a label, in one word: each file is counted once.
public enum SealState: String, Sendable, Hashable, CaseIterable {
  /// Sealed by a recognised government issuer, and unchanged.
  case official
  /// Signed by somebody else, or in a way that no list vouches for, and unchanged.
  case others
  /// Something was changed or added after it was sealed.
  case changed
  /// It does not match its signature.
  case broken
  /// Nobody can tell.
  case unjudged = "not-judged"
}

extension [PDFSignatureResult] {
  /// A listed seal that holds, in a form that two readers take alike, of a document that was changed after
  /// it: it is that issuer's document no more, whoever signed it later.
  package var changedSeal: PDFSignatureResult? {
    first { signature in
      guard let seal = signature.seal, seal.agency != nil, signature.later?.change == .changed,
        signature.status == .intact || signature.status == .loose
      else { return false }
      return !seal.reasons.contains { $0.code.condition == 1 }
    }
  }
}

extension Verdict {
  /// What its PDF signature makes of a document without a label; nil where a label speaks, or there is no
  /// signature.
  public var sealState: SealState? {
    guard let signature = speakingSeal, let seal = signature.seal else { return nil }
    if seal.isOfficial { return .official }
    if pdfSignatures.contains(where: { $0.status == .broken && $0.seal != nil }) { return .broken }
    if pdfSignatures.changedSeal != nil { return .changed }
    let isOpen = seal.reasons.contains { $0.code.condition == 1 }
    if isOpen || seal.has(.unchecked, .unjudged) { return .unjudged }
    return seal.has(.changed) ? .changed : .others
  }
}
