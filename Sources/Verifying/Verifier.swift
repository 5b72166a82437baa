package import BroadsealBytes
package import BroadsealTrust

/// Judges files by what the user believes in, as of one moment. Reads no clock, and opens no socket but by
/// an inquiry that the caller gave it.
///
/// One verifier serves a whole run: its sessions share what was found out about certificates.
public struct Verifier: Sendable {
  /// How strictly and how thoroughly it verifies.
  public let options: VerifierOptions
  let context: ValidationContext
  let manifests: RemoteManifests

  /// A verifier for one run.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in; nothing else is believed.
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

  /// A session for one worker: it reuses its buffer from file to file.
  public func session() -> VerifierSession { VerifierSession(self) }
}
