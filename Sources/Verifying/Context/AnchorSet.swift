import BroadsealOpenSSL
import BroadsealTrust

/// Anchors that the user gave, and which of the user's sources named them.
struct AnchorSet: Sendable {
  /// Which of the given sets it is; the same number always means the same anchors within a run.
  struct Identifier: Hashable, Sendable {
    let number: Int
  }

  /// Which set it is.
  let identifier: Identifier
  /// The anchors.
  let store: AnchorStore
}

/// A government list and its anchors.
struct ListAnchors: Sendable {
  /// The list.
  let list: GovernmentTrustList
  /// Its CAs of claim signers.
  let claims: AnchorSet?
  /// Its CAs of those who seal PDF documents.
  let seals: AnchorSet?
  /// Its CAs of time-stamping authorities.
  let timeStamps: AnchorSet?
}
