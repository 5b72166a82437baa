import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-06 … T-08: names that are not the agency's and look as if they were.
enum NameThreats {
  static let rows: [ThreatRow] = domains + lookalikes + odd

  private static let suffix = "press.demo.example"

  /// A certificate for these domain names, under a list that asks for `suffix`.
  static func domain(_ attack: String, _ names: [String]) -> ThreatRow {
    let expected: ThreatOutcome =
      names == [suffix] || names == ["www." + suffix]
      ? .official() : .unofficial(.recognisedTool, ["OFF-5-DNS-NAME"])
    return ThreatRow(expected.exit == 0 ? nil : .domainTricks, attack, expected) { pki in
      let signer = try pki.signer { builder in
        guard !names.isEmpty else { return }
        let list = names.flatMap { CertificateSurgery.element(0x82, Array($0.utf8)) }
        builder.extraExtensions = [
          CertificateExtension("2.5.29.17", value: CertificateSurgery.sequence(list))
        ]
      }
      let rule = SubjectRule(
        organizations: [DemoAgency.us.organization],
        dnsSuffixes: [suffix].compactMap { DNSSuffix($0) })
      return try ThreatCase(
        TestManifest(pki, signer: signer),
        trust: .list(pki, scope: DemoAgency.us.scope(subject: rule)))
    }
  }

  private static let domains: [ThreatRow] = [
    domain("a name that ends in the same letters", ["evilpress.demo.example"]),
    domain("the agency's name below another", ["press.demo.example.evil.example"]),
    domain("a dot at the end", ["press.demo.example."]),
    domain("punycode below the agency's name", ["xn--80ak6aa92e.press.demo.example"]),
    domain("capitals", ["PRESS.demo.example"]),
    domain("a wildcard", ["*.press.demo.example"]),
    domain("an empty label", ["www..press.demo.example"]),
    domain("the agency's name and another beside it", ["press.demo.example", "evil.example"]),
    domain("a NUL between the agency's name and another", ["evil.example\u{0}.press.demo.example"]),
    domain("no name at all", []),
  ]

  /// A certificate of the listed CA for another organisation's name.
  private static func organization(_ attack: String, _ name: String) -> ThreatRow {
    .signed(.lookalikes, attack, .unofficial(.recognisedTool, ["OFF-5-ORGANIZATION"])) {
      try $0.signer(TestPKI.subject(organization: name))
    }
  }

  private static let lookalikes: [ThreatRow] = [
    organization("a Cyrillic letter", "Demo Press \u{041E}ffice (invented)"),
    organization("a digit for a letter", "Demo Press 0ffice (invented)"),
    organization("a full-width letter", "Demo Press \u{FF2F}ffice (invented)"),
    organization("a ligature", "Demo Press O\u{FB03}ce (invented)"),
    organization("small letters", "demo press office (invented)"),
    organization("two spaces", "Demo Press  Office (invented)"),
    organization("a space that does not break", "Demo Press\u{00A0}Office (invented)"),
    ThreatRow(
      .lookalikes, "a unit of the agency that is another one in Cyrillic",
      .unofficial(.recognisedTool, ["OFF-5-ORGANIZATIONAL-UNIT"])
    ) { pki in
      let unit = NameAttribute(NameAttribute.organizationalUnit, "Pr\u{0435}ss")
      let rule = SubjectRule(
        organizations: [DemoAgency.us.organization], organizationalUnits: ["Press"])
      return try ThreatCase(
        TestManifest(pki, signer: try pki.signer(TestPKI.subject(more: [unit]))),
        trust: .list(pki, scope: DemoAgency.us.scope(subject: rule)))
    },
  ]

  /// A certificate of the listed CA with an odd subject.
  private static func subject(
    _ attack: String, _ reasons: [String], _ name: DistinguishedName
  ) -> ThreatRow {
    .signed(.oddNames, attack, .unofficial(.recognisedTool, reasons)) { try $0.signer(name) }
  }

  /// The same, with a subject of raw steps after country and before the common name.
  private static func raw(
    _ attack: String, _ expected: ThreatOutcome,
    _ steps: [[(type: String, tag: UInt8, value: [UInt8])]]
  ) -> ThreatRow {
    ThreatRow(.oddNames, attack, expected) { pki in
      var manifest = TestManifest(pki)
      let name = CertificateSurgery.name(
        [[(NameAttribute.country, 0x13, Array("US".utf8))]] + steps
          + [
            [
              (
                NameAttribute.organizationIdentifier, 0x0C,
                Array(DemoAgency.us.organizationIdentifier.utf8)
              )
            ], [(NameAttribute.commonName, 0x0C, Array("A signer".utf8))],
          ])
      let leaf = try CertificateSurgery.reissuedDER(
        pki.demo.us.signer, by: pki.demo.us.issuing
      ) { $0.subject = name }
      manifest.certificates = [leaf] + manifest.chain.dropFirst().map(\.der)
      return try ThreatCase(manifest, trust: .demo(pki))
    }
  }

  private static let organization = DemoAgency.us.organization
  private static let hidden = ThreatOutcome.unofficial(
    .recognisedTool, ["OFF-5-SUBJECT-SYNTAX"])
  private static let unreadable = ThreatOutcome.broken(
    .malformed, "OFF-1-UNPROVED", "signingCredential.invalid")

  private static let odd: [ThreatRow] = [
    subject(
      "a NUL behind the agency's name", ["OFF-5-SUBJECT-SYNTAX", "OFF-5-ORGANIZATION"],
      TestPKI.subject(organization: organization + "\u{0}.evil.example")),
    subject(
      "a mark that turns the writing around", ["OFF-5-SUBJECT-SYNTAX"],
      TestPKI.subject(more: [NameAttribute(NameAttribute.locality, "abc\u{202E}def")])),
    subject(
      "an attribute of 201 characters", ["OFF-5-SUBJECT-SYNTAX"],
      TestPKI.subject(
        more: [NameAttribute(NameAttribute.locality, String(repeating: "a", count: 201))])),
    subject(
      "two organisations", ["OFF-5-ORGANIZATION"],
      TestPKI.subject(more: [NameAttribute(NameAttribute.organization, "Another")])),
    subject(
      "the agency's name twice", ["OFF-5-ORGANIZATION"],
      TestPKI.subject(more: [NameAttribute(NameAttribute.organization, organization)])),
    subject(
      "two countries", ["OFF-5-COUNTRY"],
      TestPKI.subject(more: [NameAttribute(NameAttribute.country, "JP")])),
    raw(
      "two attributes in one step of the name", hidden,
      [
        [
          (NameAttribute.organization, 0x0C, Array(organization.utf8)),
          (NameAttribute.locality, 0x0C, Array("Evil".utf8)),
        ]
      ]),
    raw(
      "the name as TeletexString", hidden,
      [[(NameAttribute.organization, 0x14, Array(organization.utf8))]]),
    raw(
      "the name as BMPString", hidden,
      [
        [
          (
            NameAttribute.organization, 0x1E,
            organization.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
          )
        ]
      ]),
    raw(
      "the name as bytes that are no text", unreadable,
      [[(NameAttribute.organization, 0x04, Array(organization.utf8))]]),
    raw(
      "the name in UTF-8 that is broken", unreadable,
      [[(NameAttribute.organization, 0x0C, Array(organization.utf8) + [0xC0, 0x80])]]),
  ]
}
