import BroadsealTrust

/// A government list and its anchors.
struct ListAnchors: Sendable {
  /// The list.
  let list: GovernmentTrustList
  /// Its CAs of claim signers.
  let claims: AnchorSet?
  /// Its CAs of time-stamping authorities.
  let timeStamps: AnchorSet?
}
