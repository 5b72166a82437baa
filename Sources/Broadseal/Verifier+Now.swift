public import BroadsealTrust
public import BroadsealVerifying

extension Verifier {
  /// A verifier of today, as `broadseal verify` is one: it judges by the clock of this machine, and believes no
  /// government list that is older than one seen before.
  ///
  ///     let verifier = try Verifier(trust: TrustStore(folder: "trust"))
  ///     if verifier.verify("press-release.pdf").isOfficial { publish() }
  ///
  /// The clock is read once; only time stamps may be as late as it says later. A server makes a new verifier now
  /// and then, for instance each hour. For a moment of the past there is `Verifier(trust:at:)`, which reads no clock
  /// and keeps no record by itself.
  ///
  /// - Parameters:
  ///   - trust: everything the user believes in; nothing else is believed.
  ///   - seen: the record of lists seen before; this user's, unless a service names a folder of its own. Nil guards
  ///     against nothing.
  ///   - options: how strictly and how thoroughly.
  ///   - evidence: what is known of revoked certificates beside what signatures bring along.
  /// - Throws: the first fault of any anchor or list: nothing is left out quietly. `.rolledBack` for a
  ///   list older than one that was seen, `.malformed` for a record that was damaged.
  public init(
    trust: TrustStore, seen: SeenLists? = .ofUser, options: VerifierOptions = VerifierOptions(),
    evidence: RevocationEvidence = .none
  ) throws(TrustError) {
    try self.init(
      trust: trust, at: SystemClock.now, clock: { SystemClock.now }, seen: seen, options: options,
      evidence: evidence)
  }
}
