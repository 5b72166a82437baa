import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust

/// Why the time stamps of an authority count for nothing, whatever place of a list asks.
///
/// Whoever holds a stolen key of an authority writes any time with it, so that a compromise, and whatever gives no
/// reason, takes the stamps of every time (RFC 3161 §4). What ended in order takes those from its end on.
enum AuthorityLoss: Hashable, Sendable {
  /// A list withdrew its trust.
  case withdrawn(Invalidation)
  /// The CA of the authority, or one above, revoked its certificate.
  case revoked

  /// What is wrong, in lower case and without a full stop.
  var explanation: String {
    switch self {
    case .withdrawn(let withdrawal):
      "a list withdrew its trust in the time stamp's authority from \(withdrawal.date) on: "
        + withdrawal.reason.rawValue
    case .revoked: "the certificate of the time stamp's authority was revoked"
    }
  }

  /// The reason under its own code.
  var note: Note {
    switch self {
    case .withdrawn: Note(OfficialCode.authorityWithdrawn, explanation)
    case .revoked: Note(OfficialCode.authorityRevoked)
    }
  }

  /// The same of a seal.
  var sealNote: Note {
    switch self {
    case .withdrawn: Note(SealCode.authorityWithdrawn, explanation)
    case .revoked: Note(SealCode.authorityRevoked)
    }
  }
}

/// A time-stamp authority at the moment that its stamp states, and what is known of its certificates.
struct StampingAuthority {
  /// Its certificate and what came with it.
  let credential: SignerCredential
  /// The time that it states.
  let time: UTCTime
  /// Whom to believe, as of when.
  let context: ValidationContext
  /// What is known of a certificate; nil: nobody knows of any.
  let answers: ((CertificateLink) -> [OCSPAnswer])?

  private var rule: RevocationRule { RevocationRule(stamp: time, now: context.time) }

  private func answers(about path: ChainPath) -> [[OCSPAnswer]] {
    guard let answers else { return [] }
    return path.links(besides: context.chains.ancestry(of: credential).issuers(at: 0))
      .map { $0.flatMap(answers) }
  }

  /// Why its stamp counts for nothing anywhere; nil when it may count.
  ///
  /// - Parameter anchors: sets beside those that stamps are believed by.
  func loss(besides anchors: AnchorSet? = nil) -> AuthorityLoss? {
    let withdrawals = context.trust.withdrawals
    if !withdrawals.isEmpty,
      let withdrawn = withdrawals.withdrawal(
        fromStampBy: context.chains.ancestry(of: credential).certificates, at: time)
    {
      return .withdrawn(withdrawn)
    }
    guard answers != nil else { return nil }
    let paths = [context.timeStampAnchors, anchors].compactMap(\.self)
      .flatMap { context.chains.everyPath(of: credential, to: $0) }
    let known = Set(paths).map { answers(about: $0) }
    let isRevoked =
      known.contains { $0.first?.contains(where: rule.revokes) ?? false }
      || rule.revokesAuthority(of: known)
    return isRevoked ? .revoked : nil
  }

  /// Whether of each way on which a list believed in it at that time something was revoked: itself, or an
  /// authority above it.
  func isRevoked(by anchors: ListAnchors) -> Bool {
    guard answers != nil, let authorities = anchors.timeStamps else { return false }
    return context.chains.everyPath(of: credential, to: authorities).filter { path in
      path.isValid(at: time)
        && path.anchor.map { anchors.list.believes(timeStampAnchor: $0, at: time) } ?? false
    }.allSatisfy { answers(about: $0).joined().contains(where: rule.revokes) }
  }
}

extension ValidationContext {
  /// A time-stamp authority at the time that it states, by everything that the run knows.
  func authority(_ credential: SignerCredential, at time: UTCTime) -> StampingAuthority {
    StampingAuthority(
      credential: credential, time: time, context: self,
      answers: evidence.isEmpty ? nil : { self.answers(about: $0) })
  }
}
