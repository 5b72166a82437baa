import BroadsealBytes
import BroadsealNotes
import BroadsealProvenance
import BroadsealTrust

/// Everything the nine conditions for "official" look at. All of it is proved, or proved wrong.
struct OfficialCase: Sendable {
  /// The active manifest.
  let manifest: ProvedManifest
  /// Its statuses, the hard binding's among them.
  let log: StatusLog
  /// The active manifest and everything it descends from.
  let store: StoreValidation
  /// What of the file and the store is not as the strict profile wants it.
  let strictness: [Note]
  /// Who speaks: the claim's signer, or an identity in the active manifest.
  let voice: Voice
  /// The place on a government list that the speaker's chain leads to; nil when there is none.
  let candidate: OfficialCandidate?
  /// Whom to believe, as of when.
  let context: ValidationContext
  /// Whether revocation must be known good.
  let isStrict: Bool

  /// Whether evidence that was kept is of this file; true when none was given.
  let evidenceFits: Bool

  /// The certificates of the speaker.
  var credential: SignerCredential { voice.credential }
  /// The time of the trusted stamp on the speaker's signature.
  var stamp: ProvedTime? { voice.stamp }
  /// When the signature was made, as far as that is known: the stamp's time, else the moment of
  /// judgement.
  var signedAt: UTCTime { stamp?.time ?? context.time }

  /// The same case with another speaker.
  func spoken(by voice: Voice) -> OfficialCase {
    OfficialCase(
      manifest: manifest, log: log, store: store, strictness: strictness, voice: voice,
      candidate: voice.candidate(in: context, labelled: manifest.labelReading),
      context: context,
      isStrict: isStrict, evidenceFits: evidenceFits)
  }
}
