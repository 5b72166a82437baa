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
  func results(of signatures: [CheckedSignature]) throws(DocumentError) -> [PDFSignatureResult] {
    guard !signatures.isEmpty else { return [] }
    let data = try document.validationData()
    let helpers = data.certificates.compactMap { try? Certificate(der: $0) }
    // Where no list vouches for seals, nobody asks whether one was revoked.
    let known = context.lists.contains { $0.seals != nil } ? data : ValidationData()
    var results: [PDFSignatureResult] = []
    for checked in signatures {
      var result = checked.result
      let credential = credential(of: checked, helpers)
      result.chain = credential.map {
        SignerChains.chain(of: $0, isStamp: checked.isStamp, in: context)
      }
      if !checked.isStamp, result.status != .empty {
        let facts = SealCase(
          checked, nameAgrees: document.extensionAgrees, credential: credential,
          stamps: stamps(of: checked, among: signatures, helpers),
          revocation: SealRevocation(of: checked.message, known, in: context), context: context,
          isStrict: isStrict)
        result.seal = Self.result(of: facts)
      }
      results.append(result)
    }
    return results.judgedByEarlierOnes().speaking()
  }

  /// The signer's certificate, where the signature was computed, and what may stand above it.
  private func credential(
    of checked: CheckedSignature, _ helpers: [Certificate]
  ) -> SignerCredential? {
    guard checked.holds || checked.result.status == .broken, let message = checked.message,
      let signer = message.signer(among: checked.helpers + helpers)
    else { return nil }
    let chain = SignerChains.line(of: signer, among: message.certificates + helpers)
    return context.chains.credential(of: chain)
  }

  /// The stamps that date it: its own, and those of the document that came later.
  private func stamps(
    of checked: CheckedSignature, among signatures: [CheckedSignature], _ helpers: [Certificate]
  ) -> [SealStamp] {
    guard checked.holds, let message = checked.message else { return [] }
    let own = message.tokens.prefix(Self.maximumStamps).compactMap { token -> SealStamp? in
      guard let stamp = try? ReceivedStamp(token) else { return nil }
      return SealStamp(
        stamp, over: stamp.hash?.value(of: message.signatureValue),
        helpers: message.certificates + helpers, in: context)
    }
    let later = signatures.compactMap { other -> SealStamp? in
      guard case .stamp(let stamp) = other.parsed, other.holds, other.result.doubts.isEmpty,
        other.result.coverage != .part, other.result.coveredEnd > checked.result.coveredEnd
      else { return nil }
      return SealStamp(stamp, over: other.hash, helpers: helpers, in: context)
    }
    return (own + later).sorted {
      ($0.time, $0.authority.fingerprint) < ($1.time, $1.authority.fingerprint)
    }
  }

  /// Most stamps of one signature that are looked at.
  private static let maximumStamps = 4

  private static func result(of facts: SealCase) -> SealResult {
    let (facts, reasons) = facts.judged()
    let time = SealTime(
      trusted: facts.stamp?.time, authority: facts.stamp?.authority.subject,
      claimed: facts.claimed, notBefore: facts.revocation.newestSigned(of: facts.candidate?.path))
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
    let changed = filter {
      $0.seal?.agency != nil && $0.status != .broken && $0.later?.change == .changed
    }
    return map { result in
      guard let seal = result.seal, seal.isOfficial, let other = changed.first else {
        return result
      }
      var result = result
      result.seal = seal.refused(
        Note(
          SealCode.changed,
          "an earlier seal, of the field \(other.field): \(other.later?.rule ?? "")",
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
