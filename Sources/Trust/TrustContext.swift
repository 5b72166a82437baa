package import BroadsealBytes
package import BroadsealOpenSSL

/// Everything a run believes in, proved: what a verifier is made with.
package struct TrustContext: Sendable {
  /// Whom the user named himself.
  package let anchors: TrustAnchors
  /// Government lists that were proved, in the order given.
  package let government: [GovernmentTrustList]
  /// Lists that were issued after the moment of judgement, or went stale before it: they cannot make a
  /// document official, but what they withdrew is withdrawn.
  package let later: [GovernmentTrustList]
  /// What all these lists withdrew.
  package let withdrawals: Withdrawals
  /// Anchors for the C2PA state: those given, and the CAs that a list believes in or once did; nil
  /// when there is none. Whether they count is a question of time: see `believes`. Whoever ends here
  /// is trusted in C2PA's sense and not official by that.
  package let claimAnchors: AnchorStore?
  /// Anchors of time stamps for the C2PA state: those given, and those a list believes in or did.
  package let tsaAnchors: AnchorStore?
  /// SHA-256 over all of it, for caches of chain results.
  package let fingerprint: Digest

  /// A context of anchors and proved lists.
  package init(
    anchors: TrustAnchors, government: [GovernmentTrustList] = [],
    later: [GovernmentTrustList] = []
  ) throws(TrustError) {
    self.anchors = anchors
    self.government = government
    self.later = later
    withdrawals = Withdrawals(government + later)
    let inForce = government.filter(\.isInForce)
    claimAnchors = try AnchorStore.ifAny(
      (anchors.claimAnchors?.certificates ?? [])
        + inForce.flatMap { $0.certificates { $0.scope != nil && $0.wasGranted } },
      name: "claim anchors")
    tsaAnchors = try AnchorStore.ifAny(
      (anchors.tsaAnchors?.certificates ?? [])
        + inForce.flatMap { $0.certificates { $0.type == .timeStampAuthority && $0.wasGranted } },
      name: "time-stamp anchors")
    fingerprint = try Fingerprint.of([
      [anchors.fingerprint.hex],
      government.map { "\($0.digest.hex) \($0.isPinned) \($0.isInForce)" },
      later.map(\.digest.hex),
    ])
  }

  /// Whether a claim signature of `time` whose chain ends at `anchor` counts: the anchor was given,
  /// or a list believed in it then.
  package func believes(claimAnchor anchor: Certificate, at time: UTCTime) -> Bool {
    anchors.claimAnchors?.contains(anchor) ?? false
      || listed(anchor, at: time) { $0.scope != nil }
  }

  /// The same of a time stamp.
  package func believes(timeStampAnchor anchor: Certificate, at time: UTCTime) -> Bool {
    anchors.tsaAnchors?.contains(anchor) ?? false
      || listed(anchor, at: time) { $0.type == .timeStampAuthority }
  }

  private func listed(
    _ anchor: Certificate, at time: UTCTime, _ isMeant: (TrustedService) -> Bool
  ) -> Bool {
    government.contains { list in
      list.isInForce
        && list.content.services.map(\.service).contains { service in
          isMeant(service) && service.certificates.contains(anchor) && service.isGranted(at: time)
        }
    }
  }

  /// Every certificate that was given or that a list names, believed in, not, or withdrawn: a CA above a listed one
  /// is found among them, whoever has it.
  package var certificates: [Certificate] {
    (anchors.claimAnchors?.certificates ?? []) + (anchors.tsaAnchors?.certificates ?? [])
      + (government + later).flatMap { list in
        list.certificates { _ in true }
          + list.content.services.flatMap { $0.service.withdrawals.compactMap(\.certificate) }
      }
  }

  /// Nobody is believed.
  package static func nobody() throws(TrustError) -> TrustContext {
    try TrustContext(anchors: TrustAnchors())
  }

  /// Proves the material of a run.
  ///
  /// A list with pinned keys is believed by its signatures. A list without is believed when a pinned
  /// list recognises it at `time` with the keys that signed it: one hop, since lists that are
  /// themselves only recognised are not asked. Outside the dates of its recognition it is read all
  /// the same, so that its agencies are named and it is said why they are not believed.
  ///
  /// - Parameters:
  ///   - time: the moment to judge by.
  ///   - seen: the highest sequence number seen of each list.
  /// - Throws: the first fault of any file or list.
  package init(
    _ material: TrustStore, at time: UTCTime, seen: SeenSequences = SeenSequences()
  ) throws(TrustError) {
    var allowed: [Certificate] = []
    for file in material.allowed {
      allowed += try PEMFile.certificates(file.bytes, name: file.name)
    }
    let anchors = try TrustAnchors(
      claimAnchors: try TrustStore.certificates(of: material.claimAnchors, for: .signers, at: time),
      tsaAnchors: try TrustStore.certificates(of: material.tsaAnchors, for: .timeStamps, at: time),
      allowed: allowed, furtherPurposes: material.purposes)
    let resolver = try ListResolver(material.lists, at: time, seen)
    try self.init(anchors: anchors, government: try resolver.resolve())
  }
}
