import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// Everything the nine conditions for a seal look at. All of it is proved, or proved wrong.
struct SealCase: Sendable {
  /// The signature.
  let checked: CheckedSignature
  /// Whether the file's name and content agree.
  let nameAgrees: Bool
  /// The signer's certificate and what may stand above it; nil when nobody has it.
  let credential: SignerCredential?
  /// Time stamps that hold, the earliest first.
  let stamps: [SealStamp]
  /// Whether there is any stamp of its own, believed or not.
  let bearsStamp: Bool
  /// Whether a stamp of its own was computed and is none of this signature.
  let bearsWrongStamp: Bool
  /// What is known of revoked certificates.
  let revocation: SealRevocation
  /// The newest time stamp that it covers, whoever made it; nil when there is none.
  let covered: UTCTime?
  /// Whom to believe, as of when.
  let context: ValidationContext
  /// Whether revocation must be known good.
  let isStrict: Bool
  /// The place on a government list that the conditions are asked of; nil when the signer's chain leads
  /// to none.
  private(set) var candidate: OfficialCandidate?
  /// The earliest stamp that counts at that place.
  private(set) var stamp: SealStamp?

  init(
    _ checked: CheckedSignature, nameAgrees: Bool, credential: SignerCredential?,
    stamps: [SealStamp], revocation: SealRevocation, covered: UTCTime?, context: ValidationContext,
    isStrict: Bool
  ) {
    self.checked = checked
    self.nameAgrees = nameAgrees
    self.credential = credential
    self.stamps = stamps
    bearsStamp = !(checked.message?.tokens ?? []).isEmpty
    bearsWrongStamp = checked.tokens.contains(where: \.differs)
    self.revocation = revocation
    self.covered = covered
    self.context = context
    self.isStrict = isStrict
  }

  /// What came of computing it.
  var result: PDFSignatureResult { checked.result }

  /// The entry of the list.
  var entry: SealScope? { candidate?.entry.seal }

  /// The listed key that sealed; nil when the list names none, or others.
  var key: SealKey? { credential.flatMap { entry?.key(of: $0.leaf) } }

  /// When the signer says that it sealed: under the signature, else in its dictionary.
  var claimed: UTCTime? { checked.message?.claimedTime ?? checked.signature.claimedTime }

  /// Whether the list itself vouches for the period in which the key seals, so that the stated time counts.
  var allowsClaimedTime: Bool {
    guard let entry, !entry.scope.requiresTimeStamp, let key else { return false }
    return key.from != nil && key.to != nil
  }

  /// When it was sealed, as far as that counts at this place.
  var moment: UTCTime? { stamp?.time ?? (allowsClaimedTime ? claimed : nil) }

  /// What was sealed is no older: the newest answer about revocation, or time stamp, that it covers.
  var notBefore: UTCTime? {
    [revocation.newestSigned(of: candidate?.path), covered].compactMap(\.self).max()
  }

  /// The same case at a place of a list.
  func at(_ candidate: OfficialCandidate) -> SealCase {
    var placed = self
    placed.candidate = candidate
    placed.stamp = stamps.first {
      $0.fault(at: candidate, by: revocation, in: context) == nil
    }
    return placed
  }
}

/// One of the nine conditions for a seal (Documentation/Seals.md).
protocol SealCondition: SendableMetatype {
  /// Why the condition does not hold, each reason under its own code; empty when it holds.
  static func reasons(in facts: SealCase) -> [Note]
}
