import BroadsealBytes
import BroadsealCBOR
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-01 … T-05: who signs in the name of an agency.
enum OriginThreats {
  static let rows: [ThreatRow] = [
    .signed(
      .forgedSubject, "a self-made certificate with the agency's subject",
      .unofficial(.unrecognised, ["OFF-3-SELF-SIGNED"], .valid)
    ) { _ in
      var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.us.subject, years: 2)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      return try DemoCredential(builder)
    },
    .signed(
      .forgedSubject, "the agency of Japan, self-made",
      .unofficial(.unrecognised, ["OFF-3-SELF-SIGNED"], .valid)
    ) { _ in
      var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.jp.subject, years: 2)
      builder.extendedKeyUsage = DemoPKI.signerPurposes
      return try DemoCredential(builder)
    },
    .signed(
      .forgedSubject, "a forger's PKI with every name of the government's",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { $0.impostor.signer },
    .changed(
      .rootInFile, "the forger's root at the end of x5chain",
      .unofficial(.unrecognised, ["OFF-3-ROOT-IN-FILE"], .valid)
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.chain.append(pki.impostor.root.certificate)
    },
    .changed(
      .rootInFile, "the forger's root, and behind it the government's own",
      .unofficial(.unrecognised, ["OFF-3-ROOT-IN-FILE"], .valid)
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.chain += [pki.impostor.root, pki.demo.us.root].map(\.certificate)
    },
    .changed(
      .rootInFile, "the forger's certificate with the chain of the real agency",
      .unofficial(.unrecognised, ["OFF-3-UNLISTED"], .valid)
    ) { manifest, pki in
      manifest = TestManifest(pki, signer: pki.impostor.signer)
      manifest.chain = [pki.impostor.signer.certificate] + pki.demo.us.signer.chain
    },
    .signed(
      .toolCertificate, "a maker of AI images with an agency's label",
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED"])
    ) { $0.demo.aiService },
    .signed(
      .toolCertificate, "a listed maker's CA issues in the agency's name",
      .unofficial(.recognisedTool, ["OFF-3-UNLISTED"])
    ) { try $0.signer(by: $0.demo.aiRoot) },
    ThreatRow(
      .toolCertificate, "a certificate that the user accepted by hand",
      .unofficial(.known, ["OFF-3-UNLISTED"])
    ) { pki in
      var trust = ThreatTrust.demo(pki)
      trust.allowed = pki.impostor.signer.certificate.pem
      return try ThreatCase(TestManifest(pki, signer: pki.impostor.signer), trust: trust)
    },
    ThreatRow(
      .toolCertificate, "the agency itself, where only anchors of C2PA are believed",
      .unofficial(.recognisedTool, ["OFF-3-NO-LIST"])
    ) { try ThreatCase(TestManifest($0), trust: .anchors($0)) },
    ThreatRow(
      .foreignAuthority, "the CA of Japan issues for the United States, with a label of Japan",
      .unofficial(
        .recognisedTool,
        ["OFF-5-COUNTRY", "OFF-5-ORGANIZATION", "OFF-5-ORGANIZATION-IDENTIFIER"])
    ) { pki in
      var manifest = TestManifest(pki, signer: try pki.signer(by: pki.demo.jp.issuing))
      manifest.label = TestManifest.label(jurisdiction: "JP", agency: "demo.jp.public-relations")
      return try ThreatCase(manifest, trust: .demo(pki))
    },
    .signed(
      .foreignAuthority, "the CA of Japan issues for the United States, with a label of theirs",
      .unofficial(
        .recognisedTool,
        [
          "OFF-5-COUNTRY", "OFF-5-ORGANIZATION", "OFF-5-ORGANIZATION-IDENTIFIER", "OFF-6-AGENCY",
          "OFF-6-JURISDICTION",
        ])
    ) { try $0.signer(by: $0.demo.jp.issuing) },
    .signed(
      .foreignAuthority, "the CA of the United States issues with the country of Japan",
      .unofficial(.recognisedTool, ["OFF-5-COUNTRY"])
    ) { try $0.signer(TestPKI.subject(country: "JP")) },
    .signed(
      .otherMinistry, "the listed CA issues to another ministry",
      .unofficial(.recognisedTool, ["OFF-5-ORGANIZATION", "OFF-5-ORGANIZATION-IDENTIFIER"])
    ) {
      try $0.signer(
        TestPKI.subject(organization: "Demo Ministry (invented)", identifier: "GOVUS-DEMO-0002"))
    },
    ThreatRow(
      .otherMinistry, "the CA of a ministry on the same list issues to the press office",
      .unofficial(
        .recognisedTool,
        ["OFF-5-ORGANIZATION", "OFF-5-ORGANIZATION-IDENTIFIER", "OFF-6-AGENCY"])
    ) { pki in
      var builder = DemoPeriod(now: TestPKI.now)
        .authority(DemoAgency.us.subject("ministry CA"), years: 5, pathLength: 0)
      builder.policies = [DemoPKI.policy]
      let ca = try DemoCredential(builder, issuer: pki.demo.us.root)
      let names: LocalizedText = ["en": "Demo Ministry (invented)"]
      let scope = Scope(
        jurisdiction: DemoAgency.us.jurisdiction,
        agency: Agency(id: "demo.us.ministry", names: names),
        subject: SubjectRule(
          organizations: ["Demo Ministry (invented)"], organizationIdentifiers: ["GOVUS-DEMO-2"]))
      let service = TrustedService(
        names: names, type: .certificateAuthority, certificates: [ca.certificate],
        current: StatusPeriod(.granted, from: pki.demo.start), scope: scope)
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(by: ca)),
        trust: .list(pki, further: [service]))
    },
  ]
}
