public import BroadsealBytes
public import BroadsealNotes

/// The second axis of a verdict: who issued the file, and is that a recognised government issuer?
///
/// Every field beyond `status` and `reasons` is present only as far as it was proved. It is one axis of three, and no
/// answer to what to do with the file: ``Verdict/isOfficial`` and ``Verdict/conclusion(for:)`` are.
public struct Origin: Sendable, Hashable {
  /// How far the issuer is recognised, strongest first.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// All nine conditions hold of what was labelled, or all of those that a seal has to meet: issued by an agency of
    /// a Government Trust List that was given. Whether that makes the file official says ``Verdict/isOfficial``.
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

  /// Who says who issued it.
  public enum Speaker: String, Sendable, Hashable, CaseIterable {
    /// The label: a C2PA manifest.
    case label
    /// A seal: a PDF signature. Nothing is said of how the document was made.
    case seal
  }

  /// Whether a label says so, or a seal. A seal speaks only where there is no label.
  public let speaker: Speaker
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
  /// Why the status is not a better one, one entry for each condition that fails (`OFF-…`, of a seal
  /// `SEAL-…`).
  public let reasons: [Note]

  /// What a list withdrew its trust for; nil where none did.
  public let withdrawal: Withdrawal?

  /// What "official" rests on, when a moment of the past was judged by evidence that was kept.
  public let basis: OfficialBasis?

  /// Whether a signer who is no agency is known all the same, apart from the time at which it signed: its chain leads to
  /// an anchor that was given, or its certificate is accepted by hand. Asked only where that time cannot be decided
  /// (``Verdict/isUndecided``).
  package var isKnownApartFromTime = false

  /// Whether the document is official by an identity in its manifest, not by the claim signer.
  public var isByIdentity: Bool { claimSigner != nil }

  /// An origin as it was proved.
  public init(
    speaker: Speaker = .label, status: Status, agency: Agency? = nil, jurisdiction: String? = nil,
    list: RecognisedList? = nil, signer: SignerIdentity? = nil, claimSigner: SignerIdentity? = nil,
    reasons: [Note] = [], basis: OfficialBasis? = nil, withdrawal: Withdrawal? = nil
  ) {
    self.withdrawal = withdrawal
    self.speaker = speaker
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

extension Origin {
  /// That a list took its trust from the signer's key, or from one that vouches for it.
  public struct Withdrawal: Sendable, Hashable {
    /// Why (RFC 5280 §5.3.1), as far as it changes what a reader has to do.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// The key is in other hands, or may be.
      case stolen
      /// The key of a certificate authority above it is, or may be.
      case authorityStolen = "authority-stolen"
      /// The list does not say why: the worst is to be reckoned with.
      case unspecified
      /// The key is replaced, the office has another name or does this work no more, or may not any more.
      case ended
    }

    /// The first moment that is not believed.
    public let since: UTCTime
    /// Why.
    public let reason: Reason

    /// A withdrawal from `since` on.
    public init(since: UTCTime, reason: Reason) {
      self.since = since
      self.reason = reason
    }

    /// Whether somebody else may have signed.
    public var isCompromise: Bool { reason != .ended }
  }
}

/// A government agency, as a trust list names it.
public struct Agency: Sendable, Hashable {
  /// The list's identifier of the agency.
  public let id: String
  /// Its names by language tag (`en`, `ja`).
  public let names: [String: String]

  /// An agency under its identifier.
  public init(id: String, names: [String: String]) {
    self.id = id
    self.names = names
  }
}

/// The Government Trust List on which an agency was found.
public struct RecognisedList: Sendable, Hashable {
  /// Scheme name of the list.
  public let name: String
  /// Its `LoTESequenceNumber`.
  public let sequence: Int
  /// Name of the list that recognises this one, when recognition came over one hop.
  public let recognisedBy: String?
  /// When it was issued.
  public let issued: UTCTime?
  /// Until when it is in force.
  public let nextUpdate: UTCTime?

  /// A list by name and sequence number.
  public init(
    name: String, sequence: Int, recognisedBy: String? = nil, issued: UTCTime? = nil,
    nextUpdate: UTCTime? = nil
  ) {
    self.name = name
    self.sequence = sequence
    self.recognisedBy = recognisedBy
    self.issued = issued
    self.nextUpdate = nextUpdate
  }
}

/// The holder of the key that made a proved claim signature, by its certificate.
///
/// The text comes from a certificate that nobody need have checked: show it quoted and stripped.
public struct SignerIdentity: Sendable, Hashable {
  /// Subject in the style of RFC 4514.
  public let subject: String
  /// The first common name and the first organisation of the subject: `Seal 1, Press Office`; the
  /// whole subject when it has neither.
  public let name: String
  /// SHA-256 of the subject's public key (SubjectPublicKeyInfo), in lower-case hex.
  public let spki: String
  /// Name of the signature algorithm: `es256`, `ps384`, `ed25519`.
  public let algorithm: String
  /// When the certificate ends; nil where nobody said.
  public let notAfter: UTCTime?

  /// A signer by certificate subject and key.
  public init(
    subject: String, name: String? = nil, spki: String, algorithm: String,
    notAfter: UTCTime? = nil
  ) {
    self.subject = subject
    self.name = name ?? subject
    self.spki = spki
    self.algorithm = algorithm
    self.notAfter = notAfter
  }
}
