import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust

/// What every check of a run may ask: whom to believe, as of when, and what is proved already.
///
/// A class, because every check is handed it and it never changes.
final class ValidationContext: Sendable {
  /// Everything the user believes in.
  let trust: TrustContext
  /// The moment to judge by where no trusted stamp says another.
  let time: UTCTime
  /// A clock that runs on while a long run judges; nil where the moment stands still.
  private let clock: (@Sendable () -> UTCTime)?
  /// What is known of revoked certificates.
  let evidence: RevocationEvidence
  /// What of it is proved already.
  let provedAnswers = ChainCache<CertificateLink, [OCSPAnswer]>()
  /// Every certificate that was given or that a list names, believed in or not.
  let given: [Certificate]
  /// Chains proved so far.
  let chains: ChainProver
  /// Places on government lists found so far, by the digest of the chain.
  let candidates = ChainCache<[UInt8], [OfficialCandidate]>()
  /// The same for signers of PDF documents.
  let sealCandidates = ChainCache<[UInt8], [OfficialCandidate]>()

  /// Anchors of claim signers for the C2PA state: those given, and those of the lists.
  let claimAnchors: AnchorSet?
  /// Anchors of time stamps for the C2PA state.
  let timeStampAnchors: AnchorSet?
  /// Those of them that were given beside the lists.
  let givenTimeStampAnchors: AnchorSet?
  /// Anchors of claim signers that vouch for products, not for governments.
  let toolAnchors: AnchorSet?
  /// The government lists with their anchors, in the order given.
  let lists: [ListAnchors]

  /// How late a trusted stamp may be: a file that was stamped after the run began is no forgery.
  var latest: UTCTime { clock.map { max(time, $0()) } ?? time }

  init(
    trust: TrustContext, time: UTCTime, evidence: RevocationEvidence = .none,
    clock: (@Sendable () -> UTCTime)? = nil
  ) {
    self.trust = trust
    self.time = time
    self.clock = clock
    self.evidence = evidence
    var count = 0
    func set(_ store: AnchorStore?) -> AnchorSet? {
      count += 1
      return store.map { AnchorSet(identifier: AnchorSet.Identifier(number: count), store: $0) }
    }
    given = trust.certificates
    chains = ChainProver(among: given)
    claimAnchors = set(trust.claimAnchors)
    timeStampAnchors = set(trust.tsaAnchors)
    givenTimeStampAnchors = set(trust.anchors.tsaAnchors)
    toolAnchors = set(trust.anchors.claimAnchors)
    lists = trust.government.map { list in
      ListAnchors(
        list: list, claims: set(list.claimAnchors), seals: set(list.sealAnchors),
        timeStamps: set(list.tsaAnchors))
    }
  }

  /// Whether a government list that was given vouches for seals.
  var vouchesForSeals: Bool { lists.contains { $0.seals != nil } }

  /// Whether the user believes this end-entity certificate by hand.
  func allows(_ credential: SignerCredential) -> Bool {
    trust.anchors.allowed.contains(credential.fingerprint)
  }

  /// The withdrawal on any given list that makes a signature of `time` worthless; nil: no time is proved.
  func withdrawal(of credential: SignerCredential, signedAt time: UTCTime?) -> Invalidation? {
    guard !trust.withdrawals.isEmpty else { return nil }
    return trust.withdrawals.withdrawal(
      from: chains.ancestry(of: credential).certificates, signedAt: time)
  }
}

extension ValidationContext {
  /// Every place on a government list: each list, each anchor of it that a path reaches, each entry of
  /// that anchor.
  func candidates(for credential: SignerCredential) -> [OfficialCandidate] {
    candidates.value(for: credential.digest) { find(credential) }
  }

  /// Every place on a government list that vouches for seals. Weak certificates lead there too: whether
  /// they count is a question of time.
  func sealCandidates(for credential: SignerCredential) -> [OfficialCandidate] {
    sealCandidates.value(for: credential.digest) {
      lists.flatMap { anchors in
        guard let seals = anchors.seals else { return [OfficialCandidate]() }
        return chains.everyPath(of: credential, to: seals, allowsWeak: true).flatMap { path in
          anchors.list.sealEntries(forChain: path.certificates).map { entry in
            OfficialCandidate(
              anchors: anchors, path: path, entry: entry,
              mismatches: entry.mismatches(chain: path.certificates),
              name: entry.distinction + path.certificates.map(\.sha256))
          }
        }
      }.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }
  }

  private func find(_ credential: SignerCredential) -> [OfficialCandidate] {
    lists.flatMap { anchors in
      guard let claims = anchors.claims else { return [OfficialCandidate]() }
      return chains.everyPath(of: credential, to: claims).flatMap { path in
        anchors.list.entries(forChain: path.certificates).map { entry in
          OfficialCandidate(
            anchors: anchors, path: path, entry: entry,
            mismatches: entry.mismatches(chain: path.certificates),
            name: entry.distinction + path.certificates.map(\.sha256))
        }
      }
    }.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
