import BroadsealBytes
import BroadsealOpenSSL

extension Signer {
  /// The same signer, whose PDF signatures bring along what judges them when nobody answers any more
  /// (PAdES B-LT): certificates up to the roots, and answers about revocation from `source`.
  package func keeping(_ source: RevocationSource) -> Signer {
    var signer = self
    signer.longTerm = LongTermProofs(source)
    return signer
  }

  /// Attempts at a stamp by an authority whose certificate was known before.
  static let maximumAuthorities = 4

  /// What the signature of `job` brings along; nil where that was not asked for.
  ///
  /// An authority on the network is asked for a stamp that nobody needs when none is known yet: its real
  /// stamp is inside the signature that has to cover its certificates.
  func proofs(
    _ stamper: TimeStamper, at time: UTCTime
  ) throws(SigningError) -> LongTermJob? {
    guard let longTerm else { return nil }
    guard stamper.isAsked else {
      throw SigningError(
        .request, "answers about revocation are of use in a signature with a time stamp alone",
        hint: "leave --no-timestamp out, or --online, --ocsp and --crl")
    }
    if !longTerm.knowsAny { longTerm.add(authority: try stamper.authority()) }
    return try job(longTerm, at: time)
  }

  /// The same with an authority that was not known before.
  func proofs(
    adding authority: [Certificate], at time: UTCTime
  ) throws(SigningError) -> LongTermJob? {
    guard let longTerm else { return nil }
    longTerm.add(authority: authority)
    return try job(longTerm, at: time)
  }

  private func job(
    _ longTerm: LongTermProofs, at time: UTCTime
  ) throws(SigningError) -> LongTermJob {
    LongTermJob(
      known: longTerm, data: try longTerm.data(of: credential.certificates, at: time))
  }

  /// No attempt met an authority that was known.
  static var changingAuthority: SigningError {
    SigningError(
      .revocation,
      "the time-stamp authority signs with another certificate each time (PADES-TSA-CHANGED)",
      code: SigningCode.padesTSAChanged.code,
      hint: "nothing was signed; name another authority with --tsa")
  }
}
