public import BroadsealNotes

/// The second axis of a verdict: who issued the file, and is that a recognised government issuer?
///
/// Every field beyond `status` and `reasons` is present only as far as it was proved.
public struct Origin: Sendable, Hashable {
  /// How far the issuer is recognised, strongest first.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// All nine conditions hold: issued by an agency of a Government Trust List that was given.
    case official
    /// The signer is on the list of C2PA products (the claim-signing anchors given).
    case recognisedTool = "recognised-tool"
    /// The signer's own certificate was accepted by hand (`--allow`).
    case known
    /// Signed, and the signature holds, but no list given knows the signer.
    case unrecognised
    /// Nobody can be named: nothing signed was proved.
    case none
  }

  /// How far the issuer is recognised.
  public let status: Status
  /// The agency, in the trust list's own words; only when the signer matches an entry's scope.
  public let agency: Agency?
  /// The entry's jurisdiction: `US`, `JP`, `JP-13`, `INT`.
  public let jurisdiction: String?
  /// The list that knows the agency.
  public let list: RecognisedList?
  /// Whoever speaks for the document: the claim signer, when the claim signature was proved, or the
  /// holder of an identity (`cawg.identity`) in the active manifest, by whom alone it is official.
  public let signer: SignerIdentity?
  /// The claim signer, where it is an identity and not the claim signer that makes the document
  /// official; nil otherwise.
  public let claimSigner: SignerIdentity?
  /// Why the status is not a better one, one entry for each condition that fails (`OFF-…`).
  public let reasons: [Note]

  /// What "official" rests on, when a moment of the past was judged by evidence that was kept.
  public let basis: OfficialBasis?

  /// Whether the document is official by an identity in its manifest, not by the claim signer.
  public var isByIdentity: Bool { claimSigner != nil }

  /// An origin as it was proved.
  public init(
    status: Status, agency: Agency? = nil, jurisdiction: String? = nil,
    list: RecognisedList? = nil, signer: SignerIdentity? = nil, claimSigner: SignerIdentity? = nil,
    reasons: [Note] = [], basis: OfficialBasis? = nil
  ) {
    self.status = status
    self.agency = agency
    self.jurisdiction = jurisdiction
    self.list = list
    self.signer = signer
    self.claimSigner = claimSigner
    self.reasons = reasons
    self.basis = basis
  }
}
