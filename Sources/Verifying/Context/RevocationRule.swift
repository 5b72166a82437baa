import BroadsealBytes
import BroadsealOpenSSL

/// What answers about a certificate come to: which of them revoke it, and which say that it was good when it was
/// used (C2PA 2.5 §14.9).
struct RevocationRule: Sendable {
  /// Seconds by which an answer that was asked for may be later than it is: clocks differ.
  static let tolerance: Int64 = 300

  /// When it was used, by a time stamp that counts; nil: nobody knows.
  let stamp: UTCTime?
  /// The moment of judgement.
  let now: UTCTime

  /// Answers of one issuer about one certificate, without those that it has taken back: a certificate
  /// that was on hold, and of which a newer answer says that it is good.
  static func settled(_ answers: [OCSPAnswer], now: UTCTime) -> [OCSPAnswer] {
    let released = answers.filter { answer in
      answer.gravity == 0 && !answer.onlyRevokes
        && answer.thisUpdate <= now.adding(seconds: RevocationRule.tolerance)
    }.map(\.thisUpdate).max()
    guard let released else { return answers }
    return answers.filter { !$0.isHold || $0.thisUpdate >= released }
  }

  /// A certificate withdrawn for order's sake keeps what a trusted stamp dates before; every other
  /// revocation counts, whenever it was pronounced.
  func revokes(_ answer: OCSPAnswer) -> Bool {
    guard case .revoked(let time, let reason) = answer.status,
      answer.thisUpdate <= now.adding(seconds: RevocationRule.tolerance),
      reason != OCSPAnswer.removeFromCRL
    else { return false }
    guard let stamp, answer.isOrderly else { return true }
    return time <= stamp
  }

  /// Whether an answer says that the certificate was good.
  func clears(_ answer: OCSPAnswer) -> Bool {
    guard !answer.onlyRevokes, let stamp, answer.speaks(for: stamp, now: now) else { return false }
    switch answer.status {
    case .good: return true
    case .revoked(let time, let reason):
      // An answer that names a later, orderly withdrawal also says that the certificate was good before.
      guard let reason else { return false }
      return reason == OCSPAnswer.removeFromCRL
        || answer.isOrderly && time > stamp
    case .unknown: return false
    }
  }

  /// Whether the certificate of an authority was revoked, on the ways that `answers` are about, the first
  /// certificate of each left out. A revocation that tells of a stolen key counts on whatever way it is; one
  /// for order's sake, of a certificate that was renewed, leaves the others.
  func revokesAuthority(of answers: [[[OCSPAnswer]]]) -> Bool {
    let revoking = answers.map { $0.dropFirst().flatMap(\.self).filter(revokes) }
    return revoking.joined().contains { !$0.isOrderly }
      || !revoking.isEmpty && revoking.allSatisfy { !$0.isEmpty }
  }
}

extension OCSPAnswer {
  /// Whether it revokes for order's sake: affiliationChanged, superseded, cessationOfOperation
  /// (RFC 5280 §5.3.1).
  fileprivate var isOrderly: Bool {
    guard case .revoked(_, let reason) = status, let reason else { return false }
    return [3, 4, 5].contains(reason)
  }

  /// Whether it only suspends: certificateHold.
  fileprivate var isHold: Bool {
    guard case .revoked(_, let reason) = status else { return false }
    return reason == 6
  }
}
