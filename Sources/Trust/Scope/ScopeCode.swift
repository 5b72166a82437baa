package import BroadsealNotes

/// A rule of a trust list's scope, for programs and reports.
package enum ScopeCode: UInt8, CodeFamily {
  /// The certificate's country is not that of the jurisdiction.
  case country
  /// `O` is missing, comes twice, or is another.
  case organization
  /// An `OU` is not listed, or there is none.
  case organizationalUnit
  /// `organizationIdentifier` is missing, comes twice, or is another.
  case organizationIdentifier
  /// A DNS name lies outside the listed domains, or there is none.
  case dnsName
  /// The subject holds text in a form that can hide what it says.
  case subjectSyntax
  /// The certificate has a purpose that is not listed, or none.
  case purpose
  /// The certificate has none of the listed policies.
  case policy
  /// More CAs stand between the listed one and the signer than allowed.
  case pathLength
  /// The key is of a kind that is not listed.
  case keyAlgorithm
  /// The key is not one of the pinned ones.
  case pin
  /// The agency may not make this statement.
  case label
  /// The label names another agency than the list.
  case agency
  /// The label names another jurisdiction than the list.
  case jurisdiction
  /// The recognition by another list does not extend to this entry.
  case recognition
  /// The chain is empty or does not end at a certificate of this service.
  case chain
  /// The common name is missing, comes twice, or is another.
  case commonName

  /// The family.
  package static var family: Family { .scope }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    CodeRow(
      "SCOPE-\(rule.name)", .reason,
      "\(rule.english) does not agree with the entry of the trust list.",
      "\(rule.japanese)がトラストリストの記載と一致しません。")
  }

  /// The end of the code's spelling, and what does not agree with the list.
  package var rule: (name: String, english: String, japanese: String) {
    switch self {
    case .country: ("COUNTRY", "The country in the certificate", "証明書の国名")
    case .organization: ("ORGANIZATION", "The organisation in the certificate", "証明書の組織名")
    case .organizationalUnit: ("ORGANIZATIONAL-UNIT", "The unit in the certificate", "証明書の部署名")
    case .organizationIdentifier:
      ("ORGANIZATION-IDENTIFIER", "The organisation's identifier", "証明書の組織識別子")
    case .dnsName: ("DNS-NAME", "The domain in the certificate", "証明書のドメイン名")
    case .subjectSyntax: ("SUBJECT-SYNTAX", "The way the name is written", "名称の表記")
    case .purpose: ("PURPOSE", "The purpose of the certificate", "証明書の用途")
    case .policy: ("POLICY", "The certificate policy", "証明書ポリシー")
    case .pathLength: ("PATH-LENGTH", "The length of the chain", "証明書チェーンの長さ")
    case .keyAlgorithm: ("KEY-ALGORITHM", "The kind of key", "鍵の種類")
    case .pin: ("PIN", "The signer's key", "署名者の鍵")
    case .label: ("LABEL", "What the label states", "ラベルの申告内容")
    case .agency: ("AGENCY", "The agency in the label", "ラベルの機関")
    case .jurisdiction: ("JURISDICTION", "The jurisdiction in the label", "ラベルの管轄")
    case .recognition: ("RECOGNITION", "The recognition by another list", "他のリストによる受入れの範囲")
    case .chain: ("CHAIN", "The chain of certificates", "証明書チェーン")
    case .commonName: ("COMMON-NAME", "The common name in the certificate", "証明書の名称")
    }
  }
}

/// One rule of a scope that a signature does not keep.
package struct ScopeMismatch: Hashable, Sendable {
  /// Which rule.
  package let code: ScopeCode
  /// What was found; text from certificates, so untrusted.
  package let found: [String]
  /// What the list asks for.
  package let expected: [String]

  /// A rule that does not hold.
  package init(_ code: ScopeCode, found: [String] = [], expected: [String] = []) {
    self.code = code
    self.found = found
    self.expected = expected
  }
}
