import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust

/// The second axis of a proved asset.
enum OriginJudgement {
  /// Who issued it, as far as the given lists know, and who spoke for it, at which place.
  ///
  /// The claim's signer speaks first. Only where it cannot is an identity heard, and only an identity
  /// that fulfils every condition by itself makes the document official.
  static func origin(of facts: OfficialCase) -> (origin: Origin, facts: OfficialCase) {
    let (facts, reasons) = facts.judged()
    if reasons.isEmpty { return (origin(of: facts, reasons), facts) }
    var told = reasons
    for identity in facts.store.active.identities {
      let (spoken, faults) = facts.spoken(by: Voice(identity, in: facts.manifest)).judged()
      guard spoken.candidate?.mismatches.isEmpty ?? false else { continue }
      if faults.isEmpty {
        return (origin(of: spoken, [], claimSigner: facts.voice.signer), spoken)
      }
      told += faults.filter { fault in !told.contains { $0.code == fault.code } }
    }
    return (origin(of: facts, told, own: reasons), facts)
  }

  /// - Parameters:
  ///   - reasons: everything that is told.
  ///   - own: those of them that concern this speaker.
  private static func origin(
    of facts: OfficialCase, _ reasons: [Note], own: [Note] = [],
    claimSigner: SignerIdentity? = nil
  ) -> Origin {
    let signer = facts.voice.signer
    guard let candidate = facts.candidate, candidate.mismatches.isEmpty else {
      var origin = Origin(
        status: lesserStatus(of: facts, own), signer: signer, reasons: reasons,
        withdrawal: withdrawal(of: facts, reasons))
      origin.isKnownApartFromTime = isKnownApartFromTime(facts)
      return origin
    }
    let list = candidate.anchors.list
    return Origin(
      status: reasons.isEmpty ? .official : lesserStatus(of: facts, own),
      agency: Agency(candidate.entry.scope.agency),
      jurisdiction: candidate.entry.scope.jurisdiction.code,
      list: RecognisedList(
        name: list.scheme, sequence: Int(list.sequence),
        recognisedBy: list.isPinned ? nil : candidate.entry.recognisedBy.first,
        issued: list.content.issued, nextUpdate: list.content.nextUpdate),
      signer: signer, claimSigner: claimSigner, reasons: reasons,
      basis: reasons.isEmpty ? BasisReading.basis(of: facts) : nil,
      withdrawal: withdrawal(of: facts, reasons))
  }

  /// Whether an anchor or the user knows a signer who is no agency, of whom nobody can tell whether it signed in time.
  private static func isKnownApartFromTime(_ facts: OfficialCase) -> Bool {
    guard facts.isUndecided else { return false }
    if facts.context.allows(facts.credential) { return true }
    guard let tools = facts.context.toolAnchors else { return false }
    return (try? facts.context.chains.timelessPath(of: facts.credential, to: tools).get()) != nil
  }

  /// The withdrawal that one of `reasons` is.
  private static func withdrawal(
    of facts: OfficialCase, _ reasons: [Note]
  ) -> Origin.Withdrawal? {
    guard reasons.contains(where: { $0.code == OfficialCode.withdrawn.code }) else { return nil }
    return facts.context.withdrawal(of: facts.credential, signedAt: facts.stamp?.time).map {
      Origin.Withdrawal(since: $0.date, reason: Origin.Withdrawal.Reason($0.reason))
    }
  }

  /// What a list says of a signer that nobody is to rely on any more, on whatever other list it is.
  private static let withdrawals = [OfficialCode.withdrawn, .notGranted].map(\.code)

  /// What is left when a document is not official.
  private static func lesserStatus(of facts: OfficialCase, _ reasons: [Note]) -> Origin.Status {
    let credential = facts.credential
    let log = facts.log
    guard !log.has(.claimSignatureOutsideValidity), !log.has(.signingCredentialInvalid),
      !log.has(.signingCredentialOcspRevoked),
      !reasons.contains(where: { withdrawals.contains($0.code) })
    else { return .unrecognised }
    if facts.context.allows(credential) { return .known }
    guard log.has(.signingCredentialTrusted), let tools = facts.context.toolAnchors,
      case .success = facts.context.chains.path(of: credential, to: tools, at: facts.signedAt)
    else { return .unrecognised }
    return .recognisedTool
  }
}

extension Origin.Withdrawal.Reason {
  fileprivate init(_ reason: Invalidation.Reason) {
    self =
      switch reason {
      case .keyCompromise: .stolen
      case .caCompromise: .authorityStolen
      case .unspecified: .unspecified
      case .affiliationChanged, .superseded, .cessationOfOperation, .privilegeWithdrawn: .ended
      }
  }
}

extension Agency {
  /// The agency that an entry of a list is about, in the list's words.
  init(_ listed: BroadsealTrust.Agency) {
    let names = listed.names.entries.map { ($0.language, $0.value) }
    self.init(id: listed.id, names: Dictionary(names, uniquingKeysWith: { first, _ in first }))
  }
}

/// Collects what an official verdict rests on.
enum BasisReading {
  /// The basis of `facts`, for which every condition holds; nil unless kept evidence was given.
  static func basis(of facts: OfficialCase) -> OfficialBasis? {
    guard facts.context.evidence.subject != nil, let candidate = facts.candidate else { return nil }
    let content = candidate.anchors.list.content
    return OfficialBasis(
      judged: facts.context.time,
      list: OfficialBasis.Period(from: content.issued, to: content.nextUpdate),
      signer: OfficialBasis.Period(
        from: candidate.path.notBefore, to: candidate.path.notAfter),
      authority: facts.stamp.map { stamp in
        OfficialBasis.Period(
          from: stamp.authority.leaf.notBefore, to: stamp.authority.leaf.notAfter)
      },
      answers: answers(for: facts).map {
        OfficialBasis.Answer(thisUpdate: $0.thisUpdate, nextUpdate: $0.nextUpdate)
      })
  }

  /// Kept answers are about the claim's signer; of an identity's, none is told.
  private static func answers(for facts: OfficialCase) -> [OCSPAnswer] {
    guard facts.voice.identity == nil else { return [] }
    return RevocationCheck.clearing(
      facts.manifest.signature, stamp: facts.countedStamp?.time, in: facts.context)
  }
}
