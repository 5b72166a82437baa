import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-17 … T-19: certificates and chains that are not what a list means.
enum CertificateThreats {
  static let rows: [ThreatRow] = purposes + rules + detours

  /// A certificate of the listed CA with one thing different.
  private static func certificate(
    _ threat: Threat, _ attack: String, _ expected: ThreatOutcome,
    _ change: @escaping @Sendable (inout CertificateBuilder) -> Void
  ) -> ThreatRow {
    .signed(threat, attack, expected) { try $0.signer(nil, change) }
  }

  private static let purposes: [ThreatRow] = [
    certificate(
      .purposes, "it may also stamp time",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE"],
        .invalid, also: ["signingCredential.invalid"])
    ) { $0.extendedKeyUsage.append(Purpose.timeStamping) },
    certificate(
      .purposes, "it may also answer OCSP requests",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE"],
        .invalid, also: ["signingCredential.invalid"])
    ) { $0.extendedKeyUsage.append(Purpose.ocspSigning) },
    certificate(
      .purposes, "it is good for any purpose",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE"],
        .invalid, also: ["signingCredential.invalid"])
    ) { $0.extendedKeyUsage = [Purpose.any] },
    certificate(
      .purposes, "it names no purpose",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE"],
        .invalid, also: ["signingCredential.invalid"])
    ) { $0.extendedKeyUsage = [] },
    certificate(
      .purposes, "it is made for web servers",
      .unofficial(.unrecognised, ["OFF-4-PURPOSE", "OFF-5-PURPOSE"], .valid)
    ) { $0.extendedKeyUsage = ["1.3.6.1.5.5.7.3.1"] },
    certificate(
      .purposes, "it is a CA's",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE"], .invalid,
        also: ["signingCredential.invalid"])
    ) { $0.isCA = true },
    certificate(
      .purposes, "its key may sign certificates",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-CHAIN"], .invalid,
        also: ["signingCredential.invalid"])
    ) { $0.keyUsage = [.digitalSignature, .keyCertSign] },
    certificate(
      .purposes, "its key may not make signatures",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-4-PROFILE"], .invalid,
        also: ["signingCredential.invalid"])
    ) { $0.keyUsage = .keyEncipherment },
    certificate(
      .purposes, "it has no certificate policy", .unofficial(.recognisedTool, ["OFF-5-POLICY"])
    ) { $0.policies = [] },
  ]

  /// A signer below a CA of its own, which the list names.
  private static func below(
    _ attack: String, _ expected: ThreatOutcome, scope: Scope = DemoAgency.us.scope,
    _ change: @escaping @Sendable (inout CertificateBuilder) -> Void
  ) -> ThreatRow {
    ThreatRow(.chainRules, attack, expected) { pki in
      var builder = DemoPeriod(now: TestPKI.now)
        .authority(DemoAgency.us.subject("special CA"), years: 5, pathLength: 0)
      builder.policies = [DemoPKI.policy]
      change(&builder)
      let ca = try DemoCredential(builder, issuer: pki.demo.us.root)
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(by: ca)),
        trust: .list(pki, scope: scope, certificates: [ca.certificate]))
    }
  }

  private static let rules: [ThreatRow] = [
    .signed(
      .chainRules, "a CA below the listed one, whose path length is spent",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { try $0.signer(by: try $0.authority(below: $0.demo.us.issuing)) },
    below(
      "name constraints of the CA that exclude the agency",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { builder in
      let other = DistinguishedName([NameAttribute(NameAttribute.country, "JP")])
      let subtree = CertificateSurgery.sequence(CertificateSurgery.directoryName(other))
      builder.extraExtensions = [
        CertificateExtension(
          "2.5.29.30", isCritical: true,
          value: CertificateSurgery.sequence(CertificateSurgery.element(0xA0, subtree)))
      ]
    },
    ThreatRow(
      .chainRules, "policy constraints of a CA that the signer's certificate does not keep",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { pki in
      var builder = DemoPeriod(now: TestPKI.now)
        .authority(DemoAgency.us.subject("special CA"), years: 5, pathLength: 0)
      builder.policies = [DemoPKI.policy]
      builder.extraExtensions = [
        CertificateExtension(
          "2.5.29.36", isCritical: true,
          value: CertificateSurgery.sequence(CertificateSurgery.element(0x80, [0])))
      ]
      let ca = try DemoCredential(builder, issuer: pki.demo.us.root)
      let scope = DemoAgency.us.scope(maximumPathLength: 1, policies: [])
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(by: ca) { $0.policies = ["2.999.1"] }),
        trust: .list(pki, scope: scope, certificates: [pki.demo.us.root.certificate]))
    },
    .signed(
      .chainRules, "a critical extension that nobody knows",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) {
      try $0.signer {
        $0.extraExtensions = [
          CertificateExtension("2.999.7", isCritical: true, value: [0x05, 0x00])
        ]
      }
    },
    .changed(
      .chainRules, "a certificate of the first version, without extensions",
      .unofficial(
        .unrecognised,
        ["OFF-1-INVALID", "OFF-4-PROFILE", "OFF-4-PURPOSE", "OFF-5-PURPOSE", "OFF-5-POLICY"],
        .invalid, also: ["signingCredential.invalid"])
    ) { manifest, pki in
      manifest.chain = try CertificateSurgery.reissued(
        pki.demo.us.signer, by: pki.demo.us.issuing
      ) { ($0.version, $0.extensions) = ([], []) }
    },
    .changed(
      .chainRules, "the same extension twice, with other purposes",
      .unofficial(
        .unrecognised, ["OFF-1-INVALID", "OFF-3-UNLISTED", "OFF-4-PROFILE", "OFF-4-PURPOSE"],
        .invalid,
        also: ["signingCredential.invalid"])
    ) { manifest, pki in
      manifest = TestManifest(
        pki,
        signer: try pki.signer {
          $0.extraExtensions = [
            CertificateExtension(
              "2.5.29.37", value: CertificateSurgery.sequence([0x06, 0x01, 0x2A]))
          ]
        })
    },
  ]

  private static let detours: [ThreatRow] = [
    ThreatRow(
      .purposes, "a CA for web servers, under the listed root, issues to the agency",
      .unofficial(.recognisedTool, ["OFF-4-PURPOSE"])
    ) { pki in
      var builder = DemoPeriod(now: TestPKI.now)
        .authority(DemoAgency.us.subject("web CA"), years: 5, pathLength: 0)
      builder.policies = [DemoPKI.policy]
      builder.extendedKeyUsage = ["1.3.6.1.5.5.7.3.1"]
      let ca = try DemoCredential(builder, issuer: pki.demo.us.root)
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(by: ca)),
        trust: .list(
          pki, scope: DemoAgency.us.scope(maximumPathLength: 1),
          certificates: [pki.demo.us.root.certificate]))
    },
    ThreatRow(
      .crossCertificates, "a bridge CA under the listed root, which allows none",
      .unofficial(.recognisedTool, ["OFF-5-PATH-LENGTH"])
    ) { pki in
      let bridge = try pki.authority(below: pki.demo.us.root)
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(by: bridge)),
        trust: .list(pki, certificates: [pki.demo.us.root.certificate]))
    },
    .signed(
      .crossCertificates, "the root above the listed CA issues to the agency itself",
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED"])
    ) { try $0.signer(by: $0.demo.us.root) },
    ThreatRow(
      .crossCertificates,
      "a stranger's root certifies the agency's CA, and that root is on no list",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { pki in
      let issuing = pki.demo.us.issuing
      var builder = DemoPeriod(now: TestPKI.now)
        .authority(issuing.certificate.subject, years: 5, pathLength: 0)
      builder.policies = [DemoPKI.policy]
      let cross = try builder.issued(
        to: issuing.key.publicKey, by: pki.impostor.root.certificate, key: pki.impostor.root.key)
      var manifest = TestManifest(pki)
      manifest.chain = [pki.demo.us.signer.certificate, cross]
      return try ThreatCase(
        manifest,
        trust: .list(pki, certificates: [pki.demo.jp.issuing.certificate]))
    },
    ThreatRow(
      .crossCertificates, "a forger's CA with the name of the listed one and a key of its own",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { pki in
      var manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.chain = [
        pki.impostor.signer.certificate, pki.demo.us.issuing.certificate,
      ]
      return try ThreatCase(manifest, trust: .demo(pki))
    },
  ]
}
