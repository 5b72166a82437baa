public import BroadsealBytes
import BroadsealOpenSSL
public import BroadsealTrust

/// Judges files by what the user believes in, as of one moment.
///
///     let seen = SeenLists(in: "/var/lib/portal")
///     let verifier = try Verifier(trust: TrustStore(folder: "trust"), at: now, seen: seen)
///     if verifier.verify("press-release.pdf").isOfficial { publish() }
///
/// The front door has `Verifier(trust:)` beside it, which takes the clock of the machine and this user's record of
/// lists. Reads no clock, and opens no socket but by an inquiry that the caller gave it. One verifier serves a
/// whole run and many threads: its sessions share what was found out about certificates.
public struct Verifier: Sendable {
  /// How strictly and how thoroughly it verifies.
  public let options: VerifierOptions
  let context: ValidationContext
  let manifests: RemoteManifests

  /// What should be known of the record of lists seen before; empty where it was used as it should be, or
  /// where none was given. Each verdict says it too, as the finding `LIST-RECORD`.
  public let notes: [SeenLists.Note]

  /// A verifier that believes what `trust` names.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in; nothing else is believed.
  ///   - time: the moment to judge by where no trusted time stamp says another.
  ///   - clock: a clock that runs on, for a verifier that lives longer than some minutes: time stamps may
  ///     be as late as it says. Nil for a moment that stands still, and for one of the past.
  ///   - seen: the record of lists seen before, so that no older list is believed; nil remembers nothing.
  ///     Leave it out for a moment of the past, of which later lists say nothing.
  ///   - options: how strictly and how thoroughly.
  ///   - evidence: what is known of revoked certificates beside what signatures bring along.
  /// - Throws: the first fault of any anchor or list: nothing is left out quietly. `.rolledBack` for a
  ///   list older than one that was seen, `.malformed` for a record that was damaged.
  public init(
    trust: TrustStore, at time: UTCTime, clock: (@Sendable () -> UTCTime)? = nil,
    seen: SeenLists? = nil, options: VerifierOptions = VerifierOptions(),
    evidence: RevocationEvidence = .none
  ) throws(TrustError) {
    var notes: [SeenLists.Note] = []
    let context =
      if let seen, trust.hasGovernmentLists {
        try seen.context(trust, at: time, notes: &notes)
      } else {
        try TrustContext(trust, at: time)
      }
    self.init(
      trust: context, at: time, clock: clock, options: options, evidence: evidence, notes: notes)
  }

  /// A verifier for one run.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in, proved.
  ///   - time: the moment to judge by where no trusted time stamp says another.
  ///   - clock: a clock that runs on; nil for a moment that stands still.
  ///   - options: how strictly and how thoroughly.
  ///   - evidence: what is known of revoked certificates beside what signatures bring along.
  ///   - manifests: who fetches stores that documents name and do not hold.
  ///   - notes: what should be known of the record of lists, and is to be said with each verdict.
  package init(
    trust: TrustContext, at time: UTCTime, clock: (@Sendable () -> UTCTime)? = nil,
    options: VerifierOptions = VerifierOptions(), evidence: RevocationEvidence = .none,
    manifests: RemoteManifests = .none,
    notes: [SeenLists.Note] = []
  ) {
    self.notes = notes
    self.options = options
    self.manifests = manifests
    context = ValidationContext(trust: trust, time: time, evidence: evidence, clock: clock)
  }

  /// Whether it believes any government list: without one, nothing is official.
  package var believesLists: Bool { !context.trust.government.isEmpty }
}

/// How strictly and how thoroughly to verify.
public struct VerifierOptions: Sendable, Hashable {
  /// Whether "official" also needs proof that the signer's certificate was not revoked. Without
  /// it, missing revocation data is no obstacle; a proved revocation always is.
  public var isStrict: Bool
  /// Whether to look for `FILE.EXT.c2pa` when a document carries no store of its own.
  public var looksForSidecar: Bool
  /// Whether the verdict states the SHA-256 of the whole file even where that means a second
  /// digest over the same bytes.
  public var digestsFile: Bool
  /// Largest file that is judged, in bytes; a larger one is not opened, and its verdict says so. Nil:
  /// any.
  public var maximumSize: Int?
  /// What the signature checks of one file may cost (`SignatureBudget`).
  package var signatureBudget = SignatureBudget.ofFile

  /// The defaults: not strict, sidecars are looked for, the whole file is digested.
  public init(
    isStrict: Bool = false, looksForSidecar: Bool = true, digestsFile: Bool = true,
    maximumSize: Int? = nil
  ) {
    self.isStrict = isStrict
    self.looksForSidecar = looksForSidecar
    self.digestsFile = digestsFile
    self.maximumSize = maximumSize
  }
}
