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
  /// Where the file and the store break the strict profile.
  let strictness: [Note]
  /// Who speaks: the claim's signer, or an identity in the active manifest.
  let voice: Voice
  /// Whom to believe, as of when.
  let context: ValidationContext
  /// Whether revocation must be known good.
  let isStrict: Bool

  /// Whether evidence that was kept is of this file; true when none was given.
  let evidenceFits: Bool
  /// The place on a government list that the conditions are asked of; nil when the speaker's chain
  /// leads to none.
  private(set) var candidate: OfficialCandidate?
  /// Why the speaker's stamp counts for nothing at that place: the list does not believe its authority.
  private(set) var stampFault: Note?

  init(
    manifest: ProvedManifest, log: StatusLog, store: StoreValidation, strictness: [Note],
    voice: Voice, context: ValidationContext, isStrict: Bool, evidenceFits: Bool
  ) {
    self.manifest = manifest
    self.log = log
    self.store = store
    self.strictness = strictness
    self.voice = voice
    self.context = context
    self.isStrict = isStrict
    self.evidenceFits = evidenceFits
  }

  /// The certificates of the speaker.
  var credential: SignerCredential { voice.credential }
  /// The time of the trusted stamp on the speaker's signature. Where the list asks for none, one that counts
  /// for nothing cannot hurt either.
  var stamp: ProvedTime? { ignoresStamp ? nil : voice.stamp }
  /// Whether it is passed over there.
  var ignoresStamp: Bool {
    stampFault != nil && candidate?.entry.scope.requiresTimeStamp == false
  }
  /// The stamp, where it counts at the place: no other decides what a revocation takes.
  var countedStamp: ProvedTime? { stampFault == nil ? voice.stamp : nil }
  /// Whether the responses stapled to the speaker's signature are proved on the way to the place.
  var staplesAreProved: Bool {
    StapleCheck.isProved(voice.responses, by: credential, on: candidate?.path)
  }
  /// When the signature was made, as far as that is known: the stamp's time, else the moment of
  /// judgement.
  var signedAt: UTCTime { stamp?.time ?? context.time }

  /// Whether it cannot be decided if the label was signed in time: by the standard alone it is invalid
  /// for that reason and no other.
  var isUndecided: Bool {
    log.has(.claimSignatureOutsideValidity)
      && log.failures.allSatisfy {
        $0.code == .claimSignatureOutsideValidity || $0.code.effect.isTolerated
      }
      && manifest.signature.isUndecided(at: context.time)
  }

  /// The same case with another speaker.
  func spoken(by voice: Voice) -> OfficialCase {
    OfficialCase(
      manifest: manifest, log: log, store: store, strictness: strictness, voice: voice,
      context: context, isStrict: isStrict, evidenceFits: evidenceFits)
  }

  /// The same case at a place of a list.
  func at(_ candidate: OfficialCandidate) -> OfficialCase {
    var placed = self
    placed.candidate = candidate
    placed.stampFault = voice.stamp.flatMap {
      $0.authorityFault(by: candidate.anchors, in: context)
    }
    return placed
  }
}

/// One of the nine conditions for "official" (labels-and-trust.md).
protocol OfficialCondition: SendableMetatype {
  /// Why the condition does not hold, each reason under its own code; empty when it holds.
  static func reasons(in facts: OfficialCase) -> [Note]
}
