public import BroadsealBytes
public import BroadsealNotes

/// Whether a PDF signature is the seal of a recognised government issuer, and why not.
///
/// A seal says who vouches for a document, and nothing of how it was made. It never stands in for a label.
public struct SealResult: Sendable, Hashable {
  /// Why it is not official: one entry for each condition that fails (`SEAL-…`).
  public let reasons: [Note]
  /// The agency, in the trust list's own words; only when the signer matches an entry's scope.
  public let agency: Agency?
  /// The entry's jurisdiction.
  public let jurisdiction: String?
  /// The list that knows the agency.
  public let list: RecognisedList?
  /// When it was sealed.
  public let time: SealTime
  /// Whether it is the one that speaks for a document without a label: the listed one that reaches
  /// furthest, and where no list knows any, the one that does.
  public internal(set) var speaks = false

  /// The same with one more reason why it is not official.
  func refused(_ reason: Note) -> SealResult {
    SealResult(
      reasons: reasons + [reason], agency: agency, jurisdiction: jurisdiction, list: list,
      time: time)
  }

  /// Whether every condition holds.
  public var isOfficial: Bool { reasons.isEmpty }

  /// A seal as it was judged.
  public init(
    reasons: [Note], agency: Agency? = nil, jurisdiction: String? = nil,
    list: RecognisedList? = nil, time: SealTime = SealTime()
  ) {
    self.reasons = reasons
    self.agency = agency
    self.jurisdiction = jurisdiction
    self.list = list
    self.time = time
  }
}

/// When a PDF signature was made, as far as that is known.
public struct SealTime: Sendable, Hashable {
  /// The time of a stamp by an authority of the list that knows the signer.
  public let trusted: UTCTime?
  /// Subject of that authority, in the style of RFC 4514.
  public let authority: String?
  /// The time that the signer states; nobody vouches for it.
  public let claimed: UTCTime?
  /// The newest answer about revocation that stands under the signature, which was made later.
  public let notBefore: UTCTime?

  /// A time as far as it was proved.
  public init(
    trusted: UTCTime? = nil, authority: String? = nil, claimed: UTCTime? = nil,
    notBefore: UTCTime? = nil
  ) {
    self.trusted = trusted
    self.authority = authority
    self.claimed = claimed
    self.notBefore = notBefore
  }
}

/// The certificates from a signer to an anchor that was given, or why there is no such way.
public struct SignerChain: Sendable, Hashable {
  /// One certificate of it.
  public struct Link: Sendable, Hashable {
    /// Its subject, in the style of RFC 4514.
    public let subject: String
    /// SHA-256 of the certificate, in lower-case hex.
    public let sha256: String
  }

  /// Who issued the signer's certificate, by its own word.
  public let issuer: String
  /// The signer's certificate first, the anchor last; empty when no way leads to one.
  public let links: [Link]
  /// Why there is none, in lower case; nil when there is one.
  public let failure: String?
}
