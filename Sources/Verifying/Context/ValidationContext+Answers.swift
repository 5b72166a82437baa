import BroadsealOpenSSL
import BroadsealTrust

extension ValidationContext {
  /// What the run knows of a certificate, without those answers that were taken back.
  func answers(about link: CertificateLink) -> [OCSPAnswer] {
    RevocationRule.settled(known(of: link), now: time)
  }

  /// The same and what OCSP responses stapled to a signature say.
  func answers(about link: CertificateLink, stapled: [OCSPResponse]) -> [OCSPAnswer] {
    let own = stapled.compactMap { response in
      response.answer(for: link.certificate, issuer: link.issuer)
        .map { evidence.judged($0, of: link.issuer, judges(of: link)) }
    }
    return RevocationRule.settled(own + known(of: link), now: time)
  }

  /// The same answers for every file of a run: each is proved once.
  private func known(of link: CertificateLink) -> [OCSPAnswer] {
    guard !evidence.isEmpty else { return [] }
    return provedAnswers.value(for: link) {
      evidence.answers(for: link.certificate, issuer: link.issuer, judges(of: link))
    }
  }

  /// Whom what is known of a certificate is judged by.
  func judges(of link: CertificateLink) -> RevocationJudges {
    RevocationJudges(
      now: time, latest: latest, withdrawals: trust.withdrawals,
      known: KnownAuthorities(given: given, proved: link.path))
  }
}
