package import Bytes
package import OpenSSL

/// Everything a run believes in, proved: what a verifier is made with.
package struct TrustContext: Sendable {
  /// Whom the user named himself.
  package let anchors: TrustAnchors
  /// Government lists that were proved, in the order given.
  package let government: [GovernmentTrustList]
  /// Lists that were issued after the moment of judgement, or went stale before it: they cannot make a
  /// document official, but what they withdrew is withdrawn.
  package let later: [GovernmentTrustList]
  /// Anchors for the C2PA state: those given, and the CAs that a list still believes in; nil when
  /// there is none. Whoever ends here is trusted in C2PA's sense and not official by that.
  package let claimAnchors: AnchorStore?
  /// Anchors of time stamps for the C2PA state: those given, and those a list still believes in.
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
    let inForce = government.filter(\.isInForce)
    claimAnchors = try AnchorStore.ifAny(
      (anchors.claimAnchors?.certificates ?? [])
        + inForce.flatMap { $0.certificates { $0.scope != nil && $0.isCurrent } },
      name: "claim anchors")
    tsaAnchors = try AnchorStore.ifAny(
      (anchors.tsaAnchors?.certificates ?? [])
        + inForce.flatMap { $0.certificates { $0.type == .timeStampAuthority && $0.isCurrent } },
      name: "time-stamp anchors")
    fingerprint = try Fingerprint.of([
      [anchors.fingerprint.hex],
      government.map { "\($0.digest.hex) \($0.isPinned) \($0.isInForce)" },
      later.map(\.digest.hex),
    ])
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
  ///   - minimumSequences: the highest sequence number seen of each scheme.
  /// - Throws: the first fault of any file or list.
  package init(
    _ material: TrustMaterial, at time: UTCTime, minimumSequences: [String: Int64] = [:]
  ) throws(TrustError) {
    var allowed: [Certificate] = []
    for file in material.allowed {
      allowed += try PEMFile.certificates(file.bytes, name: file.name)
    }
    let anchors = try TrustAnchors(
      claimAnchors: try TrustMaterial.certificates(of: material.claimAnchors, at: time),
      tsaAnchors: try TrustMaterial.certificates(of: material.tsaAnchors, at: time),
      allowed: allowed, furtherPurposes: material.purposes)
    let resolver = try ListResolver(material.lists, at: time, minimumSequences)
    try self.init(anchors: anchors, government: try resolver.resolve())
  }

  /// The places on government lists that `chain` (signer first, anchor last) leads to, the best
  /// match first: entries without mismatch, then in the order of the lists.
  package func governmentEntries(forChain chain: [Certificate]) -> [GovernmentEntry] {
    government.flatMap { $0.entries(forChain: chain) }
      .map { ($0, $0.mismatches(chain: chain).count) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }
}
