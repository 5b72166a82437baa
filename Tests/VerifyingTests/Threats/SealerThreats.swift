import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// Seals that hold, of files that nobody changed, by somebody whom the list does not vouch for then and
/// there.
enum SealerThreats {
  static let rows: [ThreatRow] = [
    row("a seal with every name of the agency, by a CA of the attacker's", "SEAL-4-UNLISTED") {
      pki in
      (pki.impostor.signer, nil)
    },
    row("the list has withdrawn the key", "SEAL-7-WITHDRAWN") { pki in
      (
        pki.demo.jp.signer,
        scope(
          pki,
          invalidSince: [
            Invalidation(
              .key(pki.demo.jp.signer.certificate.publicKey.spkiSHA256), date: pki.demo.start,
              reason: .keyCompromise)
          ])
      )
    },
    row("the stated time is after the key's time by the list", "SEAL-7-OUTSIDE-PERIOD") {
      pki in (pki.demo.jp.signer, scope(pki, to: TestPKI.now))
    },
    row("a stolen key states a time at which it was good", "SEAL-7-COMPROMISED") { pki in
      (pki.demo.jp.signer, scope(pki, to: TestPKI.now.adding(seconds: 60), ending: .compromised))
    },
    row("nobody proves the time that the list wants proved", "SEAL-7-NO-STAMP") { pki in
      (pki.demo.jp.signer, scope(pki, requiresTimeStamp: true))
    },
    row("another key of the same agency and CA", "SEAL-6-KEY", "SEAL-7-NO-STAMP") { pki in
      (try pki.signer(DemoAgency.jp.subject, by: pki.demo.jp.issuing), nil)
    },
    row("the list wants a certified document", "SEAL-6-CERTIFICATION") { pki in
      (pki.demo.jp.signer, scope(pki, certification: 1))
    },
    row("a certificate for signing claims", "SEAL-5-PURPOSE") { pki in
      (pki.demo.jp.signer, scope(pki, purposes: nil))
    },
  ]

  /// - Parameter make: who seals, and what the list says; nil: as for the agency's own key.
  private static func row(
    _ attack: String, _ codes: String...,
    make: @escaping @Sendable (TestPKI) throws -> (DemoCredential, SealScope?)
  ) -> ThreatRow {
    let outcome = ThreatOutcome(
      integrity: "no-label", origin: "unrecognised", state: "", reasons: codes, exit: 4)
    return ThreatRow(.sealer, attack, outcome) { pki in
      let (credential, scope) = try make(pki)
      let file = try ApprovedPDF.bytes(
        by: credential, message: { try ApprovedPDF.plain($0, by: $1) })
      return ThreatCase("approved.pdf", file, trust: try .seals(pki, scope))
    }
  }

  private static func scope(
    _ pki: TestPKI, to end: UTCTime? = nil, ending: SealKey.Ending? = nil,
    requiresTimeStamp: Bool = false, invalidSince: [Invalidation] = [], certification: Int? = nil,
    purposes: [String]? = DemoPKI.signerPurposes
  ) -> SealScope {
    let certificate = pki.demo.jp.signer.certificate
    let key = SealKey(
      certificate.publicKey.spkiSHA256, from: certificate.notBefore,
      to: end ?? certificate.notAfter, ending: ending)
    return SealScope(
      scope: Scope(
        jurisdiction: DemoAgency.jp.jurisdiction, agency: DemoAgency.jp.agency,
        subject: SubjectRule(), labels: [], pins: [key.digest],
        requiresTimeStamp: requiresTimeStamp, invalidSince: invalidSince),
      keys: [key], purposes: purposes, certification: certification)
  }
}
