package import BroadsealBytes
package import BroadsealOpenSSL

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
  /// - Parameter issuers: those who may have issued it; each answer is proved by one of them.
  package func standing(
    of certificate: Certificate, issuers: [Certificate], at time: UTCTime
  ) -> CertificateStanding {
    let check = RevocationCheck(stamp: time, now: time)
    let answers = issuers.flatMap { issuer in
      RevocationCheck.settled(
        self.answers(for: certificate, issuer: issuer, now: time), now: time)
    }
    if answers.contains(where: check.revokes) { return .revoked }
    return answers.contains(where: check.clears) ? .good : .unknown
  }
}
