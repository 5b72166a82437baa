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

/// What the certificates and entries of the demonstration have in common.
enum DemoTerms {
  /// What signers' certificates are for.
  static let signerPurposes = [
    Purpose.claimSigning, Purpose.documentSigning, Purpose.emailProtection,
  ]
  /// Certificate policy of the demonstration, under the arc for examples (ITU-T X.660 §A.7).
  static let policy = "2.999.62558.1"

  static let tsaNames: LocalizedText = [
    "en": "Demo Time-Stamp Authority (invented)", "ja": "デモ時刻認証局(架空)",
  ]
  static let aiNames: LocalizedText = [
    "en": "Demo AI Service (invented)", "ja": "デモAIサービス(架空)",
  ]
}
