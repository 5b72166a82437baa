public import BroadsealBytes
import BroadsealNotes

/// What can be said about one file: three separate axes, and what they rest on.
///
/// The JSON object `broadseal.verdict/1` is made of it, and not all of its members have the same name here:
///
/// | in JSON | here |
/// |---|---|
/// | `integrity`: `unread` | ``integrity`` is `noLabel`, and ``unjudged`` says why nobody looked, or not everywhere |
/// | `origin.basis` | ``Origin/speaker`` |
/// | `origin.withdrawn` | ``Origin/withdrawal`` |
/// | `origin.evidence` | ``Origin/basis`` |
/// | `statement.official` | ``LabelStatement/claim`` |
/// | `detached` | ``isDetached`` |
/// | `label` | ``label``; its members are those of ``LaterRevisions`` |
/// | `pdfSignatures[].seal`, `entry`, `time` | ``PDFSignatureResult/seal`` |
/// | `conclusion` | what ``conclusion(for:)`` says for ``Requirement/official`` |
public struct Verdict: Sendable, Hashable {
  /// Path as it was given; empty for bytes in memory.
  public let path: String
  /// SHA-256 of the whole file in lower-case hex; nil when it could not be read to its end.
  public let sha256: String?
  /// Size of the file in bytes.
  public let size: Int?
  /// Short name of the format by content: `pdf`, `png`, `jpeg`.
  public let format: String
  /// Media type by content.
  public let mediaType: String
  /// Whether the store came from a separate file rather than from inside the document.
  public let isDetached: Bool

  /// Did the bytes change?
  public let integrity: Integrity
  /// Who issued it; nil when nothing was signed.
  public let origin: Origin?
  /// What the issuer declares about AI; nil when nothing was proved.
  public let ai: AIUse?
  /// When it was signed; nil when nothing was proved.
  public let time: VerdictTime?
  /// What else the label says of the document; nil when nothing was proved, or it says nothing.
  public let statement: LabelStatement?
  /// The standard's own validation.
  public let c2pa: C2PAResult
  /// The PDF signatures that the document holds beside its label, in the order of the file.
  public let pdfSignatures: [PDFSignatureResult]
  /// Which revision of the file the label was made for, and what later ones did; nil where no revision
  /// follows it, or nobody knows.
  public let label: LaterRevisions?
  /// What else its reader should know.
  public let findings: [Finding]
  /// Limits of this tool that the judgement ran into; not empty means incomplete.
  public let limits: [String]

  /// Whether it may be another one for no reason but that time goes on; true where nobody looked.
  package internal(set) var restsOnClock = true

  /// A verdict on the file at `path`.
  public init(
    path: String, sha256: String? = nil, size: Int? = nil, format: String, mediaType: String,
    isDetached: Bool = false, integrity: Integrity, origin: Origin? = nil, ai: AIUse? = nil,
    time: VerdictTime? = nil, statement: LabelStatement? = nil, c2pa: C2PAResult = C2PAResult(),
    pdfSignatures: [PDFSignatureResult] = [], label: LaterRevisions? = nil,
    findings: [Finding] = [],
    limits: [String] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.size = size
    self.format = format
    self.mediaType = mediaType
    self.isDetached = isDetached
    self.integrity = integrity
    self.origin = origin
    self.ai = ai
    self.time = time
    self.statement = statement
    self.c2pa = c2pa
    self.pdfSignatures = pdfSignatures
    self.label = label
    self.findings = findings
    self.limits = limits
  }
}

extension Verdict {
  /// Whether nobody can tell if the label was signed in time: the signer's certificate has expired, and
  /// its time stamp is by an authority on no list that was given. Whatever the state by the standard,
  /// the signature is neither good nor bad then.
  ///
  /// It leaves nothing else open: a signer on no list stays on none, and its claim to be official unconfirmed.
  public var isUndecided: Bool {
    origin?.has(.undecided) ?? false
  }

  /// Whether the time of signing is all that is left open about the signer: it is undecided, somebody who was given
  /// knows the signer for the rest, and no list took that back.
  package var isOpenInTime: Bool {
    guard isUndecided, let origin, origin.withdrawal == nil else { return false }
    return origin.agency != nil || origin.isKnownApartFromTime
  }
}

/// The first axis of a verdict: did the bytes change since they were signed?
public enum Integrity: String, Sendable, Hashable, CaseIterable {
  /// Every hash, the claim signature and the hard binding match.
  case intact
  /// The revision that was labelled is intact, and later ones only added proofs about signatures: the
  /// file as a whole no longer matches its label, by the standard.
  case intactRevision = "intact-revision"
  /// A manifest is there, and the file or the manifest does not match what was signed. Or there is none,
  /// and the file does not match its PDF signature, or was changed after a listed issuer sealed it.
  case altered
  /// No manifest store was found. This is not evidence of anything; a seal may speak for the file.
  case noLabel = "no-label"
  /// Something that looks like a manifest store is there, but it cannot be read as one.
  case malformed
  /// The file could not be read to its end; nothing was judged.
  case unreadable
}

/// When the active manifest was signed.
public struct VerdictTime: Sendable, Hashable {
  /// The time of a trusted RFC 3161 stamp.
  public let trusted: UTCTime?
  /// Subject of the authority that made the trusted stamp, in the style of RFC 4514.
  public let authority: String?
  /// The time that the signer claims (`iat`, or the first action's `when`); nobody vouches for it.
  public let claimed: UTCTime?

  /// A time as far as it was proved.
  public init(trusted: UTCTime? = nil, authority: String? = nil, claimed: UTCTime? = nil) {
    self.trusted = trusted
    self.authority = authority
    self.claimed = claimed
  }
}
