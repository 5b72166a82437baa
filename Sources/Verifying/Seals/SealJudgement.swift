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
    // The same for all: what the document brings along.
    let helpers = signatures.first?.helpers ?? []
    // Where no list vouches for seals, nobody asks whether one was revoked.
    let isAsked = context.lists.contains { $0.seals != nil }
    let known = isAsked ? try document.validationData() : ValidationData()
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
          revocation: SealRevocation(
            of: checked.message, by: credential, known, sealed: try sealed(checked), in: context),
          covered: covered(by: checked, among: signatures, helpers), context: context,
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
      let signer = checked.signer
    else { return nil }
    let chain = SignerChains.line(
      of: signer, among: message.certificates + helpers, below: context.trust.certificates)
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

  /// What the document brought along when it was sealed, where a stated time could count.
  private func sealed(_ checked: CheckedSignature) throws(DocumentError) -> ValidationData {
    guard checked.holds, context.lists.contains(where: { $0.seals != nil }) else {
      return ValidationData()
    }
    return try document.validationData(ofRevisionAt: checked.signature.offset)
  }

  /// The newest of the stamps that it covers, whoever made them: those of the document, and those of the
  /// signatures, of earlier revisions. Nobody need believe in them; whoever sealed them did it later.
  private func covered(
    by checked: CheckedSignature, among signatures: [CheckedSignature], _ helpers: [Certificate]
  ) -> UTCTime? {
    guard checked.holds else { return nil }
    let earlier = signatures.filter { $0.result.coveredEnd < checked.result.coveredEnd }
    return earlier.flatMap { other -> [UTCTime] in
      switch other.parsed {
      case .stamp(let stamp): return other.holds ? [stamp.generated] : []
      case .message(let message), .digestMessage(let message, _):
        return message.tokens.prefix(Self.maximumStamps).compactMap { token in
          guard let stamp = try? ReceivedStamp(token),
            let value = stamp.hash?.value(of: message.signatureValue),
            stamp.proved(ofHash: value, among: message.certificates + helpers).outcome == .holds
          else { return nil }
          return stamp.generated
        }
      case .none: return []
      }
    }.max()
  }

  /// Most stamps of one signature that are looked at.
  private static let maximumStamps = 4

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
