package import BroadsealBytes
package import BroadsealOpenSSL

/// A government list that was proved: enough of the pinned keys signed it, and it is fresh.
///
/// There is no other way to make one than `ParsedTrustList.verified`.
///
/// A class, because every verdict looks at it and it never changes.
package final class GovernmentTrustList: Sendable {
  /// One other list's word for this one.
  package struct Grant: Hashable, Sendable {
    /// English scheme name of the list that recognises.
    package let by: String
    /// What it recognises.
    package let recognition: Recognition
  }

  /// The list as the user named it.
  package let name: String
  /// English `SchemeName`.
  package let scheme: String
  /// `SchemeTerritory`.
  package let territory: String
  /// What it says.
  package let content: TrustListContent
  /// SHA-256 of the signed payload.
  package let digest: Digest
  /// SHA-256 of the SubjectPublicKeyInfo of every pinned key that signed.
  package let signers: [String]
  /// `ListKeys.fingerprint` of the keys that proved it.
  package let keys: String
  /// Whether the user pinned its keys; else it is believed by `grants` alone, within their bounds.
  package let isPinned: Bool
  /// The pinned lists that recognise this one at the time of judgement; when none does any more or
  /// yet, the one that will or did.
  package let grants: [Grant]
  /// Whether the list counted when it was read: its keys are pinned, or a recognition was in force.
  /// Whoever is on a list that does not count is named and never believed.
  package let isInForce: Bool
  /// The CAs of its scoped services and nothing else, withdrawn ones too, since a status is judged
  /// at the time of a signature; nil when there is none.
  package let claimAnchors: AnchorStore?
  /// The CAs of the services that vouch for PDF signatures, likewise.
  package let sealAnchors: AnchorStore?
  /// The certificates of its time-stamping services, withdrawn ones too; nil when there is none.
  package let tsaAnchors: AnchorStore?

  /// Its time-stamping services: looked for once, since every stamp asks for them.
  let authorities: [TrustedService]

  /// `LoTESequenceNumber`.
  package var sequence: Int64 { content.sequence }

  fileprivate init(
    _ list: ParsedTrustList, scheme: String, territory: String, signers: [String],
    keys: ListKeys
  ) throws(TrustError) {
    name = list.name
    content = list.content
    digest = list.digest
    self.scheme = scheme
    self.territory = territory
    self.signers = signers
    self.keys = keys.fingerprint
    isPinned = true
    grants = []
    isInForce = true
    let services = list.content.services.map(\.service)
    claimAnchors = try AnchorStore.ifAny(
      services.filter { $0.scope != nil }.flatMap(\.certificates), name: list.name)
    sealAnchors = try AnchorStore.ifAny(
      services.filter { $0.seal != nil }.flatMap(\.certificates), name: list.name)
    authorities = services.filter { $0.type == .timeStampAuthority }
    tsaAnchors = try AnchorStore.ifAny(authorities.flatMap(\.certificates), name: list.name)
  }

  private init(
    _ list: GovernmentTrustList, isPinned: Bool, grants: [Grant], isInForce: Bool
  ) {
    name = list.name
    scheme = list.scheme
    territory = list.territory
    content = list.content
    digest = list.digest
    signers = list.signers
    keys = list.keys
    claimAnchors = list.claimAnchors
    sealAnchors = list.sealAnchors
    tsaAnchors = list.tsaAnchors
    authorities = list.authorities
    self.isPinned = isPinned
    self.grants = grants
    self.isInForce = isInForce
  }

  /// The certificates of the services that `isWanted` picks.
  func certificates(where isWanted: (TrustedService) -> Bool) -> [Certificate] {
    content.services.map(\.service).filter(isWanted).flatMap(\.certificates)
  }

  /// The same list with what other lists say of it.
  func recognised(
    by grants: [Grant], isPinned: Bool, isInForce: Bool
  ) -> GovernmentTrustList {
    GovernmentTrustList(self, isPinned: isPinned, grants: grants, isInForce: isInForce)
  }
}

extension ParsedTrustList {
  /// Proves the list.
  ///
  /// - Parameters:
  ///   - keys: the pinned keys.
  ///   - time: the moment to judge by; the list must have been issued and not be stale then.
  ///   - minimumSequence: the highest sequence number seen before; a lower one is a rollback.
  /// - Throws: `.wrongScheme`, `.unsigned`, `.notEnoughSignatures`, `.notYetValid`, `.stale`,
  ///   `.rolledBack`, or `.malformed` when it has no name or territory.
  package func verified(
    keys: ListKeys, at time: UTCTime, minimumSequence: Int64 = 0
  ) throws(TrustError) -> GovernmentTrustList {
    guard isSigned else { throw TrustError(.unsigned, name, "the trust list is not signed") }
    let signers = signers(among: keys)
    guard signers.count >= keys.threshold else {
      throw TrustError(
        .notEnoughSignatures, name,
        "\(signers.count) of the \(keys.keys.count) pinned keys signed the trust list, "
          + "\(keys.threshold) are needed",
        hint: content.scheme.map { PlainText.isSame($0, keys.scheme) } ?? true
          ? keyChanges(after: minimumSequence) ?? missing(beside: signers.count)
          : "it is the list \(content.scheme ?? ""), and the keys are those of \(keys.scheme)")
    }
    guard let scheme = content.scheme, let territory = content.territory else {
      throw TrustError(
        .malformed, name, "a government list needs a SchemeName and a SchemeTerritory")
    }
    guard PlainText.isSame(scheme, keys.scheme) else {
      throw TrustError(.wrongScheme, name, "the pinned keys are for another trust list")
    }
    guard content.issued <= time else {
      throw TrustError(
        .notYetValid, name, "the trust list was issued on \(content.issued), after \(time)")
    }
    guard time < content.nextUpdate else {
      throw .stale(self)
    }
    guard content.sequence >= minimumSequence else {
      throw .rolledBack(self, under: minimumSequence)
    }
    return try GovernmentTrustList(
      self, scheme: scheme, territory: territory, signers: signers.map(\.spkiSHA256),
      keys: keys)
  }

  /// What to do about signatures that are missing: keepers who have not signed yet, where all that is there counts, or
  /// other keys.
  ///
  /// - Parameter count: signatures by pinned keys.
  private func missing(beside count: Int) -> String {
    count > 0 && count == signatureCount
      ? "too few of its keepers have signed it, and it should not have been published: tell its operator"
      : "its operator may have changed the keys: get the list that announced it, which the old keys signed "
        + "too, or the new keys file by a way you trust"
  }

  /// What a reader has to fetch first whose keys are those of `number`; nil when the list tells nothing.
  ///
  /// Nobody has proved what it tells. It leads to lists that are proved like any other.
  private func keyChanges(after number: Int64) -> String? {
    let due = content.keyChanges.filter { $0.number > number && $0.number < content.sequence }
      .sorted { $0.number < $1.number }
    guard !due.isEmpty else { return nil }
    let numbers = due.map { change in
      "number \(change.number)" + (change.address.map { " from \($0)" } ?? "")
    }
    return
      "the list says that its keys changed: trust update with \(numbers.joined(separator: ", then "))"
      + " takes you over, then with this one"
  }
}
