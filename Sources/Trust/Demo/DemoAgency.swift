import BroadsealBytes
package import BroadsealOpenSSL

/// An invented agency of the demonstration: what its certificates and its list say.
package struct DemoAgency: Sendable {
  /// Folder name, and the jurisdiction in lower case.
  package let folder: String
  /// Whether it seals PDF documents, and labels none.
  package let seals: Bool
  /// Whose agency it is.
  package let jurisdiction: Jurisdiction
  /// What lists and labels say of it.
  package let agency: Agency
  /// `O` of the signer's certificate.
  package let organization: String
  /// `organizationIdentifier` of the signer's certificate.
  package let organizationIdentifier: String
  /// Default of `--language`.
  package let language: String
  /// Name of the government's PKI in certificates.
  package let government: String
  /// `SchemeName` of the list.
  package let listNames: LocalizedText
  /// `SchemeOperatorName` of the list.
  package let operatorNames: LocalizedText

  /// The agency of the United States.
  package static let us = DemoAgency(
    folder: "us", code: "US",
    agency: Agency(
      id: "demo.us.press-office",
      names: ["en": "Demo Press Office (invented)", "ja": "デモ報道局(架空)"],
      alternatives: [.init(.organizationIdentifier, "GOVUS-DEMO-0001")]),
    organization: "Demo Press Office (invented)", organizationIdentifier: "GOVUS-DEMO-0001",
    language: "en", government: "Demo Government US (invented)",
    listNames: [
      "en": "Demo Government Trust List US (invented)", "ja": "デモ政府トラストリスト 米国(架空)",
    ],
    operatorNames: ["en": "Demo List Office US (invented)", "ja": "デモリスト管理局 米国(架空)"])

  /// The agency of Japan.
  package static let jp = DemoAgency(
    folder: "jp", code: "JP",
    agency: Agency(
      id: "demo.jp.public-relations",
      names: ["en": "Demo Public Relations Agency (invented)", "ja": "デモ広報庁(架空)"],
      alternatives: [
        .init(.organizationIdentifier, "GOVJP-DEMO-0001"),
        .init(.japaneseCorporateNumber, "0000000000000"),
      ]),
    organization: "デモ広報庁(架空)", organizationIdentifier: "GOVJP-DEMO-0001",
    language: "ja", government: "Demo Government JP (invented)",
    listNames: [
      "en": "Demo Government Trust List JP (invented)", "ja": "デモ政府トラストリスト 日本(架空)",
    ],
    operatorNames: ["en": "Demo List Office JP (invented)", "ja": "デモリスト管理局 日本(架空)"])

  /// The gazette of Japan: an agency that seals and does not label. It has a list of its own, so that
  /// readers who know no seals are not stopped.
  package static let gazette = DemoAgency(
    folder: "gazette", seals: true, code: "JP",
    agency: Agency(
      id: "demo.jp.gazette",
      names: ["en": "Demo Official Gazette (invented)", "ja": "デモ官報(架空)"]),
    organization: "Demo Official Gazette (invented)", organizationIdentifier: "GOVJP-DEMO-0002",
    language: "ja", government: "Demo Gazette Office JP (invented)",
    listNames: [
      "en": "Demo List of Seals JP (invented)", "ja": "デモeシールリスト 日本(架空)",
    ],
    operatorNames: ["en": "Demo List Office JP (invented)", "ja": "デモリスト管理局 日本(架空)"])

  private init(
    folder: String, seals: Bool = false, code: String, agency: Agency, organization: String,
    organizationIdentifier: String, language: String, government: String,
    listNames: LocalizedText, operatorNames: LocalizedText
  ) {
    self.folder = folder
    self.seals = seals
    // The two codes above are jurisdictions; INT would show at once in every test.
    jurisdiction = Jurisdiction(code) ?? .international
    self.agency = agency
    self.organization = organization
    self.organizationIdentifier = organizationIdentifier
    self.language = language
    self.government = government
    self.listNames = listNames
    self.operatorNames = operatorNames
  }

  /// Subject of the signer's certificate.
  package var subject: DistinguishedName {
    DistinguishedName([
      NameAttribute(NameAttribute.country, jurisdiction.code),
      NameAttribute(NameAttribute.organization, organization),
      NameAttribute(NameAttribute.organizationIdentifier, organizationIdentifier),
      NameAttribute(NameAttribute.commonName, "\(agency.names.preferred) document signing"),
    ])
  }

  /// Subject of a certificate of the government's PKI.
  package func subject(_ role: String) -> DistinguishedName {
    DistinguishedName([
      NameAttribute(NameAttribute.country, jurisdiction.code),
      NameAttribute(NameAttribute.organization, government),
      NameAttribute(NameAttribute.commonName, "\(government) \(role)"),
    ])
  }

  /// What the list says of the issuing CA, where the agency seals: its key, and when it is in use. The list
  /// vouches for that time, so that what the seal states will do.
  package func seal(of certificate: Certificate) -> SealScope {
    let key = SealKey(
      certificate.publicKey.spkiSHA256, from: certificate.notBefore,
      to: certificate.notAfter.adding(seconds: 1))
    return SealScope(
      scope: Scope(
        jurisdiction: jurisdiction, agency: agency,
        subject: SubjectRule(organizations: [organization]), maximumPathLength: 0,
        keyAlgorithms: [.p256], labels: [], pins: [key.digest], requiresTimeStamp: false),
      keys: [key], purposes: [Purpose.documentSigning], allowsNoPurpose: false)
  }

  /// What the list says of the issuing CA.
  package var scope: Scope {
    Scope(
      jurisdiction: jurisdiction, agency: agency,
      subject: SubjectRule(
        organizations: [organization], organizationIdentifiers: [organizationIdentifier]),
      purposes: DemoTerms.signerPurposes, policies: [DemoTerms.policy], maximumPathLength: 0,
      keyAlgorithms: [.p256, .p384])
  }
}
