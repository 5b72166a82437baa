public import BroadsealBytes
public import BroadsealTrust

/// Judges files by what the user believes in, as of one moment.
///
///     let verifier = try Verifier(trust: TrustStore(folder: "trust"), at: SystemClock.now)
///     let verdict = verifier.verify("press-release.pdf")
///     print(verdict.integrity, verdict.origin?.status ?? .none)
///
/// Reads no clock, and opens no socket but by an inquiry that the caller gave it. One verifier serves a
/// whole run and many threads: its sessions share what was found out about certificates.
public struct Verifier: Sendable {
  /// How strictly and how thoroughly it verifies.
  public let options: VerifierOptions
  let context: ValidationContext
  let manifests: RemoteManifests

  /// A verifier that believes what `trust` names.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in; nothing else is believed.
  ///   - time: the moment to judge by where no trusted time stamp says another.
  ///   - options: how strictly and how thoroughly.
  ///   - evidence: what is known of revoked certificates beside what signatures bring along.
  /// - Throws: the first fault of any anchor or list: nothing is left out quietly.
  public init(
    trust: TrustStore, at time: UTCTime, options: VerifierOptions = VerifierOptions(),
    evidence: RevocationEvidence = .none
  ) throws(TrustError) {
    self.init(
      trust: try TrustContext(trust, at: time), at: time, options: options, evidence: evidence)
  }

  /// A verifier for one run.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in, proved.
  ///   - time: the moment to judge by where no trusted time stamp says another.
  ///   - options: how strictly and how thoroughly.
  ///   - evidence: what is known of revoked certificates beside what signatures bring along.
  ///   - manifests: who fetches stores that documents name and do not hold.
  package init(
    trust: TrustContext, at time: UTCTime, options: VerifierOptions = VerifierOptions(),
    evidence: RevocationEvidence = .none, manifests: RemoteManifests = .none
  ) {
    self.options = options
    self.manifests = manifests
    context = ValidationContext(trust: trust, time: time, evidence: evidence)
  }

  /// Whether it believes any government list: without one, nothing is official.
  package var believesLists: Bool { !context.trust.government.isEmpty }

  /// A session for one worker: it reuses its buffer from file to file.
  public func session() -> VerifierSession { VerifierSession(self) }

  /// Judges the file at `path`; see ``VerifierSession/verify(_:sidecar:)-(FilePath,FilePath?)``.
  public func verify(_ path: FilePath, sidecar: FilePath? = nil) -> Verdict {
    session().verify(path, sidecar: sidecar)
  }

  /// Judges the file at `path` by a manifest store in memory, where it carries none itself.
  public func verify(_ path: FilePath, sidecar: [UInt8]) -> Verdict {
    session().verify(path, sidecar: sidecar)
  }

  /// Judges bytes in memory; see ``VerifierSession/verify(bytes:named:sidecar:)``.
  public func verify(
    bytes: [UInt8], named name: String? = nil, sidecar: [UInt8]? = nil
  ) -> Verdict {
    session().verify(bytes: bytes, named: name, sidecar: sidecar)
  }
}
