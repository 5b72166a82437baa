package import BroadsealBytes
package import BroadsealOpenSSL

/// When the certificates of the demonstration are valid.
package struct DemoPeriod: Sendable {
  /// One hour before the demonstration is made, for clocks that run late.
  package let start: UTCTime

  /// A period that begins an hour before `now`.
  package init(now: UTCTime) { start = now.adding(seconds: -3_600) }

  /// A CA that is valid for `years`.
  package func authority(
    _ subject: DistinguishedName, years: Int64, pathLength: Int
  ) -> CertificateBuilder {
    CertificateBuilder(
      authority: subject, notBefore: start, notAfter: end(years), pathLength: pathLength)
  }

  /// An end entity that is valid for `years`.
  package func signer(_ subject: DistinguishedName, years: Int64) -> CertificateBuilder {
    CertificateBuilder(signer: subject, notBefore: start, notAfter: end(years))
  }

  /// The end of `years` years of 365 days.
  package func end(_ years: Int64) -> UTCTime { start.adding(seconds: years * 365 * 86_400 - 1) }
}
