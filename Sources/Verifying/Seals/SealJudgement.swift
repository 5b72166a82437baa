import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// Judges the PDF signatures of a document as seals.
struct SealJudgement {
  /// The document.
  let document: Document
  /// Whom to believe, as of when.
  let context: ValidationContext
  /// Whether revocation must be known good.
  let isStrict: Bool

  /// The same signatures with what each is as a seal, and which of them speaks.
  func results(of signatures: CheckedSignatures) throws(DocumentError) -> [PDFSignatureResult] {
    guard !signatures.all.isEmpty else { return [] }
    // Where no list vouches for seals, nobody asks whether one was revoked.
    var known = SealRevocation.Answers.none
    if context.vouchesForSeals { known = SealRevocation.Answers(signatures.data) }
    let times = SealTimes(of: signatures, in: context)
    var results: [PDFSignatureResult] = []
    for checked in signatures.all {
      var result = checked.result
      let credential = credential(of: checked)
      result.chain = credential.map {
        SignerChains.chain(of: $0, isStamp: checked.isStamp, in: context)
      }
      if !checked.isStamp, result.status != .empty {
        let facts = SealCase(
          checked, nameAgrees: document.extensionAgrees, credential: credential,
          stamps: times.stamps(dating: checked),
          revocation: SealRevocation(
            of: checked.message, by: credential, known,
            sealed: try sealed(checked, by: credential, known), in: context),
          covered: times.covered(by: checked), context: context, isStrict: isStrict)
        result.seal = Self.result(of: facts)
      }
      results.append(result)
    }
    return results.judgedByEarlierOnes().speaking()
  }

  /// The signer's certificate, where the signature was computed, and what may stand above it.
  private func credential(of checked: CheckedSignature) -> SignerCredential? {
    guard checked.holds || checked.result.status == .broken, let message = checked.message,
      let signer = checked.signer
    else { return nil }
    let chain = SignerChains.line(
      of: signer, among: message.certificates + checked.helpers, below: context.trust.certificates,
      by: context.chains)
    return context.chains.credential(of: chain)
  }

  /// What the document brought along when it was sealed, where a stated time could count: `known`, where
  /// nothing came later.
  private func sealed(
    _ checked: CheckedSignature, by credential: SignerCredential?, _ known: SealRevocation.Answers
  ) throws(DocumentError) -> SealRevocation.Answers {
    guard checked.holds, let credential, !context.sealCandidates(for: credential).isEmpty else {
      return .none
    }
    let offset = checked.signature.offset
    let ends = document.revisionEnds
    if !ends.isEmpty, offset >= ends.dropLast().last ?? 0 { return known }
    return SealRevocation.Answers(try document.validationData(ofRevisionAt: offset))
  }

  private static func result(of facts: SealCase) -> SealResult {
    let (facts, reasons) = facts.judged()
    let time = SealTime(
      trusted: facts.stamp?.time, authority: facts.stamp?.authority.subject,
      claimed: facts.claimed, notBefore: facts.notBefore)
    guard let candidate = facts.candidate, candidate.mismatches.isEmpty else {
      return SealResult(reasons: reasons, time: time)
    }
    let agency = candidate.entry.scope.agency
    let names = agency.names.entries.map { ($0.language, $0.value) }
    let list = candidate.anchors.list
    return SealResult(
      reasons: reasons,
      agency: Agency(
        id: agency.id, names: Dictionary(names, uniquingKeysWith: { first, _ in first })),
      jurisdiction: candidate.entry.scope.jurisdiction.code,
      list: RecognisedList(
        name: list.scheme, sequence: Int(list.sequence), issued: list.content.issued,
        nextUpdate: list.content.nextUpdate), time: time)
  }
}

extension [PDFSignatureResult] {
  /// The same, where no seal makes a file official of which another listed seal says that it was changed:
  /// what speaks against a file counts wherever it stands.
  fileprivate func judgedByEarlierOnes() -> [PDFSignatureResult] {
    guard let other = changedSeal else { return self }
    return map { result in
      guard let seal = result.seal, seal.isOfficial else { return result }
      var result = result
      result.seal = seal.refused(
        Note(
          SealCode.changed,
          "the earlier seal, of the field \(other.field): \(other.later?.rule ?? "")",
          at: other.offset))
      return result
    }
  }

  /// The same, where one of them speaks: the listed seal that reaches furthest, else the signature that
  /// does.
  fileprivate func speaking() -> [PDFSignatureResult] {
    let seals = indices.filter { self[$0].seal != nil }
    let listed = seals.filter { self[$0].seal?.agency != nil }
    let speaker = (listed.isEmpty ? seals : listed).max { first, second in
      (self[first].coveredEnd, self[first].offset) < (self[second].coveredEnd, self[second].offset)
    }
    var results = self
    if let speaker { results[speaker].seal?.speaks = true }
    return results
  }
}
