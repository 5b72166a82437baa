package import BroadsealBytes
package import BroadsealOpenSSL
package import BroadsealTrust

/// What is known of a certificate that is to be used at a moment.
package enum CertificateStanding: Hashable, Sendable {
  /// It was revoked.
  case revoked
  /// Somebody who may say so says that it was not.
  case good
  /// Nobody says anything that counts for the moment.
  case unknown
}

extension RevocationEvidence {
  /// What it says of a certificate for a signature of the moment `time`, judged then.
  ///
  /// - Parameters:
  ///   - issuers: those who may have issued it; each answer is proved by one of them.
  ///   - withdrawals: what lists withdrew; who signed an answer may be among them.
  ///   - known: among whom certificates of an issuer under another key are found.
  package func standing(
    of certificate: Certificate, issuers: [Certificate], at time: UTCTime,
    withdrawn withdrawals: Withdrawals, among known: KnownAuthorities = .none
  ) -> CertificateStanding {
    let rule = RevocationRule(stamp: time, now: time)
    let answers = issuers.flatMap { issuer in
      RevocationRule.settled(
        self.answers(
          for: certificate, issuer: issuer,
          RevocationJudges(now: time, withdrawals: withdrawals, known: known)),
        now: time)
    }
    if answers.contains(where: rule.revokes) { return .revoked }
    return answers.contains(where: rule.clears) ? .good : .unknown
  }
}
